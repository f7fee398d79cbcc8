import { spawn } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { AuditRecord } from '#lib/audit/record.ts';
import type { JsonObject } from '#lib/json.ts';
import { findRecords } from '#lib/state/records.ts';
import { closeState, openState } from '#lib/state/state.ts';
import { settingsHook, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { resolveAttempts } from './resolve-attempts.ts';

const world = worldWithOwnHooks();

/** A folder takes seconds to be opened by one server after the other: one of a kind is enough there. */
function inTurn<Case>(cases: readonly Case[]): readonly Case[] {
  return process.env.TEST_STATE === 'folder' ? cases.slice(0, 1) : cases;
}

/** The next request of this method that reaches the tenant. */
function arrival(method: string): Promise<void> {
  return new Promise((resolve) => {
    const onRequest = (message: unknown) => {
      const { request } = message as { request: IncomingMessage };
      if (request.method !== method) return;
      unsubscribe('http.server.request.start', onRequest);
      resolve();
    };
    subscribe('http.server.request.start', onRequest);
  });
}

/** Lets a server of its own make an attempt, and ends it as a power switch would when the change has reached the tenant. */
async function crashIn(task: 'block' | 'rename' | 'delete', fault: JsonObject): Promise<void> {
  // Without hooks an Administrator may do everything, and the server need not start a sandbox first.
  await world.tenant.setHooks(task === 'rename' ? { settings: settingsHook() } : {});
  // A folder is one server's at a time.
  await closeState();
  const method = task === 'delete' ? 'DELETE' : 'PATCH';
  await world.tenant.setFaults({ respond: [{ match: { method }, status: 200, body: 'silence', ...fault }] });
  const arrived = arrival(method);
  const file = path.join(import.meta.dirname, 'testing/attempt-child.ts');
  const child = spawn(process.execPath, [file, task, 'auth0|ivan', 'auth0|nina'], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const gone = once(child, 'exit');
  await Promise.race([
    arrived,
    gone.then(() => {
      throw new Error('The server ended before it had sent anything.');
    }),
  ]);
  // Only a fault after the change shows the tenant at work still: it makes the change before it is silent.
  if (fault.when === 'after') await changed(task);
  child.kill('SIGKILL');
  await gone;
  await world.tenant.setFaults({});
}

async function changed(task: string): Promise<void> {
  for (;;) {
    const nina = (await world.tenant.api('GET', '/users/auth0%7Cnina').catch(() => undefined)) as
      | JsonObject
      | undefined;
    if (task === 'delete' ? !nina : nina?.blocked === true || nina?.name === 'Renamed') return;
  }
}

async function newest(): Promise<AuditRecord | undefined> {
  const { records } = await findRecords({ userId: 'auth0|nina' }, { limit: 1 });
  return records[0]?.record;
}

const over = () =>
  openState().then(({ db }) =>
    sql`update steward.server_lease set ends_at = now() - interval '1 second'`.execute(db),
  );

describe('an attempt whose server was killed while the tenant was silent', () => {
  test.each(
    inTurn([
      ['rename', { before: { name: 'Nina' }, after: { name: 'Renamed' } }],
      ['block', { after: { blocked: true } }],
      ['delete', {}],
    ] as const),
  )('is open, and then found done in the tenant: %s', async (task, shown) => {
    await crashIn(task, { when: 'after' });
    expect(await newest()).toMatchObject({
      outcome: 'open',
      durationMs: null,
      manager: { id: 'auth0|ivan' },
    });
    await over();
    await resolveAttempts();
    expect(await newest()).toMatchObject({
      outcome: 'done',
      reason: { code: 'server-ended', sentence: expect.stringContaining('the change was made') },
      resolvedAt: expect.stringMatching(/^20/),
      ...shown,
    });
  });

  test.each(inTurn(['rename', 'block', 'delete'] as const))(
    'is open until the tenant can have nothing more to do, and then not done: %s',
    async (task) => {
      await crashIn(task, { when: 'before' });
      await over();
      await resolveAttempts();
      expect(await newest()).toMatchObject({ outcome: 'open' });
      await resolveAttempts(0);
      expect(await newest()).toMatchObject({
        outcome: 'failed',
        reason: { code: 'server-ended', sentence: expect.stringContaining('the change was not made') },
      });
      const { records } = await findRecords({ outcome: 'open' }, { limit: 10 });
      expect(records).toEqual([]);
    },
  );

  test('is left alone while its server may be alive, unless nobody else can have the folder', async () => {
    await crashIn('block', { when: 'after' });
    const { isShared } = await openState();
    await resolveAttempts();
    expect(await newest()).toMatchObject({ outcome: isShared ? 'open' : 'done' });
    await over();
    await resolveAttempts();
    expect(await newest()).toMatchObject({ outcome: 'done' });
  });

  test('is left open while the tenant cannot be read', async () => {
    await crashIn('block', { when: 'after' });
    await over();
    await world.tenant.setFaults({ respond: [{ status: 503, times: 5 }] });
    await resolveAttempts(0);
    expect(await newest()).toMatchObject({ outcome: 'open' });
  });
});
