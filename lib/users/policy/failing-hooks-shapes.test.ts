import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { HookName } from '#lib/hook-runner/hook.ts';
import { toHookSource } from '#lib/hook-runner/load-hooks.ts';
import { runHook } from '#lib/hook-runner/run-hook.ts';
import { outcomeOf, shortLimits } from '#lib/testing/failing-hooks.ts';
import { answering, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import {
  callersOfHooks,
  goodHooks,
  leaveTraces,
  type Place,
  placesOfHooks,
  type Traces,
} from '#lib/testing/places-of-hooks.ts';

Object.assign(process.env, shortLimits);

const world = worldWithOwnHooks();
let traces: Traces;
const places = placesOfHooks(world, () => traces);
const everywhere = Object.keys(places) as Place[];
const callers = callersOfHooks(everywhere);

beforeAll(async () => {
  await runHook(toHookSource('settings', goodHooks.settings), {});
});
beforeEach(async () => {
  traces = await leaveTraces(world);
});

const changing = (calls: string[]) => calls.filter((call) => !call.startsWith('GET '));

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
    await world.tenant.setHooks({ ...goodHooks, [hook]: answering(answer) });
    const calls = await world.tenant.callsOf(async () => {
      for (const place of callers[hook]) {
        const outcome = await outcomeOf(places[place]);
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
    await world.tenant.setHooks({
      ...goodHooks,
      access: `${answering(mask)} // read:roles and change:roles too`,
    });
    for (const place of everywhere.filter((one) => /^the /.test(one))) {
      expect(await outcomeOf(places[place]), place).toHaveProperty('value');
    }
  },
);
