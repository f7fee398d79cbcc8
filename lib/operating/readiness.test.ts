import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { startPostgres, type TestPostgres } from '#lib/testing/postgres.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { readiness } from './readiness.ts';

let tenant: TestTenant;
let postgres: TestPostgres;
let nowMs = Date.now();

beforeAll(async () => {
  postgres = await startPostgres();
  Object.assign(process.env, { DATABASE_URL: await postgres.database('steward') });
  tenant = await startTestTenant();
  // As at the start of a server, which opens the database and the sandbox before it takes a request.
  await vi.waitFor(async () => expect((await readiness()).status).toBe('ready'), {
    timeout: 30_000,
    interval: 1_100,
  });
});
beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  // Each test asks anew, however quickly it follows another.
  nowMs += 60_000;
  vi.spyOn(Date, 'now').mockImplementation(() => nowMs);
  return () => vi.restoreAllMocks();
});
afterAll(closeHookPool);

const logged = () => vi.mocked(console.warn).mock.calls.map(String).join('\n');
const allOk = { status: 'ready', state: 'ok', tenant: 'ok', sandbox: 'ok' };

test('a server whose database, tenant and sandbox answer is ready', async () => {
  expect(await readiness()).toEqual(allOk);
  expect(logged()).toBe('');
});

test('whoever asks often has the same answer for a second, and nobody is asked for it', async () => {
  await readiness();
  let requests = 0;
  const { subscribe, unsubscribe } = await import('node:diagnostics_channel');
  const count = () => requests++;
  subscribe('undici:request:create', count);
  nowMs += 999;
  await Promise.all(Array.from({ length: 50 }, readiness));
  expect(requests).toBe(0);
  nowMs += 1;
  await Promise.all(Array.from({ length: 50 }, readiness));
  unsubscribe('undici:request:create', count);
  expect(requests).toBe(1);
});

test('a database that does not answer keeps the server from being ready, in a sentence without its address', async () => {
  await postgres.stop();
  const startedMs = performance.now();
  const answer = await readiness();
  expect(performance.now() - startedMs).toBeLessThan(2_500);
  expect(answer).toEqual({
    ...allOk,
    status: 'not ready',
    state: 'Steward’s own data cannot be reached.',
  });
  expect(logged()).toContain('"part":"state"');
});

test('a tenant that does not answer keeps the server from being ready, within two seconds', async () => {
  await tenant.stop();
  const startedMs = performance.now();
  const answer = await readiness();
  expect(performance.now() - startedMs).toBeLessThan(2_500);
  expect(answer.status).toBe('not ready');
  expect(answer.tenant).toBe('The tenant does not answer, or does not accept this console’s credentials.');
  expect(answer.sandbox).toBe('ok');
});
