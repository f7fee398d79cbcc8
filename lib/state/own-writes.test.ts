import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Found } from '#lib/auth0/proofs.ts';
import type { User } from '#lib/auth0/user.ts';
import { forgetIndexed, noteOwnDeletion, noteOwnWrite, ownWrites } from './own-writes.ts';

const created = '2026-11-23T08:00:00.000Z';
const later = '2026-11-23T08:00:01.000Z';

function user(userId: string, updatedAt = created): User {
  return { user_id: userId, created_at: created, updated_at: updatedAt };
}

/** As the search index would show a user. */
const indexed = (userId: string, updatedAt: string) => user(userId, updatedAt) as User & Found;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-23T08:00:00Z') });
  return async () => {
    const { written } = await ownWrites();
    await forgetIndexed([...written.keys()].map((userId) => indexed(userId, '2999-01-01T00:00:00Z')));
    vi.useRealTimers();
  };
});

describe('own writes', () => {
  test('are kept until the index shows the user as new, and not dropped by an older one', async () => {
    await noteOwnWrite(user('auth0|1', later));
    await forgetIndexed([indexed('auth0|1', created)]);
    expect([...(await ownWrites()).written.keys()]).toEqual(['auth0|1']);
    await forgetIndexed([indexed('auth0|1', later)]);
    expect((await ownWrites()).written.size).toBe(0);
  });

  test('know a creation, also after a change of it', async () => {
    await noteOwnWrite(user('auth0|1'));
    await noteOwnWrite(user('auth0|1', later));
    await noteOwnWrite(user('auth0|2', later));
    const { written } = await ownWrites();
    expect(written.get('auth0|1')).toMatchObject({ isCreation: true, found: { updated_at: later } });
    expect(written.get('auth0|2')?.isCreation).toBe(false);
  });

  test('a deletion takes the place of what was written before', async () => {
    await noteOwnWrite(user('auth0|1'));
    await noteOwnDeletion('auth0|1');
    const { written, deletedIds } = await ownWrites();
    expect(written.size).toBe(0);
    expect([...deletedIds]).toEqual(['auth0|1']);
  });

  test('come newest first, and no more than two thousand are kept', async () => {
    for (let at = 0; at < 2_100; at += 1) await noteOwnWrite(user(`auth0|${at}`));
    const ids = [...(await ownWrites()).written.keys()];
    expect(ids.length).toBeLessThanOrEqual(2_000);
    expect(ids[0]).toBe('auth0|2099');
  });

  test('are forgotten after five minutes', async () => {
    await noteOwnWrite(user('auth0|1'));
    vi.advanceTimersByTime(299_000);
    expect((await ownWrites()).written.size).toBe(1);
    vi.advanceTimersByTime(2_000);
    expect((await ownWrites()).written.size).toBe(0);
  });
});
