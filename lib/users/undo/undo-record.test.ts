import { describe, expect, test } from 'vitest';
import { findRecords, recordById } from '#lib/state/records.ts';
import { editAs } from '#lib/testing/edit.ts';
import { answering, defaultAccess, userFields } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { kelly, lastRecord, read, userId, withUndo, world, write } from '#lib/testing/undo-world.ts';
import { previewUndo, undoRecord } from './undo-record.ts';

withUndo();

const past = (change: object) =>
  world.tenant.api('PATCH', `/users/${encodeURIComponent(userId)}`, change as never);

async function edited(values: Parameters<typeof editAs>[2]): Promise<{ recordId: string }> {
  await editAs(world.people.kelly, userId, values);
  return { recordId: await lastRecord('update:user') };
}

describe('undoing an edit', () => {
  test('brings every field back as it was and leaves all else, in a record that names what it undoes', async () => {
    const before = await read();
    const asked = await edited({
      name: 'Nino',
      'user_metadata.address.city': 'Hamburg',
      'app_metadata.vendor': null,
    });
    await past({ user_metadata: { phone: '+49 1' } });
    expect(await previewUndo(kelly(), asked)).toEqual({
      user: { userId, name: 'Nino' },
      action: 'update:user',
      differences: [
        { label: 'name', now: 'Nino', after: 'Nina' },
        { label: 'user_metadata.address.city', now: 'Hamburg', after: 'Berlin' },
        { label: 'app_metadata.vendor', now: null, after: 'Acme' },
      ],
      remainders: [],
    });
    expect((await read()).name).toBe('Nino');
    expect(await undoRecord(kelly(), asked)).toMatchObject({ userId });
    expect(await read()).toEqual({
      ...before,
      user_metadata: { ...before.user_metadata, phone: '+49 1' },
      updated_at: expect.any(String),
    });
    const record = await recordById(await lastRecord('update:user'));
    expect(record?.record).toMatchObject({
      undoes: asked.recordId,
      outcome: 'done',
      manager: { name: 'Kelly' },
      before: { name: 'Nino' },
      after: { name: 'Nina' },
    });
  });

  test('refuses where one of the fields was changed since, with what stands there now', async () => {
    const asked = await edited({ name: 'Nino', 'user_metadata.title': 'Head' });
    await past({ name: 'Nora' });
    for (const run of [previewUndo, undoRecord]) {
      const problem = await problemOf(run(kelly(), asked));
      expect(problem).toMatchObject({
        code: 'changed-meanwhile',
        message: 'This user has been changed since. name is “Nora” now. Nothing was undone.',
      });
    }
    expect(await read()).toMatchObject({ name: 'Nora', user_metadata: { title: 'Head' } });
    await past({ name: 'Nino' });
    await undoRecord(kelly(), asked);
    expect(await read()).toMatchObject({ name: 'Nina', user_metadata: { title: 'Controller' } });
  });

  test('of an e-mail address brings the address back and says that it is not verified any more', async () => {
    await past({ email_verified: true, connection: 'Username-Password-Authentication' });
    const asked = await edited({ email: 'nino@example.com' });
    const { differences, remainders } = await previewUndo(kelly(), asked);
    expect(differences).toEqual([
      { label: 'E-mail address', now: 'nino@example.com', after: 'nina@example.com' },
    ]);
    expect(remainders).toEqual([{ label: 'email_verified', stays: false, was: true }]);
    await undoRecord(kelly(), asked);
    expect(await read()).toMatchObject({ email: 'nina@example.com' });
  });

  test('of a department goes by the memberships, and back again', async () => {
    const ivan = signedIn(world.people.ivan);
    await editAs(world.people.ivan, userId, { memberships: ['HR'] });
    const asked = { recordId: await lastRecord('update:user') };
    expect(await previewUndo(ivan, asked)).toMatchObject({
      differences: [{ label: 'Memberships', now: ['HR'], after: ['Finance'] }],
      remainders: [],
    });
    await undoRecord(ivan, asked);
    expect((await read()).app_metadata).toMatchObject({ department: 'Finance', tags: ['a'] });
  });

  test('says what the write hook had changed besides and would not bring back', async () => {
    const marking = write.replace(
      'delete body.memberships;',
      "delete body.memberships; if (body.name === 'Nino') body.app_metadata.renamed = true;",
    );
    await world.tenant.setHooks({
      access: defaultAccess,
      settings: answering({ userFields, membershipProperty: 'app_metadata.department' }),
      write: marking,
    });
    const asked = await edited({ name: 'Nino' });
    expect(await previewUndo(kelly(), asked)).toMatchObject({
      differences: [{ label: 'name', now: 'Nino', after: 'Nina' }],
      remainders: [{ label: 'app_metadata.renamed', stays: true, was: null }],
    });
  });

  test('takes what the change by hand would take: the hook, the department, the role', async () => {
    await past({ name: 'Forbidden' });
    const asked = await edited({ name: 'Nino' });
    const refused = await problemOf(undoRecord(kelly(), asked));
    expect(refused).toMatchObject({ code: 'refused-by-hook', message: 'Nobody is called that.' });
    expect((await problemOf(previewUndo(kelly(), asked))).message).toBe('Nobody is called that.');
    const { people } = world;
    expect((await problemOf(undoRecord(signedIn(people.amir), asked))).code).toBe('not-allowed');
    const noors = await problemOf(undoRecord(signedIn(people.noor), asked));
    expect(noors).toMatchObject({
      code: 'not-found',
      message: (await problemOf(undoRecord(signedIn(people.noor), { recordId: 'none' }))).message,
    });
    const record = await recordById(await lastRecord('update:user'));
    expect(record?.record).toMatchObject({ outcome: 'refused', manager: { name: 'Noor' } });
    expect((await read()).name).toBe('Nino');
  });

  test('happens once, however often it is asked for at once, and again after it was itself undone', async () => {
    const asked = await edited({ name: 'Nino' });
    // So slow that all of them have looked before any of them changes something.
    await world.tenant.setFaults({ latencyMs: 200 });
    const ends = await Promise.allSettled([1, 2, 3].map(() => undoRecord(kelly(), asked)));
    await world.tenant.setFaults({});
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await problemOf(undoRecord(kelly(), asked))).message).toContain('undone already');
    expect((await read()).name).toBe('Nina');
    const { records } = await findRecords({ userId, action: 'update:user', outcome: 'done' }, { limit: 5 });
    expect(records.filter(({ record }) => record.undoes === asked.recordId)).toHaveLength(1);
    const undoing = { recordId: records[0]?.record.id ?? '' };
    await undoRecord(kelly(), undoing);
    expect((await read()).name).toBe('Nino');
    await undoRecord(kelly(), asked);
    expect((await read()).name).toBe('Nina');
  });

  test('that the tenant failed at can be tried again', async () => {
    const asked = await edited({ name: 'Nino' });
    await world.tenant.setFaults({
      respond: [{ match: { method: 'PATCH' }, status: 503, when: 'before', times: 1 }],
    });
    expect((await problemOf(undoRecord(kelly(), asked))).code).toBe('tenant-unavailable');
    await undoRecord(kelly(), asked);
    expect((await read()).name).toBe('Nina');
  });
});
