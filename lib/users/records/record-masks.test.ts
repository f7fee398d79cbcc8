import { beforeEach, describe, expect, test } from 'vitest';
import type { AuditRecord } from '#lib/audit/record.ts';
import { settingsHook, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { emptyTrail, putRecord, recordedManager } from '#lib/testing/trail.ts';
import type { Manager } from '../manager.ts';
import { exportRecords } from './export-records.ts';
import { getRecord } from './get-record.ts';
import { listRecords } from './list-records.ts';
import { allRecords, type RecordFilter } from './record-filter.ts';
import { placesLeft } from './record-mask.ts';

const world = worldWithOwnHooks();

/** Of everybody in Finance Kelly may see the initial, the department and the job title; IT sees all. */
const mask = `function (ctx, callback) {
  const user = ctx.payload.user;
  if (ctx.request.user.app_metadata.department === 'IT') return callback();
  if (ctx.payload.action === 'read:devices') return callback(new Error('No devices.'));
  if (user.app_metadata.department !== 'Finance') return callback(new Error('Not yours.'));
  callback(null, {
    name: 'N.', blocked: false,
    app_metadata: { department: 'Finance' },
    user_metadata: { title: user.user_metadata && user.user_metadata.title },
  });
}`;

const hidden = {
  user_id: 'auth0|hidden',
  email: 'masked-address@example.com',
  name: 'Nina Masked',
  blocked: false,
  user_metadata: { title: 'Controller', phone: 'masked-phone' },
  app_metadata: { department: 'Finance', note: 'masked' },
};

const kelly = () => signedIn(world.people.kelly);
const ivan = () => signedIn(world.people.ivan);

beforeEach(async () => {
  await emptyTrail();
  await world.tenant.putUser(hidden);
  await world.tenant.setHooks({ access: mask });
});

/** Ivan gave the masked user another title and phone number, and failed to change the note. */
function change(more: Partial<AuditRecord> = {}): Promise<AuditRecord> {
  return putRecord({
    manager: recordedManager(world.people.ivan),
    user: { id: hidden.user_id, name: 'Nina Masked', departments: ['Masked department'] },
    action: 'update:user',
    outcome: 'partly',
    reason: { code: 'refused-by-hook', hook: 'write', sentence: 'The masked note stays.' },
    saved: ['Masked title'],
    notSaved: ['Masked note'],
    before: { blocked: true, user_metadata: { title: 'Clerk', phone: 'masked-before' } },
    after: { blocked: false, user_metadata: { title: 'Controller', phone: 'masked-after' } },
    payload: { 'user_metadata.title': 'Controller', app_metadata: { note: 'masked', other: 'masked' } },
    bodies: [{ user_metadata: { title: 'Controller', phone: 'masked-after' } }],
    ...more,
  });
}

async function exported(manager: Manager, form: 'csv' | 'jsonl', filter: RecordFilter): Promise<string> {
  let file = '';
  for await (const lines of exportRecords(manager, { filter, form })) file += lines;
  return file;
}

const narrowed: RecordFilter = { ...allRecords, action: 'update:user' };

describe('what the access hook masks of a user is in no record of theirs', () => {
  test('in the list, on the page or in a file; IT sees all of it', async () => {
    const { id } = await change();
    const answersFor = async (manager: Manager) =>
      JSON.stringify([
        await listRecords(manager, { ...narrowed, from: '' }),
        await getRecord(manager, id),
        await exported(manager, 'csv', narrowed),
        await exported(manager, 'jsonl', narrowed),
      ]);
    const seen = await answersFor(kelly());
    expect(seen.replaceAll(/withheld[\\":]+masked/g, '')).not.toMatch(/masked/i);
    expect(seen).toContain('N.');
    expect(await answersFor(ivan())).toContain('masked-before');
  });

  test('but what the mask leaves as it is, is', async () => {
    const { id } = await change();
    const { changes, payload, bodies, withheld } = await getRecord(kelly(), id);
    expect(withheld).toBe('masked');
    expect(changes).toEqual([
      { place: 'user_metadata.title', before: 'Clerk', after: 'Controller', kind: 'changed' },
    ]);
    expect(payload).toEqual({ 'user_metadata.title': 'Controller' });
    expect(bodies).toEqual([{ user_metadata: { title: 'Controller' } }]);
  });

  test('neither does a search find a record by it', async () => {
    await change();
    for (const filter of [{ text: 'masked-before' }, { user: 'Nina Masked' }, { department: 'Masked' }]) {
      const idsFor = async (manager: Manager) =>
        (await listRecords(manager, { ...narrowed, ...filter, from: '' })).rows.length;
      expect([await idsFor(kelly()), await idsFor(ivan())], JSON.stringify(filter)).toEqual([0, 1]);
    }
    const { rows } = await listRecords(kelly(), { ...narrowed, text: 'clerk', from: '' });
    expect(rows).toHaveLength(1);
  });

  test('from its maker neither, but the sentence that the maker has read', async () => {
    const { id } = await change({ manager: recordedManager(world.people.kelly) });
    const record = await getRecord(kelly(), id);
    expect(record.reason?.sentence).toBe('The masked note stays.');
    expect(JSON.stringify(record.changes)).not.toContain('masked');
  });

  test('nor where the access hook fails on the user: an Administrator then sees no values', async () => {
    const { id } = await change({ manager: recordedManager(world.people.olga) });
    await world.tenant.setHooks({ access: '(ctx, callback) => { throw new Error("Out of order"); }' });
    const record = await getRecord(ivan(), id);
    expect(record).toMatchObject({ withheld: 'hook-failed', changes: [], payload: null, bodies: [] });
    expect(JSON.stringify(record)).not.toMatch(/masked/i);
    expect(record.user?.userId).toBe(hidden.user_id);
  });
});

describe('a part of a user that not everybody may see', () => {
  test.each([
    ['read:devices', 'revoke:device'],
    ['read:roles', 'change:roles'],
  ] as const)('is in records of it only for whom the hook permits %s', async (permitted, action) => {
    const user = { id: 'auth0|nina', name: 'Nina', departments: ['Finance'] };
    const { id } = await putRecord({ user, action, permits: [], after: { part: 'Of a phone' } });
    const access = (refused: string) => `(ctx, callback) => { /* read:roles */
      callback(ctx.payload.action === '${refused}' ? 'Not this.' : null); }`;
    await world.tenant.setHooks({ access: access(permitted) });
    expect(await getRecord(kelly(), id)).toMatchObject({ withheld: 'part-refused', changes: [] });
    await world.tenant.setHooks({ access: access('delete:user') });
    expect(JSON.stringify(await getRecord(kelly(), id))).toContain('Of a phone');
  });

  test('is left out with the whole profile where the settings keep raw data back', async () => {
    const user = { id: 'auth0|nina', name: 'Nina', departments: ['Finance'] };
    const before = { user: { note: 'Raw' }, roles: [], organizations: [] };
    const deleted = await putRecord({ user, action: 'delete:user', before, after: null });
    const edited = await putRecord({ user, action: 'update:user', before: { a: 'Raw' }, after: { a: 'b' } });
    const access = '(ctx, callback) => callback()';
    await world.tenant.setHooks({ access, settings: settingsHook({ suppressRawData: true }) });
    expect(await getRecord(kelly(), deleted.id)).toMatchObject({ withheld: 'raw', changes: [] });
    expect(JSON.stringify(await getRecord(kelly(), edited.id))).toContain('Raw');
    await world.tenant.setHooks({ access });
    expect(JSON.stringify(await getRecord(kelly(), deleted.id))).toContain('Raw');
  });
});

describe('the places that a mask leaves', () => {
  test('stand in a state and are shown the same in every state', () => {
    const left = placesLeft([
      { state: { a: 1, b: { c: [1], d: 2 }, e: 'x' }, shown: { a: 1, b: { c: [1] }, e: 'y' } },
      { state: { a: 2, f: true }, shown: { a: 1, f: true } },
    ]);
    expect([...left].sort()).toEqual(['b.c', 'f']);
  });

  test('are none where a state was refused', () => {
    const states = [
      { state: { a: 1 }, shown: { a: 1 } },
      { state: { a: 1 }, shown: undefined },
    ];
    expect(placesLeft(states).size).toBe(0);
    expect(placesLeft(states.slice(0, 1)).size).toBe(1);
  });

  test('tell a name with a dot from a nested one', () => {
    const state = { 'a.b': 'hidden', a: { b: 'open' } };
    expect(placesLeft([{ state, shown: { a: { b: 'open' } } }]).size).toBe(0);
    expect([...placesLeft([{ state, shown: state }])]).toEqual(['a.b']);
  });
});
