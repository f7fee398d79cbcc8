import { describe, expect, test } from 'vitest';
import { findRecords } from '#lib/state/records.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import {
  as,
  deleted,
  hooks,
  isThere,
  nina,
  path,
  read,
  recordsOf,
  userId,
  withRestores,
  world,
  write,
} from '#lib/testing/restore-world.ts';
import { tenantRoles } from '#lib/testing/seed-groups.ts';
import { deleteUser } from '../delete-user.ts';
import { getUser } from '../get-user.ts';
import { listUsers } from '../list/list-users.ts';
import { previewRestore } from './preview-restore.ts';
import { restoreUser } from './restore-user.ts';

withRestores();

describe('restoring a deleted user', () => {
  test('makes them again as they were, with the id and without the password, and sends a mail to set one', async () => {
    const before = await read();
    const asked = await deleted();
    expect(await isThere()).toBe(false);
    expect(await restoreUser(as('kelly'), asked)).toEqual({ userId, name: 'Nina Özdemir' });
    expect(await read()).toEqual({
      ...before,
      created_at: expect.any(String),
      updated_at: expect.any(String),
      nickname: expect.any(String),
    });
    const mails = await world.tenant.mails();
    expect(mails.map(({ kind, to }) => [kind, to])).toEqual([['change-password', 'nina@example.com']]);
    const [record] = await recordsOf('restore:user');
    expect(record).toMatchObject({
      outcome: 'done',
      undoes: asked.recordId,
      user: { id: userId },
      after: { user_id: userId },
    });
    expect((await getUser(as('kelly'), userId)).displayName).toBe('Nina Özdemir');
  });

  test('puts roles and organizations back where the manager may, and else says what is missing', async () => {
    await world.tenant.api('POST', `${path}/roles`, { roles: [tenantRoles.recruiter] });
    await world.tenant.joinOrganization(userId);
    const asked = await deleted('ivan');
    expect(await previewRestore(as('ivan'), asked)).toMatchObject({
      roles: ['Recruiter'],
      organizations: ['acme'],
      groupsRefused: null,
    });
    await restoreUser(as('ivan'), asked);
    expect(await world.tenant.api('GET', `${path}/roles`)).toMatchObject([{ name: 'Recruiter' }]);
    expect(await world.tenant.api('GET', `${path}/organizations`)).toMatchObject([{ id: 'org_acme' }]);
    const again = await deleted('kelly');
    const refused = 'Roles and organizations are looked after by the administrators in IT.';
    expect(await previewRestore(as('kelly'), again)).toMatchObject({
      roles: [],
      organizations: [],
      groupsRefused: refused,
    });
    const problem = await problemOf(restoreUser(as('kelly'), again));
    expect(problem).toMatchObject({
      code: 'partly-saved',
      saved: ['Nina Özdemir'],
      notSaved: ['Roles', 'acme'],
    });
    expect(problem.message).toContain('Nina Özdemir was restored, but not everything.');
    expect(await isThere()).toBe(true);
    expect((await recordsOf('restore:user'))[0]).toMatchObject({ outcome: 'partly' });
    expect(await world.tenant.mails()).toHaveLength(2);
  });

  test('shows in the list at once, while the index still has the deletion', async () => {
    const asked = await deleted();
    await world.tenant.setFaults({ indexDelayMs: 600_000 });
    await restoreUser(as('kelly'), asked);
    const list = await listUsers(as('kelly'), {
      search: '',
      sort: { by: 'name', descending: false },
      page: 1,
      perPage: 25,
    });
    expect(list.rows.map((row) => row.userId)).toContain(userId);
  });
});

describe('who may restore whom', () => {
  test('nobody who could not see them, as if there were no such record', async () => {
    const asked = await deleted();
    const none = await problemOf(restoreUser(as('noor'), { recordId: 'none' }));
    for (const run of [restoreUser, previewRestore]) {
      expect(await problemOf(run(as('noor'), asked))).toEqual(none);
    }
    expect((await problemOf(restoreUser(as('amir'), asked))).code).toBe('not-allowed');
    expect(await isThere()).toBe(false);
    await restoreUser(as('olga'), asked);
    expect(await isThere()).toBe(true);
  });

  test('nobody whom the write hook, the settings or the connections would not let them create', async () => {
    const asked = await deleted();
    await hooks({ write: write.replace('department !== own', 'department === own') });
    const refused = await problemOf(restoreUser(as('kelly'), asked));
    expect(refused).toMatchObject({
      code: 'refused-by-hook',
      message: 'You can only create users within your own department.',
    });
    expect(await recordsOf('restore:user')).toMatchObject([
      { outcome: 'refused', reason: { sentence: refused.message } },
    ]);
    await hooks({ settings: { canCreateUser: false } });
    expect(await problemOf(restoreUser(as('kelly'), asked))).toMatchObject({
      code: 'not-allowed',
      hook: 'settings',
    });
    await hooks({ settings: { connections: ['Contractors'] } });
    const foreign = await problemOf(restoreUser(as('kelly'), asked));
    expect(foreign).toMatchObject({
      code: 'refused-by-guard',
      message: expect.stringContaining('none of the database connections'),
    });
    expect(await isThere()).toBe(false);
    await hooks();
    await restoreUser(as('kelly'), asked);
    expect(await isThere()).toBe(true);
  });

  test('nobody with more rights than their own', async () => {
    await world.tenant.putUser({
      ...nina,
      app_metadata: { department: 'Finance', roles: ['Delegated Admin - Administrator'] },
    });
    const asked = await deleted('ivan');
    for (const run of [restoreUser, previewRestore]) {
      expect(await problemOf(run(as('kelly'), asked))).toMatchObject({
        code: 'refused-by-guard',
        message: 'This user has more rights in this console than you have.',
      });
    }
    expect(await isThere()).toBe(false);
    await restoreUser(as('ivan'), asked);
    expect((await read()).app_metadata).toMatchObject({ roles: ['Delegated Admin - Administrator'] });
  });

  test('nobody to whom a careless write hook would give more rights than their own', async () => {
    const asked = await deleted();
    const giving = "body.app_metadata.roles = ['Delegated Admin - Administrator']; delete body.memberships";
    await hooks({ write: write.replace('delete body.memberships', giving) });
    expect(await problemOf(restoreUser(as('kelly'), asked))).toMatchObject({
      code: 'refused-by-guard',
      message: expect.stringContaining('“app_metadata.roles” was stopped before it reached the tenant'),
    });
    expect(await isThere()).toBe(false);
    await restoreUser(as('ivan'), asked);
    expect(await isThere()).toBe(true);
  });

  test('nobody from another provider, nobody who is there, and nobody by another record', async () => {
    const gina = {
      ...nina,
      user_id: 'google-oauth2|1',
      identities: [{ connection: 'google-oauth2', provider: 'google-oauth2', user_id: '1', isSocial: true }],
    };
    await world.tenant.putUser(gina);
    await deleteUser(as('kelly'), { userId: gina.user_id });
    const { records } = await findRecords({ userId: gina.user_id, action: 'delete:user' }, { limit: 1 });
    const problem = await problemOf(restoreUser(as('kelly'), { recordId: records[0]?.record.id ?? '' }));
    expect(problem.message).toContain('own databases');
    const asked = await deleted();
    await restoreUser(as('kelly'), asked);
    expect((await problemOf(restoreUser(as('kelly'), asked))).message).toContain('is there already');
    const [restored] = await recordsOf('restore:user');
    expect((await problemOf(restoreUser(as('kelly'), { recordId: restored?.id ?? '' }))).code).toBe(
      'not-found',
    );
  });

  test('the rules’ changes and what no record keeps are told before', async () => {
    await world.tenant.putUser({
      ...nina,
      user_metadata: { title: 'Controller', apiToken: 'hidden-secret' },
    });
    const asked = await deleted();
    await hooks({
      write: write.replace('delete body.memberships', "body.nickname = 'back'; delete body.memberships"),
    });
    expect(await previewRestore(as('kelly'), asked)).toMatchObject({
      user: { userId, name: 'Nina Özdemir', email: 'nina@example.com' },
      changes: [{ label: 'nickname', after: 'back' }],
      missing: ['secrets'],
      mailRefused: null,
    });
    await restoreUser(as('kelly'), asked);
    expect(await read()).toMatchObject({ nickname: 'back', user_metadata: { title: 'Controller' } });
    expect(JSON.stringify(await read())).not.toContain('[secret]');
  });
});
