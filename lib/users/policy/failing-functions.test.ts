import { beforeAll, describe, expect, test, vi } from 'vitest';
import { AppError, type Problem } from '#lib/errors.ts';
import { toHookSource } from '#lib/hook-runner/load-hooks.ts';
import { runHook } from '#lib/hook-runner/run-hook.ts';
import type { Json } from '#lib/json.ts';
import { shortLimits } from '#lib/testing/failing-hooks.ts';
import { answering, defaultAccess, omar, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { createUser } from '../create-user.ts';
import { createUserForm, editUserForm } from '../form/form.ts';
import { checkCreateForm } from '../form/form-check-create.ts';
import { checkEditForm } from '../form/form-check-edit.ts';
import { getUser } from '../get-user.ts';
import { listUsers } from '../list/list-users.ts';
import { updateUser } from '../update-user.ts';

Object.assign(process.env, shortLimits);

const endsWithinMs = 6_000;
const property = 'user_metadata.title';
const userId = 'auth0|nina';
const world = worldWithOwnHooks();
const kelly = () => signedIn(world.people.kelly);

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  await runHook(toHookSource('settings', '(ctx, callback) => callback()'), {});
});

/** Ways in which a function of the settings hook can fail, and what is told of each. */
const waysToFail: [string, string, RegExp][] = [
  ['throws', '() => {\n  throw new Error("Broken.");\n}', /line 2.*Broken/],
  ['throws what is no error', '() => { throw null; }', /failed/],
  ['answers with a promise', 'async () => { null.x; }', /must return its value at once/],
  ['never ends waiting', '() => new Promise(() => {})', /must return its value at once/],
  ['computes too long', '() => { for (;;); }', /100 ms of processor time/],
  ['answers too much', '() => "x".repeat(100000)', /too large/],
  ['is not a function', '"nothing"', /must be a function/],
  ['cannot be read', '() => {', /cannot be read/],
];

function fieldWith(more: { [name: string]: Json }, input: { [name: string]: Json } | true): Json {
  return [{ property, search: true, create: input, edit: input, ...more }];
}

async function outcomeOf(run: () => Promise<unknown>): Promise<unknown> {
  const startMs = performance.now();
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { problem: error.toProblem() };
  } finally {
    expect(performance.now() - startMs).toBeLessThan(endsWithinMs);
  }
}

describe('a validation function that', () => {
  const loaded = { [property]: 'Controller' };
  const values = { [property]: 'Auditor' };
  const attempts = [
    () => checkCreateForm(kelly(), { values }),
    () => checkEditForm(kelly(), { userId, values }),
    () => createUser(kelly(), { values: { ...omar, ...values } }),
    () => updateUser(kelly(), { userId, loaded: { ...loaded, email: 'nina@example.com' }, values }),
  ];

  test.each(waysToFail)(
    '%s is named while one types and on save, and nothing is sent',
    async (_how, text, told) => {
      const userFields = fieldWith({}, { validationFunction: text });
      await world.tenant.setHooks({
        access: defaultAccess,
        settings: answering({ userFields, connections: ['Username-Password-Authentication'] }),
      });
      const calls = await world.tenant.callsOf(async () => {
        for (const attempt of attempts) {
          const { problem } = (await outcomeOf(attempt)) as { problem: Problem };
          expect(problem).toMatchObject({ code: 'hook-failed', hook: 'settings' });
          expect(problem.message).toMatch(
            /^The (answer of the )?settings hook’s validationFunction for “user_metadata.title” .*\. Nothing was changed\. Tell an administrator\.$/s,
          );
          expect(problem.message).toMatch(told);
        }
      });
      expect(calls.filter((call) => !call.startsWith('GET '))).toEqual([]);
    },
  );

  test.each<[string, string | undefined]>([
    ['({ error: "x" })', 'Title cannot be saved like this.'],
    ['7', 'Title cannot be saved like this.'],
    ['"Not this one."', 'Not this one.'],
    ['undefined', undefined],
    ['null', undefined],
    ['""', undefined],
    ['false', undefined],
    ['true', undefined],
  ])('answers %s means: %s', async (answer, sentence) => {
    const userFields = fieldWith({ label: 'Title' }, { validationFunction: `() => (${answer})` });
    await world.tenant.setHooks({ access: defaultAccess, settings: answering({ userFields }) });
    expect(await checkCreateForm(kelly(), { values })).toEqual(sentence ? { [property]: sentence } : {});
  });
});

describe('a display function that', () => {
  test.each(waysToFail)('%s costs nobody the list, the page or a form', async (_how, text) => {
    await world.tenant.setHooks({
      access: defaultAccess,
      settings: answering({ userFields: fieldWith({ display: text }, true) }),
    });
    const asked = { search: '', sort: { by: 'name', descending: false }, page: 1, perPage: 10 } as const;
    const list = await outcomeOf(() => listUsers(kelly(), asked));
    expect(list).toMatchObject({ rows: [{ name: 'Kelly' }, { name: 'Nina', cells: { [property]: null } }] });
    expect(await outcomeOf(() => getUser(kelly(), userId))).toMatchObject({
      fields: [{ property, value: '' }],
    });
    expect(await outcomeOf(() => createUserForm(kelly()))).toMatchObject({ mode: 'create' });
    const form = await outcomeOf(() => editUserForm(kelly(), userId));
    expect(form).toMatchObject({ loaded: { [property]: null } });
    expect(JSON.stringify(form)).toMatch(
      /What stands here cannot be shown.*settings hook’s display for “user_metadata.title”/,
    );
  });
});
