import { describe, expect, test } from 'vitest';
import type { AuditRecord } from '#lib/audit/record.ts';
import { defaultAccess } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { aboutNina, as, countsFor, hana, idsFor, withEmptyTrail, world } from '#lib/testing/records-world.ts';
import { putRecord, recordedManager } from '#lib/testing/trail.ts';
import type { Manager } from '../manager.ts';
import { chartRecords } from './chart-records.ts';
import { getRecord } from './get-record.ts';
import { countNewRecords, listRecords } from './list-records.ts';
import { allRecords } from './record-filter.ts';

withEmptyTrail();

const kelly = () => as('kelly');
const ivan = () => as('ivan');
const amir = () => as('amir');
const of = (name: 'kelly' | 'ivan' | 'amir') => recordedManager(world.people[name]);

describe('the audit trail', () => {
  test('shows a manager and an Auditor what is about their users, and an Administrator everything', async () => {
    const ofNina = await putRecord({ ...aboutNina(), manager: of('ivan') });
    const ofHana = await putRecord({ user: hana, manager: of('ivan'), outcome: 'refused' });
    expect(await idsFor(kelly())).toEqual([ofNina.id]);
    expect(await idsFor(amir())).toEqual([ofHana.id]);
    expect(await idsFor(ivan())).toEqual([ofHana.id, ofNina.id]);
    expect(await countsFor(kelly())).toEqual([1, 0]);
    expect(await countsFor(amir())).toEqual([0, 1]);
    expect(await countsFor(ivan())).toEqual([1, 1]);
    expect((await getRecord(kelly(), ofNina.id)).user?.name).toBe('Nina');
    expect((await getRecord(amir(), ofHana.id)).user?.name).toBe('Hana Secretive');
    const nobody = crypto.randomUUID();
    expect(await problemOf(getRecord(kelly(), ofHana.id))).toEqual(
      await problemOf(getRecord(kelly(), nobody)),
    );
    const whatKellyGets = [
      await listRecords(kelly(), { ...allRecords, from: '' }),
      await getRecord(kelly(), ofNina.id),
      await chartRecords(kelly(), allRecords),
    ];
    expect(JSON.stringify(whatKellyGets)).not.toMatch(/hana|secretive/i);
  });

  test('names who made an attempt, and gives their id and address to whoever sees them as a user', async () => {
    const { id } = await putRecord({ ...aboutNina(), manager: of('ivan') });
    const byKelly = await getRecord(kelly(), id);
    expect(byKelly.manager).toMatchObject({ name: 'Ivan', roles: ['Administrator'], userId: null });
    expect(JSON.stringify(byKelly)).not.toMatch(/auth0\|ivan|192\.0\.2\.1|Firefox/);
    const byOlga = await getRecord(signedIn(world.people.olga), id);
    expect(byOlga).toMatchObject({
      manager: { userId: 'auth0|ivan' },
      ip: '192.0.2.1',
      userAgent: 'Firefox',
    });
    const own = await putRecord({ ...aboutNina(), manager: of('kelly') });
    expect(await getRecord(kelly(), own.id)).toMatchObject({ manager: { isSelf: true }, ip: '192.0.2.1' });
  });

  test('leaves out whom the access hook refuses, where it alone narrows, and shows whom it permits', async () => {
    await putRecord({ user: hana });
    const { id } = await putRecord(aboutNina());
    await world.tenant.setHooks({ access: defaultAccess });
    expect(await idsFor(kelly())).toEqual([id]);
    expect(await countsFor(kelly())).toEqual([1, 0]);
  });

  test('says of an attempt that changed nothing what stands there still', async () => {
    const before = { name: 'Nina', updated_at: '2026-11-23T08:00:00.000Z' };
    const refused = await putRecord({ ...aboutNina(), outcome: 'refused', before, after: null });
    const open = await putRecord({ ...aboutNina(), outcome: 'unknown', before, after: null });
    const done = await putRecord({ ...aboutNina(), before: { name: 'N.' }, after: { name: 'Nina' } });
    const changesOf = async ({ id }: AuditRecord) => (await getRecord(kelly(), id)).changes;
    expect(await changesOf(refused)).toEqual([
      { place: 'name', kind: 'same', before: 'Nina', after: 'Nina' },
    ]);
    expect(await changesOf(open)).toEqual([{ place: 'name', kind: 'open', before: 'Nina' }]);
    expect(await changesOf(done)).toEqual([{ place: 'name', kind: 'changed', before: 'N.', after: 'Nina' }]);
  });

  test('is closed to whoever has no role, or would see nobody', async () => {
    await putRecord(aboutNina());
    const pia = signedIn(world.people.pia);
    expect((await problemOf(listRecords(pia, { ...allRecords, from: '' }))).code).toBe('no-role');
    await world.tenant.setHooks({});
    expect((await problemOf(listRecords(kelly(), { ...allRecords, from: '' }))).code).toBe('not-allowed');
    expect(await idsFor(ivan())).toHaveLength(1);
  });

  test('shows what is about nobody to its maker and to Administrators alone', async () => {
    const own = await putRecord({
      user: null,
      action: 'export:log',
      manager: of('kelly'),
      before: null,
      after: null,
    });
    const others = await putRecord({
      user: null,
      action: 'create:user',
      manager: of('amir'),
      bodies: [{ a: 'made by a hook' }],
    });
    expect(await idsFor(kelly())).toEqual([own.id]);
    expect(await idsFor(amir())).toEqual([others.id]);
    expect(await idsFor(ivan())).toEqual([others.id, own.id]);
    expect(await countsFor(kelly())).toEqual([1, 0]);
    expect(await countsFor(kelly(), { manager: of('amir').id })).toEqual([0, 0]);
    expect((await getRecord(amir(), others.id)).bodies).toEqual([]);
    expect((await getRecord(ivan(), others.id)).bodies).toHaveLength(1);
  });

  test('judges whoever is gone by what the records knew last', async () => {
    const gone = (id: string) => ({ id: `auth0|${id}`, name: `Gone ${id}`, departments: [] });
    const inDepartment = (department: string) => ({ email: 'x@example.com', app_metadata: { department } });
    await putRecord({ user: gone('a'), action: 'create:user', before: null, after: inDepartment('Finance') });
    const deleted = await putRecord({
      user: gone('b'),
      action: 'delete:user',
      before: { user: inDepartment('Finance'), roles: [{ id: 'rol_1', name: 'Payroll' }], organizations: [] },
      after: null,
    });
    await putRecord({ user: gone('c'), action: 'create:user', before: null, after: inDepartment('Finance') });
    await putRecord({
      user: gone('c'),
      action: 'update:user',
      before: { app_metadata: { department: 'Finance' } },
      after: { app_metadata: { department: 'HR' } },
    });
    await putRecord({ user: gone('d'), action: 'block:user' });
    const namesFor = async (manager: Manager) =>
      new Set((await listRecords(manager, { ...allRecords, from: '' })).rows.map(({ user }) => user?.name));
    expect(await namesFor(kelly())).toEqual(new Set(['Gone a', 'Gone b']));
    expect(await namesFor(amir())).toEqual(new Set(['Gone c']));
    expect((await namesFor(ivan())).size).toBe(4);
    expect(JSON.stringify(await getRecord(kelly(), deleted.id))).not.toContain('Payroll');
    expect(JSON.stringify(await getRecord(ivan(), deleted.id))).toContain('Payroll');
    expect((await getRecord(kelly(), deleted.id)).user).toMatchObject({ isThere: false, isGone: true });
  });

  test('is read on over records of others, page by page, and none is lost or doubled', async () => {
    const own: string[] = [];
    for (let n = 0; n < 130; n += 1) {
      const record = await putRecord(n % 4 === 0 ? aboutNina() : { user: { ...hana, id: `auth0|hr${n}` } });
      if (n % 4 === 0) own.unshift(record.id);
    }
    const pages: string[][] = [];
    let from = '';
    do {
      const page = await listRecords(kelly(), { ...allRecords, from });
      pages.push(page.rows.map(({ recordId }) => recordId));
      from = page.next ?? '';
    } while (from !== '');
    expect(pages[0]).toHaveLength(25);
    expect(pages.flat()).toEqual(own);
  });

  test('tells no place in it by which the records of others could be counted', async () => {
    await putRecord({ user: hana });
    for (let n = 0; n < 30; n += 1) await putRecord(aboutNina());
    const { next, end } = await listRecords(kelly(), { ...allRecords, from: '' });
    for (const place of [next, end]) expect(place).toMatch(/^[\w-]{22}$/);
    const forged = await listRecords(kelly(), { ...allRecords, from: 'AAAAAAAAAAAAAAAAAAAAAA' });
    expect(forged.rows).toHaveLength(25);
    expect((await listRecords(kelly(), { ...allRecords, from: `${next}` })).rows).toHaveLength(5);
  });

  test('counts what is new, and only what the manager may see of it', async () => {
    await putRecord(aboutNina());
    const { end } = await listRecords(kelly(), { ...allRecords, from: '' });
    expect(await countNewRecords(kelly(), allRecords, end)).toBe(0);
    await putRecord({ user: hana });
    expect(await countNewRecords(kelly(), allRecords, end)).toBe(0);
    await putRecord({ ...aboutNina(), outcome: 'refused' });
    expect(await countNewRecords(kelly(), allRecords, end)).toBe(1);
    expect(await countNewRecords(kelly(), { ...allRecords, outcome: 'done' }, end)).toBe(0);
    expect(await countNewRecords(ivan(), allRecords, end)).toBe(2);
  });

  test('takes one call to the tenant for a page, and none for what is new where nothing is', async () => {
    await putRecord({ ...aboutNina(), manager: of('ivan') });
    const manager = kelly();
    let end = '';
    const calls = await world.tenant.callsOf(async () => {
      end = (await listRecords(manager, { ...allRecords, from: '' })).end;
    });
    expect(calls).toEqual(['GET /users']);
    expect(await world.tenant.callsOf(() => countNewRecords(kelly(), allRecords, end))).toEqual([]);
    expect(await world.tenant.callsOf(() => chartRecords(manager, allRecords))).toEqual([]);
  });
});
