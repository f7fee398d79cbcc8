import { beforeEach, describe, expect, test } from 'vitest';
import { type ExportPart, exportPartIn } from '#lib/audit/export-line.ts';
import { verifyChain } from '#lib/audit/verify-chain.ts';
import { recordById } from '#lib/state/records.ts';
import { defaultAccess, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { emptyTrail, putRecord, recorded, recordedManager } from '#lib/testing/trail.ts';
import type { Manager } from '../manager.ts';
import { exportRecords, type RecordsForm } from './export-records.ts';
import { listRecords } from './list-records.ts';
import { allRecords, type RecordFilter } from './record-filter.ts';

const world = worldWithOwnHooks();
const hana = { id: 'auth0|hana', name: 'Hana Secretive', departments: ['HR'] };

beforeEach(async () => {
  await emptyTrail();
  await world.tenant.setHooks({ access: defaultAccess });
});

const kelly = () => signedIn(world.people.kelly);
const ivan = () => signedIn(world.people.ivan);
const ofNina = () => ({ user: recorded(world.nina) });

async function exported(manager: Manager, form: RecordsForm, filter: Partial<RecordFilter> = {}) {
  let file = '';
  for await (const lines of exportRecords(manager, { filter: { ...allRecords, ...filter }, form }))
    file += lines;
  return file;
}

const cellsIn = (file: string) => file.trim().split('\r\n');

describe('exported records', () => {
  test('are those that the manager sees, narrowed like the list', async () => {
    await putRecord({ ...ofNina(), outcome: 'refused' });
    await putRecord(ofNina());
    await putRecord({ user: hana, manager: recordedManager(world.people.ivan) });
    for (const form of ['csv', 'jsonl'] as const) {
      const file = await exported(kelly(), form, { action: 'block:user' });
      expect(file).toContain('Nina');
      expect(file).not.toMatch(/hana|secretive/i);
      expect(file.trim().split('\n')).toHaveLength(form === 'csv' ? 3 : 2);
      const whole = await exported(ivan(), form, { action: 'block:user' });
      expect(whole).toContain('Hana Secretive');
      const refused = await exported(kelly(), form, { outcome: 'refused' });
      expect(refused.trim().split('\n')).toHaveLength(form === 'csv' ? 2 : 1);
    }
  });

  test('hold no formula that a spreadsheet would compute', async () => {
    await putRecord({
      ...ofNina(),
      user: { ...recorded(world.nina), name: '=HYPERLINK("https://evil.example")' },
      reason: { code: 'refused-by-hook', sentence: '@SUM(1)' },
    });
    const [, line = ''] = cellsIn(await exported(kelly(), 'csv', { action: 'block:user' }));
    expect(line).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
    expect(line).toContain(",'@SUM(1),");
  });

  test('leave a record themselves, of what was asked for, as does a refused export', async () => {
    await putRecord(ofNina());
    await exported(kelly(), 'csv', { outcome: 'done' });
    const [own] = (await listRecords(kelly(), { ...allRecords, from: '' })).rows;
    expect(own).toMatchObject({ action: 'export:records', outcome: 'done', user: null });
    const stored = await recordById(own?.recordId ?? '');
    expect(stored?.record.payload).toMatchObject({ form: 'csv', outcome: 'done' });
    await expect(exported(signedIn(world.people.pia), 'csv')).rejects.toThrow();
    const [refused] = (await listRecords(ivan(), { ...allRecords, from: '' })).rows;
    expect(refused).toMatchObject({ action: 'export:records', outcome: 'refused' });
  });
});

describe('the whole trail of an Administrator', () => {
  const partsIn = (file: string) => file.trim().split('\n').map(exportPartIn);
  const entriesIn = (parts: ExportPart[]) =>
    parts.flatMap((part) => (part.kind === 'entry' ? part.entry : []));
  const headIn = (parts: ExportPart[]) => parts.find((part) => part.kind === 'end')?.head;

  test('can be verified without this server, and a changed line is found', async () => {
    for (let n = 0; n < 5; n += 1) await putRecord(ofNina());
    const file = await exported(ivan(), 'jsonl');
    const parts = partsIn(file);
    expect(parts[0]).toEqual({ kind: 'head', isWhole: true });
    const verified = await verifyChain(entriesIn(parts), { head: headIn(parts), isWhole: true });
    expect(verified.problem).toBeUndefined();
    expect(verified.count).toBe(5);
    const forged = partsIn(file.replace('"blocked":true', '"blocked":null'));
    const found = await verifyChain(entriesIn(forged), { head: headIn(forged), isWhole: true });
    expect(found.problem).toContain('Entry 1');
  });

  test('leaves out whom the hook masks from them, and says that it is a choice', async () => {
    await putRecord(ofNina());
    await putRecord({ user: hana });
    await world.tenant.putUser({ user_id: hana.id, name: hana.name, app_metadata: { department: 'HR' } });
    await world.tenant.setHooks({
      access: `(ctx, callback) => callback(null, ctx.payload.user.user_id === '${hana.id}' ? { name: 'H.' } : true)`,
    });
    const file = await exported(ivan(), 'jsonl');
    const parts = partsIn(file);
    expect(parts[0]).toEqual({ kind: 'head', isWhole: false });
    expect(file).not.toMatch(/secretive/i);
    const verified = await verifyChain(entriesIn(parts), { isWhole: false });
    expect([verified.problem, verified.count]).toEqual([undefined, 1]);
  });

  test('holds nothing of another tenant', async () => {
    await putRecord({ tenant: 'other.eu.auth0.com', user: hana });
    await putRecord({ tenant: 'other.eu.auth0.com', user: null, payload: { name: 'Hana' } });
    await putRecord(ofNina());
    const file = await exported(ivan(), 'jsonl');
    expect(partsIn(file)[0]).toEqual({ kind: 'head', isWhole: false });
    expect(file).toContain('Nina');
    expect(file).not.toContain('Hana');
  });
});
