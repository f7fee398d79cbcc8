import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { HookName } from '#lib/hook-runner/hook.ts';
import { toHookSource } from '#lib/hook-runner/load-hooks.ts';
import { runHook } from '#lib/hook-runner/run-hook.ts';
import {
  expectTold,
  type Outcome,
  outcomeOf,
  shortLimits,
  type WayToFail,
  waysToFail,
} from '#lib/testing/failing-hooks.ts';
import { worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import {
  callersOfHooks,
  goodHooks,
  leaveTraces,
  type Place,
  placesOfHooks,
  type Traces,
} from '#lib/testing/places-of-hooks.ts';
import type { BulkVerdict } from '../bulk/bulk-view.ts';
import { consoleView } from '../console-view.ts';
import { getHook } from '../hooks/get-hook.ts';
import type { RecordChart } from '../records/chart-records.ts';
import { signOutAddress } from './sign-out-address.ts';

Object.assign(process.env, shortLimits, { HOOK_HEAP_MB: '16' });

const world = worldWithOwnHooks();
let traces: Traces;
const places = placesOfHooks(world, () => traces);
const everywhere = Object.keys(places) as Place[];
const callers = callersOfHooks(everywhere);

// The sandbox's threads start with the first run, which may take longer than the short limits allow.
beforeAll(async () => {
  await runHook(toHookSource('settings', goodHooks.settings), {});
});
beforeEach(async () => {
  traces = await leaveTraces(world);
});

/** So many attempts at a few hundred milliseconds of processor time each take their time on a busy machine. */
const testTimeoutMs = 120_000;

/** More would wait for each other for so long that they run into another limit. */
const atOnceMost = { spinning: 2, others: 30 };

const changing = (calls: string[]) => calls.filter((call) => !call.startsWith('GET '));

/** Refusing to show somebody is no failure: a list leaves them out, and elsewhere there is no such user. */
function expectHidden(place: Place, outcome: Outcome): void {
  switch (place) {
    case 'the list':
    case 'the tenant’s log':
      expect(outcome).toMatchObject({ value: { rows: [] } });
      break;
    case 'an export of the tenant’s log':
      expect(outcome).toEqual({ value: [expect.stringContaining('Time (UTC)'), ''] });
      break;
    case 'an export of users':
      expect(outcome).toEqual({ value: [expect.stringMatching(/^[^\n]*E-mail[^\n]*\n$/), ''] });
      break;
    case 'a preview of many deleted':
      expect(outcome).toMatchObject({ value: [{ verdict: 'refused' }] });
      break;
    case 'the audit trail':
      expect(outcome).toMatchObject({ value: { rows: [], next: null } });
      break;
    case 'the count of what is new in the trail':
      expect(outcome).toEqual({ value: 0 });
      break;
    case 'the chart of the trail':
    case 'the chart of what a text finds':
      expect(countedIn(outcome)).toBe(0);
      break;
    case 'an export of records as CSV':
      expect(outcome).toEqual({ value: [expect.stringMatching(/^[^\n]*Time \(UTC\)[^\n]*\n$/)] });
      break;
    case 'an export of records as JSON lines':
      expect(outcome).toEqual({ value: [''] });
      break;
    case 'a create':
    case 'an invitation':
      expect(outcome).toMatchObject({ problem: { code: 'refused-by-guard', hook: 'write' } });
      break;
    default:
      expect(outcome).toEqual({
        problem: { code: 'not-found', message: expect.stringContaining('one of your') },
      });
  }
}

/** All that a chart counts. */
function countedIn(outcome: Outcome): number {
  const { days } = (outcome as { value: RecordChart }).value;
  return days.reduce((sum, { done, notDone }) => sum + done + notDone, 0);
}

function expectToldAt(place: Place, hook: HookName, way: WayToFail, outcome: Outcome): void {
  if (hook === 'access' && way.sentence !== undefined) {
    expectHidden(place, outcome);
    return;
  }
  // A preview of many says of each why not.
  if (place === 'a preview of many deleted' && 'value' in outcome) {
    const [verdict] = outcome.value as [BulkVerdict];
    const reason = verdict.verdict === 'refused' ? verdict.reason : '';
    expectTold({ code: 'hook-failed', hook: 'access', message: reason }, hook, way);
    return;
  }
  if (!('problem' in outcome)) throw new Error(`${place} went through.`);
  expectTold(outcome.problem, hook, way);
}

describe.each(Object.keys(callers) as HookName[])('the %s hook that', (hook) => {
  test.each(waysToFail.map((way) => [way.how, way] as const))(
    '%s ends in a true sentence within the limit wherever it is called, and nothing is sent',
    async (_how, way) => {
      await world.tenant.setHooks({ ...goodHooks, [hook]: way.text });
      const outcomes = new Map<Place, Outcome>();
      const attempt = async (place: Place) => outcomes.set(place, await outcomeOf(places[place]));
      const calls = await world.tenant.callsOf(async () => {
        const atOnce = atOnceMost[way.spins ? 'spinning' : 'others'];
        for (let at = 0; at < callers[hook].length; at += atOnce) {
          await Promise.all(callers[hook].slice(at, at + atOnce).map(attempt));
        }
      });
      for (const [place, outcome] of outcomes) expectToldAt(place, hook, way, outcome);
      expect(outcomes.size).toBe(callers[hook].length);
      expect(changing(calls)).toEqual([]);
    },
    testTimeoutMs,
  );
});

describe('what surrounds every page is there without the hook that', () => {
  test.each(waysToFail.map((way) => [way.how, way.text] as const))('%s', async (_how, text) => {
    const olga = () => signedIn(world.people.olga);
    for (const hook of ['settings', 'memberships'] as const) {
      await world.tenant.setHooks({ ...goodHooks, [hook]: text });
      expect(await outcomeOf(() => consoleView(olga()))).toMatchObject({ value: { maySeeLog: true } });
    }
    const ivan = signedIn(world.people.ivan);
    await world.tenant.setHooks({ ...goodHooks, settings: text });
    const [page, ended] = await Promise.all([
      outcomeOf(() => getHook(ivan, 'write')),
      outcomeOf(() => signOutAddress(olga())),
    ]);
    expect(page).toMatchObject({ value: { name: 'write' } });
    expect('problem' in ended || ended.value === undefined, 'signing out leads nowhere odd').toBe(true);
  });
});

describe('where it is not called, nothing depends on', () => {
  const hooks = ['filter', 'access', 'memberships', 'write', 'customDomain'] as const;

  test.each(hooks)('the %s hook', async (hook) => {
    await world.tenant.setHooks({ ...goodHooks, [hook]: '(ctx, callback) => callback("Not today.")' });
    const others = everywhere.filter(
      (place) => !callers[hook].includes(place) && !/delet(ion|ed)$/.test(place),
    );
    expect(others.length).toBeGreaterThan(0);
    for (const place of others) {
      expect(await outcomeOf(places[place]), place).toHaveProperty('value');
    }
  });

  test('the access hook for an Administrator’s whole trail, from which those are left out on whom it fails', async () => {
    const linesOf = async (access: string) => {
      await world.tenant.setHooks({ ...goodHooks, access });
      const { value } = (await outcomeOf(places['an export of the whole trail'])) as { value: string[] };
      return value.join('');
    };
    const whole = await linesOf(goodHooks.access);
    expect(whole).toContain('"Nils"');
    expect(whole).toContain('"isWhole":true');
    for (const { text } of waysToFail.filter(({ sentence }) => sentence === undefined)) {
      const chosen = await linesOf(text);
      expect(chosen).not.toContain('"Nils"');
      expect(chosen).toContain('"isWhole":false');
    }
  });
});

// The last one, because the console remembers whom it has deleted.
test('with hooks that answer, every attempt goes through', async () => {
  await world.tenant.setHooks(goodHooks);
  const calls = await world.tenant.callsOf(async () => {
    for (const place of everywhere) expect(await outcomeOf(places[place]), place).toHaveProperty('value');
  });
  const user = '/users/auth0%7Cnina';
  expect(changing(calls)).toEqual([
    'POST /users',
    'POST /users',
    'POST /dbconnections/change_password',
    `PATCH ${user}`,
    `POST ${user}/roles`,
    `DELETE ${user}/roles`,
    'POST /organizations/org_acme/members',
    'DELETE /organizations/org_acme/members',
    expect.stringMatching(/^DELETE \/device-credentials\//),
    expect.stringMatching(/^DELETE \/users\/auth0%7Cnina\/authentication-methods\/./),
    `DELETE ${user}/authentication-methods`,
    `POST ${user}/revoke-access`,
    'POST /jobs/verification-email',
    'POST /dbconnections/change_password',
    'POST /dbconnections/change_password',
    `PATCH ${user}`,
    'DELETE /user-blocks/auth0%7Cnina',
    `PATCH ${user}`,
    'PATCH /users/auth0%7Cnils',
    'PATCH /users/auth0%7Cnils',
    'PATCH /users/auth0%7Cnils',
    'DELETE /users/auth0%7Cnils/roles',
    'DELETE /organizations/org_acme/members',
    'POST /jobs/users-imports',
    'POST /dbconnections/change_password',
    'PATCH /users/auth0%7Cnils',
    'PATCH /users/auth0%7Cnils',
    'POST /jobs/verification-email',
    'POST /users/auth0%7Cnils/revoke-access',
    'DELETE /users/auth0%7Cnils/authentication-methods',
    'DELETE /users/auth0%7Cnils',
    `DELETE ${user}`,
  ]);
});
