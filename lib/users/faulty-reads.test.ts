import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withTimeLimit } from '#lib/auth0/time-limit.ts';
import type { User } from '#lib/auth0/user.ts';
import { toProblem } from '#lib/errors.ts';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import type { JsonObject } from '#lib/json.ts';
import { signedIn } from '#lib/testing/people.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { exportLog } from './export-log.ts';
import { exportUsers } from './export-users.ts';
import { editUserForm } from './form.ts';
import { getLogEntry } from './get-log-entry.ts';
import { getUser } from './get-user.ts';
import { getUserLogEntry } from './get-user-log-entry.ts';
import { listDevices } from './list-devices.ts';
import { listLog } from './list-log.ts';
import { listMultifactor } from './list-multifactor.ts';
import { listSessions } from './list-sessions.ts';
import { listUserLog } from './list-user-log.ts';
import { listJoinableOrganizations, listUserOrganizations } from './list-user-organizations.ts';
import { listAssignableRoles, listUserRoles } from './list-user-roles.ts';
import { listUsers } from './list-users.ts';
import { wholeLog } from './log-filter.ts';
import type { Manager } from './manager.ts';

let tenant: TestTenant;
let ivan: User;
let logId: string;

const userId = 'auth0|seen';
const user = '/users/auth0%7Cseen';

beforeAll(async () => {
  tenant = await startTestTenant('own');
  ivan = await tenant.putUser({
    user_id: 'auth0|ivan',
    name: 'Ivan',
    app_metadata: { roles: ['Delegated Admin - Administrator'] },
  });
  await tenant.putUser({ user_id: userId, email: 'seen@example.com', name: 'Seen' });
  const { logs } = await tenant.putTraces({ logs: [{ type: 's', user_id: userId, user_name: 'Seen' }] });
  logId = `${logs[0]}`;
  // The sandbox and the state are ready before anything is timed.
  for (const read of reads) await read.run(signedIn(ivan)).catch(() => undefined);
});
afterAll(async () => {
  await tenant.stop();
  await closeHookPool();
});

interface Read {
  name: string;
  /** The call without which there is nothing to show. */
  path: () => string;
  run(manager: Manager): Promise<unknown>;
}

const reads: Read[] = [
  {
    name: 'the list',
    path: () => '/users',
    run: (manager) =>
      listUsers(manager, {
        search: '',
        sort: { by: 'name', descending: false },
        page: 1,
        perPage: 25,
      }),
  },
  { name: 'a user’s page', path: () => user, run: (manager) => getUser(manager, userId) },
  { name: 'the form for editing', path: () => user, run: (manager) => editUserForm(manager, userId) },
  { name: 'a user’s log', path: () => `${user}/logs`, run: (manager) => listUserLog(manager, userId, 1) },
  {
    name: 'an entry of a user’s log',
    path: () => `/logs/${logId}`,
    run: (manager) => getUserLogEntry(manager, userId, logId),
  },
  {
    name: 'devices',
    path: () => '/device-credentials',
    run: (manager) => listDevices(manager, { userId, group: 'steady' }),
  },
  { name: 'sessions', path: () => `${user}/sessions`, run: (manager) => listSessions(manager, userId) },
  {
    name: 'second factors',
    path: () => `${user}/authentication-methods`,
    run: (manager) => listMultifactor(manager, userId),
  },
  { name: 'roles', path: () => `${user}/roles`, run: (manager) => listUserRoles(manager, { userId }) },
  {
    name: 'roles to give',
    path: () => '/roles',
    run: (manager) => listAssignableRoles(manager, { userId, page: 1 }),
  },
  {
    name: 'organizations',
    path: () => `${user}/organizations`,
    run: (manager) => listUserOrganizations(manager, { userId, page: 1 }),
  },
  {
    name: 'organizations to join',
    path: () => '/organizations',
    run: (manager) => listJoinableOrganizations(manager, { userId }),
  },
  { name: 'the log', path: () => '/logs', run: (manager) => listLog(manager, { ...wholeLog, from: '' }) },
  {
    name: 'an entry of the log',
    path: () => `/logs/${logId}`,
    run: (manager) => getLogEntry(manager, logId),
  },
  {
    name: 'the export of users',
    path: () => '/users',
    run: (manager) => exportUsers(manager, { search: '' }).next(),
  },
  { name: 'the log’s export', path: () => '/logs', run: (manager) => exportLog(manager, wholeLog).next() },
];

interface Column {
  name: string;
  fault: JsonObject;
  /** Absent: it is read all the same. */
  words?: RegExp;
}

const hasFault = /^The tenant has a fault at the moment\. Nothing was changed; try again in \d+ seconds\.$/;
const isAway = /^The tenant does not answer at the moment\. Nothing was changed; try again in \d+ seconds\.$/;
const limits = /^The tenant is limiting requests\. Nothing was changed; try again in \d+ seconds\.$/;

const columns: Column[] = [
  { name: '429 in Auth0’s own shape', fault: { status: 429 }, words: limits },
  {
    name: '429 in the shape of a custom policy',
    fault: { status: 429, body: 'custom-policy' },
    words: limits,
  },
  { name: '500', fault: { status: 500 }, words: hasFault },
  { name: '503', fault: { status: 503 }, words: hasFault },
  { name: 'ten seconds of silence', fault: { status: 500, body: 'silence' }, words: isAway },
  { name: 'connections that break', fault: { status: 500, body: 'hang-up' }, words: isAway },
  { name: 'a connection that breaks once', fault: { status: 500, body: 'hang-up', times: 1 } },
  { name: 'malformed answers', fault: { status: 200, body: 'malformed' }, words: isAway },
  { name: 'a token that has just expired', fault: { status: 401, times: 1 } },
  {
    name: 'tokens that are never taken',
    fault: { status: 401 },
    words: /^The tenant does not accept this console’s own credentials\. Nothing was changed\./,
  },
];

interface Ended {
  message: string | undefined;
  tookMs: number;
}

async function tried({ run }: Read): Promise<Ended> {
  const startedMs = performance.now();
  // As every page does.
  const message = await withTimeLimit(() => run(signedIn(ivan))).then(
    () => undefined,
    (error: unknown) => toProblem(error).message,
  );
  return { message, tookMs: performance.now() - startedMs };
}

/** Together those that do not ask for the same. */
async function triedAll({ fault }: Column): Promise<Map<string, Ended>> {
  const ended = new Map<string, Ended>();
  const waiting = [...reads];
  while (waiting.length > 0) {
    const together: Read[] = [];
    for (const read of [...waiting]) {
      if (together.length === 4 || together.some(({ path }) => path() === read.path())) continue;
      together.push(read);
      waiting.splice(waiting.indexOf(read), 1);
    }
    // A user's page is also what most others begin with.
    const respond = together.map(
      ({ path }): JsonObject => ({
        times: 9,
        ...fault,
        match: { method: 'GET', path: path(), exactly: true },
      }),
    );
    await tenant.setFaults({ respond });
    await Promise.all(together.map(async (read) => ended.set(read.name, await tried(read))));
  }
  await tenant.setFaults({});
  return ended;
}

/** Within two seconds; several are tried at once, on a small machine that others share. */
const atMostMs = 2_000 + 1_000;

describe.each(columns)('$name', (column) => {
  let ended: Map<string, Ended>;

  beforeAll(async () => {
    ended = await triedAll(column);
  });

  test.each(reads)('at $name', ({ name }) => {
    const { message, tookMs } = ended.get(name) ?? {};
    expect(tookMs).toBeLessThan(atMostMs);
    if (column.words) expect(message).toMatch(column.words);
    else expect(message).toBeUndefined();
  });
});

test('connections that are refused are told of at once, and everything is read when the tenant is back', async () => {
  const back = await tenant.away();
  const ended = await Promise.all(reads.map(tried)).finally(back);
  expect(ended.map(({ message }) => message)).toEqual(reads.map(() => expect.stringMatching(isAway)));
  const again = [];
  for (const read of reads) again.push(await tried(read));
  expect(again.map(({ message }) => message)).toEqual(reads.map(() => undefined));
});
