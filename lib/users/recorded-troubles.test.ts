import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { sql } from 'kysely';
import { describe, expect, test, vi } from 'vitest';
import { entriesAfter } from '#lib/state/records.ts';
import { openState } from '#lib/state/state.ts';
import { password } from '#lib/testing/own-hooks.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import {
  before,
  hooks,
  ivan,
  recorded,
  update,
  userId,
  withTrail,
  world,
} from '#lib/testing/recorded-world.ts';
import { blockUser } from './block-user.ts';
import { getUser } from './get-user.ts';
import { sendPasswordReset } from './send-password-reset.ts';

withTrail();

describe('a change that fails', () => {
  const failing = (status: number, when: 'before' | 'after', more = {}) =>
    world.tenant.setFaults({ respond: [{ match: { method: 'PATCH' }, status, when, times: 1, ...more }] });

  test('in the tenant is recorded as failed, and as done where it was done all the same', async () => {
    await failing(503, 'before');
    await problemOf(blockUser(ivan(), { userId }));
    expect((await recorded()).record).toMatchObject({
      outcome: 'failed',
      reason: { code: 'tenant-unavailable' },
    });
    await failing(503, 'after');
    await blockUser(ivan(), { userId });
    expect((await recorded()).record).toMatchObject({ outcome: 'done', after: { blocked: true } });
  });

  test('without anybody knowing whether it was made is recorded as unknown', async () => {
    await failing(504, 'before');
    await problemOf(blockUser(ivan(), { userId }));
    expect((await recorded()).record).toMatchObject({
      outcome: 'unknown',
      reason: { sentence: expect.stringContaining('did not confirm') },
    });
  });

  test('half way is recorded with both halves', async () => {
    await failing(429, 'before', { passes: 1 });
    await world.tenant.setHooks({
      ...hooks,
      write: `(ctx, cb) => cb(null, { name: 'N', password: '${password}' })`,
    });
    await problemOf(update({ 'user_metadata.title': 'X' }));
    expect((await recorded()).record).toMatchObject({
      outcome: 'partly',
      saved: [expect.any(String)],
      notSaved: ['Password'],
      after: { name: 'N' },
      bodies: [{ name: 'N' }, { password: '[secret]' }],
    });
  });
});

describe('where the trail cannot be written', () => {
  const rename = async (from: string, to: string) => {
    const { db } = await openState();
    await sql.raw(`alter table steward.${from} rename to ${to}`).execute(db);
  };

  test('nothing is sent to the tenant, nothing is shown, and it says so; the attempts are recorded later', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await rename('audit_head', 'away');
    const calls = await world.tenant.callsOf(async () => {
      expect(await problemOf(blockUser(ivan(), { userId }))).toMatchObject({
        code: 'not-recorded',
        message: expect.stringContaining('nothing was changed and nothing is shown'),
      });
      expect(await problemOf(sendPasswordReset(ivan(), { userId }))).toMatchObject({ code: 'not-recorded' });
      expect(await problemOf(getUser(ivan(), userId))).toMatchObject({ code: 'not-recorded' });
    });
    expect(calls.filter((call) => !call.startsWith('GET'))).toEqual([]);
    await rename('away', 'audit_head');
    await blockUser(ivan(), { userId });
    await vi.waitFor(async () => expect((await recorded()).kinds).toHaveLength(4), { timeout: 10_000 });
    const entries = await entriesAfter(before, 100);
    expect(entries.map(({ content: { record } }) => `${record.action} ${record.outcome}`).sort()).toEqual([
      'block:user done',
      'block:user failed',
      'block:user open',
      'reset:password failed',
    ]);
  });

  test('only at the end, what was done stays done, and the end is written as soon as that can be', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const atTenant = new Promise<void>((resolve) => {
      const onRequest = async (message: unknown) => {
        const { request } = message as { request: IncomingMessage };
        if (request.method !== 'PATCH') return;
        unsubscribe('http.server.request.start', onRequest);
        await rename('audit_head', 'away');
        resolve();
      };
      subscribe('http.server.request.start', onRequest);
    });
    await world.tenant.setFaults({ latencyMs: 300 });
    expect(await blockUser(ivan(), { userId })).toEqual({ userId, name: 'Nina' });
    await atTenant;
    expect((await recorded()).kinds).toEqual(['begun']);
    await rename('away', 'audit_head');
    await vi.waitFor(async () => expect((await recorded()).kinds).toEqual(['begun', 'ended']), {
      timeout: 10_000,
    });
    expect((await recorded()).record).toMatchObject({ outcome: 'done', after: { blocked: true } });
  });
});
