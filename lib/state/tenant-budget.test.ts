import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres, type TestPostgres } from '#lib/testing/postgres.ts';
import { freshStateFolder } from '#lib/testing/state-folder.ts';
import { openStateAt, type State } from './state.ts';
import { sharedBudgetOf, type TenantBudget } from './tenant-budget.ts';

let postgres: TestPostgres;
let states: State[];
let count = 0;

beforeAll(async () => {
  postgres = await startPostgres();
  const databaseUrl = await postgres.database('budget');
  states = await Promise.all([1, 2].map(() => openStateAt({ databaseUrl, folder: '' })));
});
afterAll(async () => {
  await Promise.all(states.map((state) => state.close()));
  await postgres.stop();
});

/** Two servers' budgets of one tenant that nobody has called yet. */
async function twoServers(): Promise<[TenantBudget, TenantBudget]> {
  count += 1;
  const tenant = `https://tenant-${count}.eu.auth0.com`;
  const [one, other] = await Promise.all(states.map((state) => sharedBudgetOf(tenant, async () => state)));
  if (!one || !other) throw new Error('Not shared');
  return [one, other];
}

/** So slow that nothing comes in while a test runs. */
const slow = { perSecond: 0.001, burst: 20 };

test('no token is taken twice, however many ask at once on two servers', async () => {
  const servers = await twoServers();
  const taken = await Promise.all(
    Array.from({ length: 40 }, (_, at) => servers[at % 2]?.take(slow, 1, 0, 0)),
  );
  expect(taken.reduce((sum, one) => sum + (one?.granted ?? 0), 0)).toBe(20);
});

test('what is reserved for others stays, what was not used comes back, and no more than the burst', async () => {
  const [one, other] = await twoServers();
  expect(await one.take(slow, 100, 12, 0)).toMatchObject({ granted: 8 });
  expect(await other.take(slow, 100, 12, 0)).toMatchObject({ granted: 0 });
  expect(await other.take(slow, 4, 0, 0)).toMatchObject({ granted: 4 });
  expect((await one.take(slow, 0, 0, 3)).left).toBeCloseTo(11, 1);
  expect((await one.take(slow, 0, 0, 100)).left).toBe(20);
});

test('tokens come in with the time that passes', async () => {
  const [one, other] = await twoServers();
  const fast = { perSecond: 1_000, burst: 5 };
  expect(await one.take(fast, 5, 0, 0)).toMatchObject({ granted: 5 });
  await expect.poll(async () => (await other.take(fast, 5, 0, 0)).granted, { interval: 20 }).toBe(5);
});

test('a pause that the tenant asked one server for is known to the other until it ends', async () => {
  const [one, other] = await twoServers();
  await one.pause('read-logs', 60_000);
  await one.pause('read-logs', 1_000);
  await one.pause('read-users', 1);
  await expect
    .poll(async () => (await other.take(slow, 1, 0, 0)).pauses)
    .toEqual([['read-logs', expect.any(Number)]]);
  const [[, pauseMs] = []] = (await other.take(slow, 1, 0, 0)).pauses;
  expect(pauseMs).toBeGreaterThan(50_000);
});

test('a server that is the only one shares nothing', async () => {
  const state = await openStateAt({ folder: await freshStateFolder() });
  expect(await sharedBudgetOf('https://example.eu.auth0.com', async () => state)).toBeUndefined();
  await state.close();
});
