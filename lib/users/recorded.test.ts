import { describe, expect, test } from 'vitest';
import { withRequester } from '#lib/audit/requester.ts';
import { verifyChain } from '#lib/audit/verify-chain.ts';
import { AppError } from '#lib/errors.ts';
import { withRequestId } from '#lib/request-id.ts';
import { endOfTrail, keptEntries } from '#lib/state/kept-entries.ts';
import { entriesAfter } from '#lib/state/records.ts';
import { openState } from '#lib/state/state.ts';
import { answering, mainConnection, omar, password } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import {
  before,
  hooks,
  ivan,
  recorded,
  update,
  userId,
  version,
  withTrail,
  world,
} from '#lib/testing/recorded-world.ts';
import { blockUser } from './block-user.ts';
import { createUser } from './create-user.ts';
import { deleteUser } from './delete-user.ts';
import { inviteUser } from './invite-user.ts';
import { recordUnreadable } from './recorded.ts';
import { changeUserOrganizations } from './roles/change-user-organizations.ts';
import { changeUserRoles } from './roles/change-user-roles.ts';
import { sendPasswordReset } from './send-password-reset.ts';
import { unblockUser } from './unblock-user.ts';

withTrail();

describe('a change that is made', () => {
  test('is recorded with who, from where, on whom, before and after, and by which hooks', async () => {
    const done = withRequester({ ip: '192.0.2.1', userAgent: 'Firefox' }, () =>
      withRequestId('request-of-the-test', () => blockUser(ivan(), { userId })),
    );
    await done;
    const { kinds, record } = await recorded();
    expect(kinds).toEqual(['begun', 'ended']);
    expect(record).toEqual({
      id: expect.any(String),
      tenant: new URL(world.tenant.url).host,
      startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      durationMs: expect.any(Number),
      manager: {
        id: 'auth0|ivan',
        name: 'Ivan',
        roles: ['Delegated Admin - Administrator'],
        departments: ['IT'],
      },
      from: { ip: '192.0.2.1', userAgent: 'Firefox' },
      requestId: 'request-of-the-test',
      action: 'block:user',
      permits: ['block:user'],
      user: { id: userId, name: 'Nina', departments: ['Finance'] },
      outcome: 'done',
      reason: null,
      saved: null,
      notSaved: null,
      before: {},
      after: { blocked: true },
      payload: null,
      bodies: [{ blocked: true }],
      hookVersions: { access: version, settings: version },
      undoes: null,
      resolvedAt: null,
    });
    await unblockUser(ivan(), { userId });
    expect((await recorded()).record).toMatchObject({ before: { blocked: true }, after: { blocked: false } });
  });

  test('of a profile holds what was asked for, what was sent, and what of the user differs since', async () => {
    await world.tenant.setHooks({
      ...hooks,
      write:
        '(ctx, callback) => callback(null, { user_metadata: ctx.payload.user_metadata, app_metadata: { seen: true } })',
    });
    await update({ 'user_metadata.title': 'Head of Finance' });
    expect((await recorded()).record).toMatchObject({
      action: 'update:user',
      permits: ['change:profile'],
      outcome: 'done',
      payload: { user_metadata: { title: 'Head of Finance' } },
      bodies: [{ user_metadata: { title: 'Head of Finance' }, app_metadata: { seen: true } }],
      before: { user_metadata: { title: 'Controller' }, app_metadata: {} },
      after: { user_metadata: { title: 'Head of Finance' }, app_metadata: { seen: true } },
      hookVersions: { access: version, settings: version, write: version },
    });
  });

  test('of everything that the user had already is recorded too, and nothing was sent', async () => {
    await world.tenant.setHooks({ ...hooks, write: answering({ name: 'Nina' }) });
    await update({ 'user_metadata.title': 'Other' });
    const { kinds, record } = await recorded();
    expect(kinds).toEqual(['ended']);
    expect(record).toMatchObject({ outcome: 'done', bodies: [], before: null, after: null });
  });

  test('that makes a user holds the whole user, and no password', async () => {
    const { userId: made } = await createUser(ivan(), { values: { ...omar, connection: mainConnection } });
    const { kinds, record } = await recorded();
    expect(kinds).toEqual(['begun', 'ended']);
    expect(record).toMatchObject({
      action: 'create:user',
      user: { id: made, name: 'omar@example.com' },
      before: null,
      after: { user_id: made, email: 'omar@example.com' },
      payload: { email: 'omar@example.com', password: '[secret]' },
    });
    expect(JSON.stringify(await entriesAfter(before, 100))).not.toContain(password);
  });

  test('of roles and organizations names them', async () => {
    const role = (await world.tenant.api('POST', '/roles', { name: 'Support' })) as { id: string };
    await changeUserRoles(ivan(), { userId, change: 'assign', roleIds: [role.id] });
    expect((await recorded()).record).toMatchObject({
      action: 'change:roles',
      before: { roles: {} },
      after: { roles: { [role.id]: 'Support' } },
      payload: { change: 'assign', roleIds: [role.id] },
    });
    await changeUserRoles(ivan(), { userId, change: 'remove', roleIds: [role.id] });
    expect((await recorded()).record).toMatchObject({
      before: { roles: { [role.id]: 'Support' } },
      after: { roles: {} },
    });
    await changeUserOrganizations(ivan(), { userId, change: 'add', organizationId: 'org_acme' });
    expect((await recorded()).record).toMatchObject({
      before: { organizations: {} },
      after: { organizations: { org_acme: expect.any(String) } },
    });
  });

  test('that deletes a user keeps what the user can be made of again', async () => {
    const role = (await world.tenant.api('POST', '/roles', { name: 'Support' })) as { id: string };
    await world.tenant.api('POST', `/users/${encodeURIComponent(userId)}/roles`, { roles: [role.id] });
    await world.tenant.joinOrganization(userId);
    await deleteUser(ivan(), { userId });
    expect((await recorded()).record).toMatchObject({
      action: 'delete:user',
      outcome: 'done',
      before: {
        user: { user_id: userId, email: 'nina@example.com', app_metadata: { vendor: 'Acme' } },
        roles: [{ id: role.id, name: 'Support' }],
        organizations: [{ id: 'org_acme' }],
      },
      after: null,
    });
  });

  test('that sends a mail is written down before the mail is asked for', async () => {
    await sendPasswordReset(ivan(), { userId });
    const { kinds, record } = await recorded();
    expect(kinds).toEqual(['begun', 'ended']);
    expect(record).toMatchObject({ action: 'reset:password', outcome: 'done' });
  });
});

describe('a change that is refused', () => {
  test.each([
    ['by the role', () => blockUser(signedIn(world.people.amir), { userId }), hooks, { code: 'not-allowed' }],
    [
      'by the access hook',
      () => blockUser(ivan(), { userId }),
      {
        ...hooks,
        access: '(ctx, cb) => ctx.payload.action === "block:user" ? cb(new Error("Not Nina.")) : cb()',
      },
      { code: 'refused-by-hook', sentence: 'Not Nina.', hook: 'access' },
    ],
    [
      'by the write hook',
      () => update({ 'user_metadata.title': 'X' }),
      { ...hooks, write: '(ctx, cb) => cb(new Error("No X here."))' },
      { code: 'refused-by-hook', sentence: 'No X here.', hook: 'write' },
    ],
    [
      'by the guard',
      () => update({ 'user_metadata.title': 'X' }),
      { ...hooks, write: answering({ user_id: 'auth0|other' }) },
      { code: 'refused-by-guard', hook: 'write' },
    ],
    ['for wrong input', () => update({ 'user_metadata.unheard': 'X' }), hooks, { code: 'invalid-input' }],
    ['for nobody', () => blockUser(ivan(), { userId: 'auth0|nobody' }), hooks, { code: 'not-found' }],
  ])('%s is recorded once, and nothing was sent', async (_, attempt, hooksThen, reason) => {
    await world.tenant.setHooks(hooksThen);
    const calls = await world.tenant.callsOf(() => problemOf(attempt()));
    expect(calls.filter((call) => !call.startsWith('GET'))).toEqual([]);
    const { kinds, record } = await recorded();
    expect(kinds).toEqual(['ended']);
    expect(record).toMatchObject({ outcome: 'refused', reason, after: null });
  });

  test('by the guard holds the body that the hook wanted to send', async () => {
    await world.tenant.setHooks({
      ...hooks,
      write: answering({ app_metadata: { roles: 'Delegated Admin - Administrator' }, user_id: 'x' }),
    });
    await problemOf(update({ 'user_metadata.title': 'X' }));
    expect((await recorded()).record?.bodies).toEqual([
      { app_metadata: { roles: 'Delegated Admin - Administrator' }, user_id: 'x' },
    ]);
  });

  test('for the form of its input, before the verb runs, is recorded as an attempt at that verb', async () => {
    const error = new AppError('invalid-input', 'No such form.');
    await recordUnreadable(ivan(), blockUser, { userId, password: 'hidden-from-all', more: [1] }, error);
    expect((await recorded()).record).toMatchObject({
      action: 'block:user',
      user: { id: userId },
      outcome: 'refused',
      payload: { password: '[secret]', more: [1] },
    });
    await recordUnreadable(ivan(), inviteUser, {}, error);
    expect((await recorded()).record).toMatchObject({ action: 'create:user', user: null });
    await recordUnreadable(ivan(), blockUser, 'x', error);
    expect((await recorded()).record).toMatchObject({ action: 'block:user', user: null, payload: null });
  });
});

test('the trail of all that is one chain', async () => {
  const state = await openState();
  const head = await endOfTrail(state);
  expect(head.sequence).toBeGreaterThan(20);
  expect(await verifyChain(keptEntries(state, head), { head, isWhole: true })).not.toHaveProperty('problem');
});
