import { beforeEach, describe, expect, test } from 'vitest';
import type { AuditRecord } from '#lib/audit/record.ts';
import { defaultAccess, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { emptyTrail, putRecord, recorded } from '#lib/testing/trail.ts';
import { chartRecords } from './chart-records.ts';
import { listRecords } from './list-records.ts';
import type { Manager } from './manager.ts';
import { allRecords, type RecordFilter } from './record-filter.ts';

const world = worldWithOwnHooks();

const departmentFilter = `(ctx, callback) => {
  const own = ctx.request.user.app_metadata.department;
  callback(null, own === 'IT' ? undefined : 'app_metadata.department:"' + own + '"');
}`;

const hana = { id: 'auth0|hana', name: 'Hana Secretive', departments: ['HR'] };

beforeEach(async () => {
  await emptyTrail();
  await world.tenant.setHooks({ access: defaultAccess, filter: departmentFilter });
  await world.tenant.putUser({
    user_id: hana.id,
    email: 'hana@example.com',
    name: hana.name,
    app_metadata: { department: 'HR' },
  });
});

const kelly = () => signedIn(world.people.kelly);
const ivan = () => signedIn(world.people.ivan);
const aboutNina = () => ({ user: recorded(world.nina) });

async function idsFor(manager: Manager, filter: Partial<RecordFilter> = {}): Promise<string[]> {
  const { rows } = await listRecords(manager, { ...allRecords, ...filter, from: '' });
  return rows.map(({ recordId }) => recordId);
}

async function countsFor(manager: Manager, filter: Partial<RecordFilter> = {}): Promise<[number, number]> {
  const { days } = await chartRecords(manager, { ...allRecords, ...filter });
  return days.reduce(([done, not], day) => [done + day.done, not + day.notDone], [0, 0] as [number, number]);
}

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
    expect(await idsFor(kelly(), filter)).toEqual([wanted.id]);
    expect(await idsFor(ivan(), filter)).toEqual([wanted.id]);
    const [done, notDone] = await countsFor(kelly(), filter);
    expect(done + notDone).toBe(1);
  });

  test('changes, which leave looks out', async () => {
    await putRecord({ ...aboutNina(), action: 'view:user', permits: [] });
    const change = await putRecord(aboutNina());
    expect(await idsFor(kelly(), { action: 'changes' })).toEqual([change.id]);
  });
});
