import { describe, expect, test } from 'vitest';
import { entriesAfter } from '#lib/state/records.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { before, ivan, recorded, userId, withTrail } from '#lib/testing/recorded-world.ts';
import { editUserForm } from './form/form.ts';
import { getUser } from './get-user.ts';
import { exportUsers } from './list/export-users.ts';
import { exportLog } from './log/export-log.ts';
import { listUserLog } from './log/list-user-log.ts';
import { logInputOf } from './log/schema-log.ts';

withTrail();

describe('a look', () => {
  test('at a user’s page, form and log is recorded once each, in one entry', async () => {
    await getUser(ivan(), userId);
    await editUserForm(ivan(), userId);
    await listUserLog(ivan(), userId, 1);
    const entries = await entriesAfter(before, 10);
    expect(entries.map(({ content: { kind, record } }) => [kind, record.action, record.user?.id])).toEqual([
      ['ended', 'view:user', userId],
      ['ended', 'view:user', userId],
      ['ended', 'read:logs', userId],
    ]);
  });

  test('at somebody who is not there is recorded as refused', async () => {
    await problemOf(getUser(ivan(), 'auth0|nobody'));
    expect((await recorded()).record).toMatchObject({
      action: 'view:user',
      user: { id: 'auth0|nobody', name: null },
      outcome: 'refused',
    });
  });

  test('at the log as a file is recorded when it begins, and ends with the file', async () => {
    const lines = exportLog(ivan(), logInputOf({}));
    await lines.next();
    expect((await recorded()).kinds).toEqual(['begun']);
    for await (const line of lines) expect(line).toBeTypeOf('string');
    const { kinds, record } = await recorded();
    expect(kinds).toEqual(['begun', 'ended']);
    expect(record).toMatchObject({ action: 'export:log', outcome: 'done' });
  });

  test('at the users as a file is recorded, with what was searched for', async () => {
    const lines = await Array.fromAsync(exportUsers(ivan(), { search: 'kelly', status: 'active' }));
    expect(lines.length).toBeGreaterThan(0);
    const { kinds, record } = await recorded();
    expect(kinds).toEqual(['begun', 'ended']);
    expect(record).toMatchObject({
      action: 'export:users',
      outcome: 'done',
      payload: { search: 'kelly', status: 'active' },
    });
  });

  test('at the log as a file that is broken off is recorded so', async () => {
    const lines = exportLog(ivan(), logInputOf({}));
    await lines.next();
    await lines.return(undefined);
    expect((await recorded()).record).toMatchObject({
      outcome: 'failed',
      reason: { sentence: 'The download was broken off.' },
    });
  });
});
