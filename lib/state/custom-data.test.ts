import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { closeHookPool, toHookSource } from '#lib/hook-runner/load-hooks.ts';
import { runHook } from '#lib/hook-runner/run-hook.ts';
import { customDataOf } from './custom-data.ts';
import { migrations } from './migrations.ts';
import { openStateAt } from './state.ts';
import { describeInBothPlaces, postgres } from './testing/both-places.ts';
import { startChild } from './testing/start-child.ts';

afterAll(closeHookPool);

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);
const sorted = (list: number[]) => list.toSorted((a, b) => a - b);
/** What is promised here is no matter of time. */
const limits = { waitMs: 60_000 };
const tenant = 'https://example.eu.auth0.com';

describeInBothPlaces('custom data', (at) => {
  const opened = async () => at.state;
  const customData = customDataOf(tenant, opened);
  const standing = async () => JSON.parse((await customData.read()).json);

  test('are {} at first, and count their versions', async () => {
    expect(await customData.read()).toEqual({ json: '{}', version: 0 });
    expect(await customData.write('{"a":1}', 0)).toBe(1);
    expect(await customData.read()).toEqual({ json: '{"a":1}', version: 1 });
  });

  test('refuse a write that is based on what others have replaced, and take one that is not', async () => {
    const { version } = await customData.read();
    expect(await customData.write('{"a":2}', version)).toBe(version + 1);
    expect(await customData.write('{"a":3}', version)).toBeUndefined();
    expect(await standing()).toEqual({ a: 2 });
    expect(await customData.write('{"a":4}', undefined)).toBe(version + 2);
    expect(await standing()).toEqual({ a: 4 });
  });

  test('are each tenant’s own', async () => {
    const other = customDataOf('https://other.eu.auth0.com', opened);
    await other.write('{"other":true}', undefined);
    expect(await standing()).toEqual({ a: 4 });
    expect(JSON.parse((await other.read()).json)).toEqual({ other: true });
  });

  test('keep each of 20 appends that hooks make at once', async () => {
    await customData.write('{}', undefined);
    const hook = toHookSource(
      'write',
      'async (ctx) => { const data = await ctx.read(); const seen = [...(data.seen || []), ctx.n]; await ctx.write({ seen }); return seen.length; }',
    );
    const runs = await Promise.all(numbers(20).map((n) => runHook(hook, { n }, { customData, limits })));
    expect(sorted(runs.map(({ outcome }) => (outcome.ok ? Number(outcome.answer) : NaN)))).toEqual(
      numbers(21).slice(1),
    );
    expect(sorted((await standing()).seen)).toEqual(numbers(20));
  });

  test('keep 400 kB of any text through 10 writes at once and a restart', async () => {
    const odd = 'ä\u0000\ud83d\ude00\\"\u2028';
    const hook = toHookSource(
      'write',
      'async (ctx) => { const data = await ctx.read(); await ctx.write({ odd: ctx.odd, count: (data.count || 0) + 1, filling: "x".repeat(399900) }); return true; }',
    );
    await Promise.all(numbers(10).map(() => runHook(hook, { odd }, { customData, limits })));
    await at.state.close();
    at.state = await openStateAt(at.place);
    expect(await standing()).toEqual({ odd, count: 10, filling: 'x'.repeat(399_900) });
  });

  test('can be told in a sentence that they cannot be reached', async () => {
    const away = customDataOf(tenant, () => Promise.reject(new Error('password=secret')));
    await expect(away.read()).rejects.toThrow(/^Steward’s own data cannot be reached now$/);
    await expect(away.write('{}', 1)).rejects.toThrow(/^Steward’s own data cannot be reached now$/);
    await expect(away.alone(async () => 1)).rejects.toThrow(/^Steward’s own data cannot be reached now$/);
  });
});

describe('several servers on one PostgreSQL', () => {
  test('make the tables once, whichever comes first', async () => {
    const databaseUrl = await postgres.database('many_at_once');
    const states = await Promise.all(numbers(8).map(() => openStateAt({ databaseUrl, folder: '' })));
    const rows = await states[0]?.db.selectFrom('schema_version').selectAll().execute();
    expect(rows).toEqual([{ one: 1, version: migrations.length }]);
    const [one, other] = states.map((state) => customDataOf(tenant, async () => state));
    await one?.write('{"seen":"by both"}', undefined);
    expect((await other?.read())?.json).toBe('{"seen":"by both"}');
    await Promise.all(states.map((state) => state.close()));
  });

  test('keep each of 20 appends that hooks of two processes make at once', async () => {
    const databaseUrl = await postgres.database('two_processes');
    const children = [0, 10].map((first) => startChild('append', { folder: '', databaseUrl }, first));
    await Promise.all(children.map((child) => child.until('done')));
    await Promise.all(children.map((child) => child.kill()));
    const state = await openStateAt({ databaseUrl, folder: '' });
    const { json } = await customDataOf(tenant, async () => state).read();
    await state.close();
    expect(sorted(JSON.parse(json).seen)).toEqual(numbers(20));
  }, 120_000);

  test('let a retry wait until another server’s has written', async () => {
    const databaseUrl = await postgres.database('turns');
    const states = await Promise.all([1, 2, 3].map(() => openStateAt({ databaseUrl, folder: '' })));
    const [one, other, onlooker] = states.map((state) => customDataOf(tenant, async () => state));
    const events: string[] = [];
    let waiting: Promise<unknown> | undefined;
    await one?.alone(async (place) => {
      const { version } = await place.read();
      waiting = other?.alone(async (next) => events.push(`reads ${(await next.read()).json}`));
      for (const _ of numbers(50)) await onlooker?.read();
      events.push('writes 1');
      await place.write('1', version);
    });
    await waiting;
    expect(events).toEqual(['writes 1', 'reads 1']);
    await Promise.all(states.map((state) => state.close()));
  });

  test('read whole numbers as numbers also from engines that make them larger', async () => {
    const databaseUrl = await postgres.database('large_numbers');
    const state = await openStateAt({ databaseUrl, folder: '' });
    const { rows } = await sql`select 41::bigint as large, 1::integer as small, 'a' as text`.execute(
      state.db,
    );
    await state.close();
    expect(rows).toEqual([{ large: 41, small: 1, text: 'a' }]);
  });

  test('do not start on tables of a newer Steward', async () => {
    const databaseUrl = await postgres.database('newer');
    const state = await openStateAt({ databaseUrl, folder: '' });
    await state.db.updateTable('schema_version').set({ version: 999 }).execute();
    await state.close();
    await expect(openStateAt({ databaseUrl, folder: '' })).rejects.toThrow(
      /tables are those of a newer Steward \(999/,
    );
  });

  test('are told which server cannot be reached, without the password', async () => {
    const databaseUrl = 'postgresql://steward:a-secret@127.0.0.1:1/steward';
    const error = await openStateAt({ databaseUrl, folder: '' }).catch(String);
    expect(error).toMatch(/^Error: Steward cannot use its own data at 127\.0\.0\.1:1: .*ECONNREFUSED/);
    expect(error).not.toContain('a-secret');
  });
});
