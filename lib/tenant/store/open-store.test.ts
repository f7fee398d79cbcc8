import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeUser } from './make-user.ts';
import { openStore } from './open-store.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenant-store-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the file', () => {
  test('a store opened again holds what the closed one held, in the same order', () => {
    const file = join(folder, 'deep', 'tenant.sqlite');
    const before = openStore({ file });
    before.users.set(
      'auth0|b',
      makeUser('b', { email: 'b@example.com', app_metadata: { odd: 'é\u0000"🙂' } }),
    );
    before.users.set('auth0|a', makeUser('a', { email: 'a@example.com' }));
    before.users.set('auth0|gone', makeUser('gone'));
    before.users.delete('auth0|gone');
    before.collection<{ n: number }>('things').set('x', { n: 1 });
    before.collection<{ n: number }>('things').set('x', { n: 2 });
    before.close();

    const after = openStore({ file });
    expect(Array.from(after.users.values(), (user) => user.user_id)).toEqual(['auth0|b', 'auth0|a']);
    expect(after.users.get('auth0|b')?.app_metadata).toEqual({ odd: 'é\u0000"🙂' });
    expect(after.users.byEmail('A@example.com').map((user) => user.user_id)).toEqual(['auth0|a']);
    expect(after.users.search({ query: 'email:b@example.com', page: 0, perPage: 5 }).total).toBe(1);
    expect(after.collection('things').get('x')).toEqual({ n: 2 });
    after.close();
  });

  test('a process killed in the middle leaves everything up to its last whole turn', async () => {
    const file = join(folder, 'tenant.sqlite');
    const script = fileURLToPath(new URL('./write-and-die.ts', import.meta.url));
    const signal = await new Promise((resolve) => {
      execFile(process.execPath, [script, file], (error) => resolve(error?.signal));
    });
    expect(signal).toBe('SIGKILL');

    const store = openStore({ file });
    expect(store.users.size).toBe(499);
    expect(store.users.get('auth0|498')?.name).toBe('User 498');
    expect(store.users.get('auth0|499')).toBeUndefined();
    expect(store.collection('connections').get('con_1')).toEqual({ name: 'Employees' });
    store.close();
  });

  test('a file in use is refused, and free again once it is closed', () => {
    const file = join(folder, 'tenant.sqlite');
    const first = openStore({ file });
    expect(() => openStore({ file })).toThrow(/cannot be opened.*locked.*another tenant/s);
    first.close();
    openStore({ file }).close();
  });

  test('a file that is no store of ours is refused', () => {
    const file = join(folder, 'tenant.sqlite');
    writeFileSync(file, 'This is a letter, and a long one at that, and no database whatsoever.'.repeat(20));
    expect(() => openStore({ file })).toThrow(/cannot be opened/);
  });

  test('two stores without a file share nothing', () => {
    const one = openStore();
    const other = openStore();
    one.users.set('auth0|a', makeUser('a'));
    expect(other.users.size).toBe(0);
    expect(one.users.size).toBe(1);
  });
});

describe('documents', () => {
  test('what a caller does to a document stays outside until it is set', () => {
    const store = openStore();
    const things = store.collection<{ tags: string[] }>('things');
    const mine = { tags: ['red'] };
    things.set('x', mine);
    mine.tags.push('mine');
    things.get('x')?.tags.push('got');
    for (const thing of things.values()) thing.tags.push('seen');
    expect(things.get('x')).toEqual({ tags: ['red'] });

    const user = makeUser('a', { app_metadata: { department: 'HR' } });
    store.users.set('auth0|a', user);
    user.app_metadata = { department: 'Finance' };
    for (const found of store.users.search({ page: 0, perPage: 5 }).users) found.app_metadata = {};
    expect(store.users.get('auth0|a')?.app_metadata).toEqual({ department: 'HR' });
    store.users.set('auth0|a', user);
    expect(store.users.get('auth0|a')?.app_metadata).toEqual({ department: 'Finance' });
  });

  test('members that are undefined vanish, and odd keys stay', () => {
    const things = openStore().collection<object>('things');
    things.set('x', JSON.parse('{"__proto__": {"polluted": true}, "toString": 1}'));
    things.set('y', { a: undefined, b: null });
    expect(JSON.stringify(things.get('x'))).toBe('{"__proto__":{"polluted":true},"toString":1}');
    expect(Object.keys(things.get('y') ?? {})).toEqual(['b']);
  });

  test('deleting says whether something was there', () => {
    const things = openStore().collection<object>('things');
    things.set('x', {});
    expect(things.delete('x')).toBe(true);
    expect(things.delete('x')).toBe(false);
    expect(things.size).toBe(0);
  });
});

describe('users by e-mail and username', () => {
  test('are found whatever the case, all who share one, and no longer after a change', () => {
    const { users } = openStore();
    users.set('auth0|a', makeUser('a', { email: 'Jane@Example.com', username: 'JaneD' }));
    users.set('auth0|b', makeUser('b', { email: 'jane@example.com' }));
    expect(users.byEmail('JANE@example.com').map((user) => user.user_id)).toEqual(['auth0|a', 'auth0|b']);
    expect(users.byUsername('janed').map((user) => user.user_id)).toEqual(['auth0|a']);
    users.set('auth0|a', makeUser('a', { email: 'doe@example.com' }));
    users.delete('auth0|b');
    expect(users.byEmail('jane@example.com')).toEqual([]);
    expect(users.byUsername('janed')).toEqual([]);
    expect(users.byEmail('doe@example.com')).toHaveLength(1);
  });
});
