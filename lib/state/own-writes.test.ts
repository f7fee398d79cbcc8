import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Found } from '#lib/auth0/proofs.ts';
import type { User } from '#lib/auth0/user.ts';
import { startPostgres, type TestPostgres } from '#lib/testing/postgres.ts';
import { freshStateFolder } from '#lib/testing/state-folder.ts';
import { ownWritesOf } from './own-writes.ts';
import { openStateAt, type State, type StatePlace } from './state.ts';

const created = '2026-11-23T08:00:00.000Z';
const later = '2026-11-23T08:00:01.000Z';
const tenants = { count: 0 };

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

function user(userId: string, updatedAt = created, more = {}): User {
  return { user_id: userId, created_at: created, updated_at: updatedAt, ...more };
}

/** As the search index would show a user. */
const indexed = (userId: string, updatedAt: string) => user(userId, updatedAt) as User & Found;

describe.each([
  ['in a folder', 1, async (): Promise<StatePlace> => ({ folder: await freshStateFolder() })],
  [
    'on a PostgreSQL server that two servers share',
    2,
    async (): Promise<StatePlace> => ({ folder: '', databaseUrl: await postgres.database('own_writes') }),
  ],
])('own writes %s', (_, servers, makePlace) => {
  let place: StatePlace;
  let states: State[];
  /** Who writes, and who reads: the same where there is but one server. */
  let here: ReturnType<typeof ownWritesOf>;
  let there: ReturnType<typeof ownWritesOf>;

  beforeAll(async () => {
    place = await makePlace();
    states = await Promise.all(Array.from({ length: servers }, () => openStateAt(place)));
  });
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse(created), toFake: ['Date'] });
    tenants.count += 1;
    [here, there] = at(`https://tenant-${tenants.count}.eu.auth0.com`);
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  afterAll(async () => {
    for (const state of states) await state.close();
    if (place.folder) await rm(place.folder, { recursive: true });
  });

  function at(tenant: string) {
    const [first, second = first] = states.map((state) => ownWritesOf(tenant, async () => state));
    if (!first || !second) throw new Error('No state');
    return [first, second] as const;
  }

  const idsWritten = async () => [...(await there.read()).written.keys()];

  test('are kept until the index shows the user as new, and not dropped by an older one', async () => {
    await here.note(user('auth0|1', later));
    expect(await idsWritten()).toEqual(['auth0|1']);
    await there.forgetIndexed([indexed('auth0|1', created)]);
    expect(await idsWritten()).toEqual(['auth0|1']);
    await there.forgetIndexed([indexed('auth0|1', later)]);
    expect(await idsWritten()).toEqual([]);
    expect((await here.read()).written.size).toBe(0);
  });

  test('are read anew when they change, and the older of two answers never replaces the newer', async () => {
    await here.note(user('auth0|1', created, { name: 'First' }));
    await there.read();
    await here.note(user('auth0|1', later, { name: 'Second' }));
    expect((await there.read()).written.get('auth0|1')?.found).toMatchObject({ name: 'Second' });
    await here.note(user('auth0|1', created, { name: 'Late answer' }));
    expect((await there.read()).written.get('auth0|1')?.found).toMatchObject({ name: 'Second' });
  });

  test('know a creation, also after a change of it, and who stood there before the first of several', async () => {
    await here.note(user('auth0|1'));
    await here.note(user('auth0|1', later), user('auth0|1'));
    await here.note(user('auth0|2', later), user('auth0|2', created, { name: 'Before' }));
    await here.note(user('auth0|2', later), user('auth0|2', later, { name: 'Between' }));
    const { written } = await there.read();
    expect(written.get('auth0|1')).toMatchObject({ isCreation: true, found: { updated_at: later } });
    expect(written.get('auth0|2')).toMatchObject({ isCreation: false, before: { name: 'Before' } });
  });

  test('a deletion takes the place of what was written before, and a user made again that of a deletion', async () => {
    await here.note(user('auth0|1'));
    await here.noteDeletion('auth0|1');
    const { written, deletedIds } = await there.read();
    expect(written.size).toBe(0);
    expect([...deletedIds]).toEqual(['auth0|1']);
    await here.note(user('auth0|1', later));
    const again = await there.read();
    expect(again.deletedIds.size).toBe(0);
    expect(again.written.get('auth0|1')?.isCreation).toBe(true);
  });

  test('come newest first, and are each tenant’s own', async () => {
    await here.note(user('auth0|1'));
    vi.advanceTimersByTime(1);
    await here.note(user('auth0|2'));
    expect(await idsWritten()).toEqual(['auth0|2', 'auth0|1']);
    const [, elsewhere] = at('https://other.eu.auth0.com');
    expect((await elsewhere.read()).written.size).toBe(0);
  });

  test('are looked up in the index once in five seconds, the oldest first, fifty at a time', async () => {
    for (let at = 0; at < 60; at += 1) await here.note(user(`auth0|${at}`, new Date().toISOString()));
    await here.noteDeletion('auth0|0');
    await there.read();
    expect(there.takeDue()).toEqual([]);
    vi.advanceTimersByTime(5_000);
    const [first, second] = [there.takeDue(), there.takeDue()];
    expect([first.length, second.length]).toEqual([50, 9]);
    expect(new Set([...first, ...second]).size).toBe(59);
    expect(there.takeDue()).toEqual([]);
    vi.advanceTimersByTime(5_000);
    expect(there.takeDue()).toHaveLength(50);
  });

  test('are forgotten after five minutes, and their rows are gone soon after', async () => {
    const [state] = states;
    const rows = async () => (await state?.db.selectFrom('own_writes').select('user_id').execute())?.length;
    await here.note(user('auth0|1'), user('auth0|1', created, { name: 'Before' }));
    vi.advanceTimersByTime(299_000);
    expect(await idsWritten()).toEqual(['auth0|1']);
    vi.advanceTimersByTime(2_000);
    expect(await idsWritten()).toEqual([]);
    await here.note(user('auth0|1', later), user('auth0|1', created, { name: 'After' }));
    expect((await there.read()).written.get('auth0|1')).toMatchObject({
      isCreation: false,
      before: { name: 'After' },
    });
    vi.advanceTimersByTime(600_000);
    await here.noteDeletion('auth0|2');
    expect(await rows()).toBe(1);
  });
});

describe('own writes that cannot be noted', () => {
  test('are told to the operator alone: the change is made', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const away = ownWritesOf('https://example.eu.auth0.com', () => Promise.reject(new Error('gone')));
    await away.note(user('auth0|1'));
    await away.noteDeletion('auth0|1');
    const silent = ownWritesOf('https://example.eu.auth0.com', () => new Promise(() => undefined));
    await silent.note(user('auth0|1'));
    expect(told.mock.calls.map(([sentence]) => sentence)).toEqual(
      Array.from({ length: 3 }, () =>
        expect.stringContaining('A change was made, and no note of it could be taken'),
      ),
    );
    await expect(away.read()).rejects.toThrow('gone');
    told.mockRestore();
  });
});
