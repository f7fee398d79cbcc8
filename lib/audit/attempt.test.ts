import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { AppError } from '#lib/errors.ts';
import { untilWritten, writeSoon } from '#lib/state/on-their-way.ts';
import { entriesAfter } from '#lib/state/records.ts';
import { closeState } from '#lib/state/state.ts';
import { freshStateFolder } from '#lib/testing/state-folder.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { emptyTrail } from '#lib/testing/trail.ts';
import { type AttemptBy, attempted, beginAttempt } from './attempt.ts';

let tenant: TestTenant;
let folder: string;
let said: string[];
let isBroken: boolean;

beforeAll(async () => {
  // A folder is the stricter place: it cannot be opened a second time while it is being closed.
  folder = await freshStateFolder();
  process.env.STATE_DIR = folder;
  tenant = await startTestTenant();
});
beforeEach(async () => {
  await emptyTrail();
  said = [];
  isBroken = false;
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await tenant.stop();
  await rm(folder, { recursive: true });
});

/** Describes people until something breaks, as a bug in what makes a record would. */
const by: AttemptBy = {
  manager() {
    if (isBroken) throw new RangeError('Maximum call stack size exceeded');
    return { id: 'auth0|kelly', name: 'Kelly', roles: [], departments: [] };
  },
  user: ({ user_id: id }) => ({ id, name: null, departments: [] }),
};
const start = { action: 'block:user', userId: 'auth0|nina', payload: null } as const;

async function trail() {
  return (await entriesAfter(0, 10)).map(({ content: { kind, record } }) => ({
    kind,
    id: record.id,
    outcome: record.outcome,
  }));
}

test('a change whose end cannot be recorded because of a bug is done, stays open, and is named in the log', async () => {
  const done = await attempted(by, start, async () => {
    await beginAttempt();
    isBroken = true;
    return 'done';
  });
  expect(done).toBe('done');
  await untilWritten();
  const [begun, ...others] = await trail();
  expect(begun).toMatchObject({ kind: 'begun', outcome: 'open' });
  expect(others).toEqual([]);
  expect(said.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'error', record: begun?.id, error: expect.stringContaining('Maximum call stack') },
  ]);
});

test('whoever is refused is told why, also when that cannot be recorded because of a bug', async () => {
  const refused = attempted(by, start, async () => {
    isBroken = true;
    throw new AppError('refused-by-hook', 'Not on a Monday.');
  });
  await expect(refused).rejects.toThrow('Not on a Monday.');
  expect(said.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'error', record: expect.any(String), error: expect.stringContaining('Maximum call stack') },
  ]);
});

test('what can be recorded is, and the log says nothing of it', async () => {
  await attempted(by, start, beginAttempt);
  await untilWritten();
  expect(await trail()).toMatchObject([
    { kind: 'begun', outcome: 'open' },
    { kind: 'ended', outcome: 'done' },
  ]);
  expect(said).toEqual([]);
});

test('what is on its way when the database is closed is written first', async () => {
  await attempted(by, start, beginAttempt);
  await closeState();
  expect(await trail()).toMatchObject([{ kind: 'begun' }, { kind: 'ended', outcome: 'done' }]);
  expect(said).toEqual([]);
});

test('one write that fails keeps nobody from reading the trail, and none of the others from being written', async () => {
  const written: string[] = [];
  writeSoon('first', () => Promise.reject(new Error('Broken.')));
  writeSoon('second', async () => void written.push('second'));
  await untilWritten();
  expect(written).toEqual(['second']);
  expect(said.map((line) => JSON.parse(line))).toMatchObject([{ record: 'first' }]);
});
