import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#lib/audit/canonical-json.ts';
import { hashOf } from '#lib/audit/chain.ts';
import type { AuditRecord, EntryKind } from '#lib/audit/record.ts';
import { makeRecord } from '#lib/audit/testing/make-record.ts';
import { appendEntry } from './append-entries.ts';
import {
  countByDay,
  endOfRecords,
  entriesAfter,
  findRecords,
  type RecordFilter,
  recordById,
  usersInRecords,
} from './records.ts';
import { openStateAt } from './state.ts';
import { describeInBothPlaces, postgres } from './testing/both-places.ts';

describeInBothPlaces('records', (at) => {
  const opened = async () => at.state;
  const append = (record: AuditRecord, kind: EntryKind = 'ended') =>
    appendEntry({ kind, server: 'one', record }, opened);
  const idsFoundBy = async (filter: RecordFilter) => {
    const { records } = await findRecords(filter, { limit: 100 }, opened);
    return records.map(({ record }) => record.id);
  };

  test('are none at first', async () => {
    expect(await findRecords({}, { limit: 10 }, opened)).toEqual({ records: [], next: null });
    expect(await recordById('none', opened)).toBeUndefined();
    expect(await countByDay({}, opened)).toEqual([]);
  });

  test('are one chain, also of 50 that are appended at once', async () => {
    const records = Array.from({ length: 50 }, (_, n) => makeRecord({ id: `many-${n}` }));
    await Promise.all(records.map((record) => append(record)));
    const entries = await entriesAfter(0, 100, opened);
    expect(entries.map(({ sequence }) => sequence)).toEqual(records.map((_, n) => n + 1));
    expect(entries.map(({ content }) => content.record.id)).toEqual(records.map(({ id }) => id));
    let last = '0'.repeat(64);
    for (const { previousHash, hash, content } of entries) {
      expect(previousHash).toBe(last);
      expect(hash).toBe(hashOf(last, canonicalJson(content)));
      last = hash;
    }
    expect((await entriesAfter(48, 100, opened)).map(({ sequence }) => sequence)).toEqual([49, 50]);
  });

  test('come in pages, the newest first', async () => {
    const ids: string[] = [];
    let before: number | undefined;
    for (;;) {
      const { records, next } = await findRecords({}, { before, limit: 20 }, opened);
      ids.push(...records.map(({ record }) => record.id));
      if (next === null) break;
      before = next;
    }
    expect(ids).toEqual(Array.from({ length: 50 }, (_, n) => `many-${49 - n}`));
  });

  test('are open when begun, and come once when ended', async () => {
    const record = makeRecord({ id: 'two-entries', outcome: 'open', durationMs: null });
    await append(record, 'begun');
    expect((await recordById('two-entries', opened))?.record.outcome).toBe('open');
    expect(await idsFoundBy({ outcome: 'open' })).toEqual(['two-entries']);
    await append({ ...record, outcome: 'done', durationMs: 5 });
    expect((await recordById('two-entries', opened))?.record).toMatchObject({
      outcome: 'done',
      durationMs: 5,
    });
    expect(await idsFoundBy({ outcome: 'open' })).toEqual([]);
    expect((await idsFoundBy({})).filter((id) => id === 'two-entries')).toHaveLength(1);
  });

  test('end once, and the second end takes nothing with it', async () => {
    const [second, another] = await Promise.all([
      append(makeRecord({ id: 'two-entries', outcome: 'failed' })),
      append(makeRecord({ id: 'beside it' })),
    ]);
    expect(second).toBeUndefined();
    expect(another?.content.record.id).toBe('beside it');
    expect((await recordById('two-entries', opened))?.record.outcome).toBe('done');
  });

  test('which the database does not take fail alone', async () => {
    const twice = makeRecord({ id: 'begun twice', outcome: 'open' });
    await append(twice, 'begun');
    const outcomes = await Promise.allSettled([
      append(makeRecord({ id: 'first of three' })),
      append(twice, 'begun'),
      append(makeRecord({ id: 'last of three' })),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await recordById('last of three', opened))?.record.outcome).toBe('done');
  });

  test.each<[string, RecordFilter, Partial<AuditRecord>]>([
    [
      'time',
      { from: '2027-01-01T00:00:00.000Z', to: '2027-01-02T00:00:00.000Z' },
      { startedAt: '2027-01-01T12:00:00.000Z' },
    ],
    [
      'manager',
      { managerId: 'auth0|ida' },
      { manager: { id: 'auth0|ida', name: 'Ida', roles: [], departments: [] } },
    ],
    [
      'a part of the manager’s name',
      { managerName: 'orothY' },
      { manager: { id: 'auth0|dorothy', name: 'Dorothy', roles: [], departments: [] } },
    ],
    [
      'a part of the user’s name',
      { userName: 'üller' },
      { user: { id: 'auth0|renee', name: 'Renée MÜLLER', departments: [] } },
    ],
    ['tenant', { tenant: 'other.eu.auth0.com' }, { tenant: 'other.eu.auth0.com' }],
    ['being about nobody', { userId: null }, { user: null }],
    [
      'one of several users',
      { userIds: ['auth0|one', 'auth0|two'] },
      { user: { id: 'auth0|two', name: null, departments: [] } },
    ],
    [
      'one of several actions',
      { action: ['lift:blocks', 'revoke:device'] },
      { action: 'revoke:device', permits: [] },
    ],
    ['user', { userId: 'auth0|other' }, { user: { id: 'auth0|other', name: null, departments: [] } }],
    ['action', { action: 'delete:user' }, { action: 'delete:user', permits: [] }],
    [
      'a permit',
      { action: 'change:email' },
      { action: 'update:user', permits: ['change:profile', 'change:email'] },
    ],
    ['outcome', { outcome: 'partly' }, { outcome: 'partly' }],
    [
      'department',
      { department: 'HR' },
      { user: { id: 'auth0|hal', name: 'Hal', departments: ['Legal', 'HR'] } },
    ],
    [
      'a part of a department',
      { departmentPart: 'rket' },
      { user: { id: 'auth0|mo', name: 'Mo', departments: ['IT', 'MARKETING'] } },
    ],
    ['two words', { text: ['Purple', 'elephant'] }, { payload: { a: 'ELEPHANT', b: 'is purple' } }],
    [
      'text',
      { text: 'too EXPENSIVE_%' },
      { reason: { code: 'refused-by-hook', sentence: 'Too expensive_% for you.' } },
    ],
  ])('are found by %s, and not without it', async (name, filter, more) => {
    const id = `found by ${name}`;
    expect(await idsFoundBy(filter)).toEqual([]);
    await append(makeRecord({ id, ...more }));
    expect(await idsFoundBy(filter)).toEqual([id]);
  });

  test('are left out by users, and those about nobody are not', async () => {
    const about = (id: string) => ({ user: { id, name: null, departments: [] } });
    const requestId = 'left out';
    await append(makeRecord({ id: 'of ann', ...about('auth0|ann'), requestId }));
    await append(makeRecord({ id: 'of ben', ...about('auth0|ben'), requestId }));
    await append(makeRecord({ id: 'of nobody', user: null, requestId }));
    const text = requestId;
    expect(await idsFoundBy({ text, exceptUserIds: ['auth0|ann'] })).toEqual(['of nobody', 'of ben']);
    expect(await idsFoundBy({ text, userIds: [] })).toEqual([]);
    expect(await usersInRecords({ text }, 10, opened)).toEqual(['auth0|ben', 'auth0|ann']);
    expect(await usersInRecords({ text }, 1, opened)).toEqual(['auth0|ben']);
  });

  test('are found behind a place, up to the end of the trail', async () => {
    const end = await endOfRecords(opened);
    expect(await findRecords({}, { after: end, limit: 10 }, opened)).toEqual({ records: [], next: null });
    await append(makeRecord({ id: 'behind it' }));
    expect(await endOfRecords(opened)).toBe(end + 1);
    const { records } = await findRecords({}, { after: end, limit: 10 }, opened);
    expect(records.map(({ record }) => record.id)).toEqual(['behind it']);
  });

  test('are counted by day and outcome', async () => {
    await append(makeRecord({ startedAt: '2027-01-01T23:59:59.999Z', outcome: 'refused' }));
    await append(makeRecord({ startedAt: '2027-01-02T00:00:00.000Z' }));
    expect(await countByDay({ from: '2027-01-01T00:00:00.000Z' }, opened)).toEqual([
      { day: '2027-01-01', outcome: 'done', count: 1 },
      { day: '2027-01-01', outcome: 'refused', count: 1 },
      { day: '2027-01-02', outcome: 'done', count: 1 },
    ]);
  });

  test('keep any text', async () => {
    const odd = 'a\u0000b\ud800c \u{1f600} " \\ \u2028';
    const user = { id: odd, name: odd, departments: [odd] };
    await append(
      makeRecord({ id: 'odd', user, after: { [odd]: odd }, manager: { ...makeRecord().manager, id: odd } }),
    );
    expect((await recordById('odd', opened))?.record).toMatchObject({ user, after: { [odd]: odd } });
    expect(await idsFoundBy({ userId: odd, managerId: odd, department: odd, text: odd })).toEqual(['odd']);
  });
});

describe('several servers on one PostgreSQL', () => {
  test('append to one chain at once, each entry once', async () => {
    const databaseUrl = await postgres.database('chain_of_several');
    const states = await Promise.all([1, 2, 3].map(() => openStateAt({ databaseUrl, folder: '' })));
    const opened = states.map((state) => async () => state);
    const ids = Array.from({ length: 90 }, (_, n) => `of several ${n}`);
    await Promise.all(
      ids.map((id, n) =>
        appendEntry({ kind: 'ended', server: `${n % 3}`, record: makeRecord({ id }) }, opened[n % 3]),
      ),
    );
    const entries = await entriesAfter(0, 1_000, opened[0]);
    expect(entries.map(({ sequence }) => sequence)).toEqual(ids.map((_, n) => n + 1));
    expect(entries.map(({ content }) => content.record.id).sort()).toEqual(ids.toSorted());
    for (const [at, { previousHash }] of entries.entries()) {
      if (at > 0) expect(previousHash).toBe(entries[at - 1]?.hash);
    }
    await Promise.all(states.map((state) => state.close()));
  });
});
