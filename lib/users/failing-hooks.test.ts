import { beforeAll, describe, expect, test } from 'vitest';
import { AppError, type Problem } from '#lib/errors.ts';
import type { HookName } from '#lib/hook-runner/hook.ts';
import { toHookSource } from '#lib/hook-runner/load-hooks.ts';
import { runHook } from '#lib/hook-runner/run-hook.ts';
import { expectTold, shortLimits, type WayToFail, waysToFail } from '#lib/testing/failing-hooks.ts';
import { answering, omar, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { blockUser } from './block-user.ts';
import { createUser } from './create-user.ts';
import { deleteUser } from './delete-user.ts';
import { createUserForm, editUserForm } from './form.ts';
import { checkCreateForm } from './form-check-create.ts';
import { checkEditForm } from './form-check-edit.ts';
import { getUser } from './get-user.ts';
import { listUsers } from './list-users.ts';
import { sendPasswordReset } from './send-password-reset.ts';
import { sendVerificationEmail } from './send-verification-email.ts';
import { updateUser } from './update-user.ts';

Object.assign(process.env, shortLimits);

/** Within this every attempt has ended, whatever a hook does. */
const endsWithinMs = 6_000;

const world = worldWithOwnHooks();
const kelly = () => signedIn(world.people.kelly);
const userId = 'auth0|nina';
const title = { 'user_metadata.title': 'Auditor' };
const loaded = {
  name: 'Nina',
  email: 'nina@example.com',
  memberships: ['Finance'],
  'user_metadata.title': 'Controller',
};

const good: Record<HookName, string> = {
  access: '(ctx, callback) => callback()',
  filter: answering('app_metadata.department:Finance'),
  write: `(ctx, callback) => callback(null, { ...ctx.payload, memberships: undefined,
    app_metadata: { department: 'Finance' } })`,
  memberships: answering(['Finance']),
  settings: answering({
    connections: ['Username-Password-Authentication'],
    userFields: [
      { property: 'name', create: true, edit: true },
      { property: 'user_metadata.title', create: true, edit: true },
    ],
  }),
  customDomain: answering({}),
};

/** Every place from which hooks are called. */
const places = {
  'the list': () =>
    listUsers(kelly(), { search: '', sort: { by: 'name', descending: false }, page: 1, perPage: 10 }),
  'the page': () => getUser(kelly(), userId),
  'the form for a new user': () => createUserForm(kelly()),
  'the check of a new user while one types': () => checkCreateForm(kelly(), { values: title }),
  'a create': () => createUser(kelly(), { values: { ...omar, memberships: ['Finance'] } }),
  'the form of a user': () => editUserForm(kelly(), userId),
  'the check of a user while one types': () => checkEditForm(kelly(), { userId, values: title }),
  'an update': () => updateUser(kelly(), { userId, loaded, values: title }),
  'a block': () => blockUser(kelly(), { userId }),
  'a verification mail': () => sendVerificationEmail(kelly(), { userId }),
  'a password-reset mail': () => sendPasswordReset(kelly(), { userId }),
  'a deletion': () => deleteUser(kelly(), { userId }),
} satisfies Record<string, () => Promise<unknown>>;

type Place = keyof typeof places;

const everywhere = Object.keys(places) as Place[];
const ofOneUser = everywhere.filter((place) => !/new user|list|create/.test(place));

const calledFrom: Record<HookName, Place[]> = {
  settings: everywhere,
  filter: ['the list', 'a create', ...ofOneUser],
  access: ['the list', 'a create', ...ofOneUser],
  memberships: everywhere.filter((place) => !/block|mail|deletion/.test(place)),
  write: ['a create', 'an update'],
  customDomain: ['a create', 'a verification mail', 'a password-reset mail'],
};

type Outcome = { value: unknown } | { problem: Problem };

async function outcomeOf(place: Place): Promise<Outcome> {
  const startMs = performance.now();
  try {
    return { value: await places[place]() };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { problem: error.toProblem() };
  } finally {
    expect(performance.now() - startMs, place).toBeLessThan(endsWithinMs);
  }
}

const changing = (calls: string[]) => calls.filter((call) => !call.startsWith('GET '));

/** Refusing to show somebody is no failure: a list leaves them out, and elsewhere there is no such user. */
function expectToldAt(place: Place, hook: HookName, way: WayToFail, outcome: Outcome): void {
  const isHiding = hook === 'access' && way.sentence !== undefined;
  if (isHiding && place === 'the list') {
    expect(outcome).toMatchObject({ value: { rows: [] } });
    return;
  }
  if (!('problem' in outcome)) throw new Error(`${place} went through.`);
  if (isHiding && place === 'a create') {
    expect(outcome.problem).toMatchObject({ code: 'refused-by-guard', hook: 'write' });
  } else if (isHiding) {
    expect(outcome.problem).toEqual({ code: 'not-found', message: expect.stringContaining('one of yours') });
  } else {
    expectTold(outcome.problem, hook, way);
  }
}

// The sandbox's threads start with the first run, which may take longer than the short limits allow.
beforeAll(async () => {
  await runHook(toHookSource('settings', good.settings), {});
});

test('with hooks that answer, every attempt goes through', async () => {
  await world.tenant.setHooks(good);
  const calls = await world.tenant.callsOf(async () => {
    for (const place of everywhere) expect(await outcomeOf(place), place).toHaveProperty('value');
  });
  expect(changing(calls)).toHaveLength(6);
});

describe.each(Object.keys(calledFrom) as HookName[])('the %s hook that', (hook) => {
  test.each(waysToFail.map((way) => [way.how, way] as const))(
    '%s ends in a true sentence within the limit wherever it is called, and nothing is sent',
    async (_how, way) => {
      await world.tenant.setHooks({ ...good, [hook]: way.text });
      const told = async (place: Place) => expectToldAt(place, hook, way, await outcomeOf(place));
      const calls = await world.tenant.callsOf(async () => {
        if (!way.spins) await Promise.all(calledFrom[hook].map(told));
        else for (const place of calledFrom[hook]) await told(place);
      });
      expect(changing(calls)).toEqual([]);
    },
  );
});

const wrongShapes: [HookName, unknown][] = [
  ...[7, [], true, { query: 7 }, 'a:(', { query: 'a:[' }].map((answer): [HookName, unknown] => [
    'filter',
    answer,
  ]),
  ...[7, 'x', true, { memberships: 'x' }, [7], [null], [['x']], [{ label: 'x' }]].map(
    (answer): [HookName, unknown] => ['memberships', answer],
  ),
  ...[7, 'x', [], true, { connections: 'x' }, { userFields: {} }, { dict: 7 }].map(
    (answer): [HookName, unknown] => ['settings', answer],
  ),
  ...[7, 'x', [], true].map((answer): [HookName, unknown] => ['write', answer]),
  ...[
    7,
    'x',
    [],
    { customDomain: 7 },
    { customDomain: 'https://example.com' },
    { customDomain: 'a b.c' },
  ].map((answer): [HookName, unknown] => ['customDomain', answer]),
];

test.each(wrongShapes)(
  'a %s hook that answers %j is named wherever it is called, and nothing is sent',
  async (hook, answer) => {
    await world.tenant.setHooks({ ...good, [hook]: answering(answer) });
    const calls = await world.tenant.callsOf(async () => {
      for (const place of calledFrom[hook]) {
        const outcome = await outcomeOf(place);
        expect(outcome, place).toMatchObject({ problem: { code: 'hook-failed', hook } });
        if ('problem' in outcome)
          expect(outcome.problem.message).toMatch(/^The \w+ hook.*Tell an administrator\.$/);
      }
    });
    expect(changing(calls)).toEqual([]);
  },
);

test.each([
  {
    name: 7,
    email: {},
    username: [],
    picture: 1,
    identities: 'x',
    multifactor: 'x',
    last_login: 5,
    logins_count: 'x',
  },
  { app_metadata: 'x', user_metadata: 7, identities: [7], created_at: {}, blocked: 'no', name: null },
  { identities: [{}], app_metadata: null, user_metadata: { title: { deep: [] } }, email: null },
  { identities: [null], app_metadata: [], user_metadata: { title: ['a', 'b'] }, user_id: 'auth0|other' },
])(
  'an access hook that answers the odd mask %j lets the user be shown as that, and breaks no page',
  async (mask) => {
    await world.tenant.setHooks({ ...good, access: answering(mask) });
    for (const place of [
      'the list',
      'the page',
      'the form of a user',
      'the check of a user while one types',
    ] as const) {
      expect(await outcomeOf(place), place).toHaveProperty('value');
    }
  },
);
