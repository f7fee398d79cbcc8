import { describe, expect, test } from 'vitest';
import type { AuditRecord } from '#lib/audit/record.ts';
import { aboutNina, as, countsFor, idsFor, withEmptyTrail } from '#lib/testing/records-world.ts';
import { putRecord } from '#lib/testing/trail.ts';
import type { RecordFilter } from './record-filter.ts';

withEmptyTrail();

const found: [string, Partial<RecordFilter>, Partial<AuditRecord>][] = [
  [
    'a manager by id',
    { manager: 'auth0|ivan' },
    { manager: { id: 'auth0|ivan', name: 'X', roles: [], departments: [] } },
  ],
  [
    'a manager by name',
    { manager: 'IVA' },
    { manager: { id: 'auth0|ivan', name: 'Ivan', roles: [], departments: [] } },
  ],
  [
    'a user by name',
    { user: 'fORMER' },
    { user: { id: 'auth0|nina', name: 'Nina Former', departments: [] } },
  ],
  [
    'a department',
    { department: 'accOUNT' },
    { user: { id: 'auth0|nina', name: 'Nina', departments: ['Accounts'] } },
  ],
  ['an action', { action: 'delete:user' }, { action: 'delete:user' }],
  [
    'what had to be permitted',
    { action: 'change:email' },
    { action: 'update:user', permits: ['change:email'] },
  ],
  ['looks', { action: 'looks' }, { action: 'view:user', permits: [] }],
  ['an outcome', { outcome: 'failed' }, { outcome: 'failed' }],
  ['words', { text: 'much TOO' }, { reason: { code: 'refused-by-hook', sentence: 'Too much for you.' } }],
  ['a value', { text: 'berlin' }, { after: { user_metadata: { address: { city: 'Berlin' } } } }],
  [
    'days',
    { period: 'days', since: '2026-01-02', until: '2026-01-02' },
    { startedAt: '2026-01-02T23:59:59.999Z' },
  ],
];

describe('records are found by', () => {
  test.each(found)('%s, and not without it', async (_, filter, more) => {
    await putRecord(aboutNina());
    const wanted = await putRecord({ ...aboutNina(), ...more });
    expect(await idsFor(as('kelly'), filter)).toEqual([wanted.id]);
    expect(await idsFor(as('ivan'), filter)).toEqual([wanted.id]);
    const [done, notDone] = await countsFor(as('kelly'), filter);
    expect(done + notDone).toBe(1);
  });

  test('changes, which leave looks out', async () => {
    await putRecord({ ...aboutNina(), action: 'view:user', permits: [] });
    const change = await putRecord(aboutNina());
    expect(await idsFor(as('kelly'), { action: 'changes' })).toEqual([change.id]);
  });
});
