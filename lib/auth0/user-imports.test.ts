import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { inAttempt } from '#lib/testing/in-attempt.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import type { GuardedImport } from './proofs.ts';
import { readUser } from './read-user.ts';
import { importState, startImport as start } from './user-imports.ts';

const startImport = inAttempt(start);

const connection = 'Username-Password-Authentication';
const row = {
  user_id: 'renee',
  email: 'renee@example.com',
  blocked: true,
  app_metadata: { department: 'HR' },
};

let tenant: TestTenant;

beforeAll(async () => {
  tenant = await startTestTenant();
});
beforeEach(() => tenant.reset());
afterAll(() => tenant.stop());

function importing(changes: JsonObject = {}, at = connection) {
  return startImport({ row: { ...row, ...changes }, connection: at } as unknown as GuardedImport);
}

async function jobOf(started: ReturnType<typeof importing>): Promise<string> {
  const job = await started;
  if (job === 'unknown') throw new Error('The tenant gave no job.');
  return job.jobId;
}

async function endOf(jobId: string) {
  for (;;) {
    const state = await importState(jobId);
    if (state.kind !== 'running') return state;
  }
}

test('makes a user with the id and all that the row says, and without a password', async () => {
  expect(await endOf(await jobOf(importing()))).toEqual({ kind: 'imported' });
  expect(await readUser('auth0|renee')).toMatchObject({ ...row, user_id: 'auth0|renee' });
});

test('is under way until the tenant has ended it', async () => {
  await tenant.setFaults({ importDelayMs: 600_000 });
  const jobId = await jobOf(importing());
  expect(await importState(jobId)).toEqual({ kind: 'running' });
  expect(await readUser('auth0|renee')).toBeUndefined();
  await tenant.setFaults({});
  expect(await endOf(jobId)).toEqual({ kind: 'imported' });
});

test('leaves somebody who is there as they are, and says why', async () => {
  await endOf(await jobOf(importing()));
  const state = await endOf(await jobOf(importing({ user_id: 'other', name: 'Another' })));
  expect(state).toEqual({
    kind: 'left-out',
    isTaken: true,
    reasons: ['The user already exists. To update it, set upsert to true.'],
  });
  expect(await readUser('auth0|other')).toBeUndefined();
});

test('tells what the tenant does not take of a row, without the row', async () => {
  const state = await endOf(await jobOf(importing({ email: 'no address' })));
  expect(state).toEqual({
    kind: 'left-out',
    isTaken: false,
    reasons: [expect.not.stringContaining('no address')],
  });
});

test('is sent once, and a start of doubtful end is called unknown', async () => {
  await tenant.setFaults({
    respond: [{ match: { path: '/jobs/users-imports' }, status: 503, when: 'after', times: 1 }],
  });
  const calls = await tenant.callsOf(async () => expect(await importing()).toBe('unknown'));
  expect(calls.filter((call) => call.startsWith('POST'))).toEqual(['POST /jobs/users-imports']);
});

test('is refused where nothing was started: a connection that is gone, a third one at a time', async () => {
  expect((await problemOf(importing({}, 'Nowhere'))).code).toBe('tenant-refused');
  await tenant.setFaults({ importDelayMs: 600_000 });
  const jobs = [
    await jobOf(importing()),
    await jobOf(importing({ user_id: 'two', email: 'two@example.com' })),
  ];
  const problem = await problemOf(importing({ user_id: 'three', email: 'three@example.com' }));
  expect(problem).toMatchObject({
    code: 'tenant-limit',
    message: expect.stringContaining('Nothing was changed'),
  });
  await tenant.setFaults({});
  for (const jobId of jobs) expect(await endOf(jobId)).toEqual({ kind: 'imported' });
});

test('a job that the tenant knows no more is gone', async () => {
  expect(await importState('job_0000000000000000')).toEqual({ kind: 'gone' });
});
