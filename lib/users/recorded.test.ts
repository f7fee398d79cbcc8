import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AuditRecord } from '#lib/audit/record.ts';
import { withRequester } from '#lib/audit/requester.ts';
import { verifyChain } from '#lib/audit/verify-chain.ts';
import { AppError } from '#lib/errors.ts';
import { withRequestId } from '#lib/request-id.ts';
import { endOfTrail, keptEntries } from '#lib/state/kept-entries.ts';
import { entriesAfter } from '#lib/state/records.ts';
import { openState } from '#lib/state/state.ts';
import {
  answering,
  mainConnection,
  omar,
  password,
  settingsHook,
  worldWithOwnHooks,
} from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { blockUser } from './block-user.ts';
import { changeUserOrganizations } from './change-user-organizations.ts';
import { changeUserRoles } from './change-user-roles.ts';
import { createUser } from './create-user.ts';
import { deleteUser } from './delete-user.ts';
import { exportLog } from './export-log.ts';
import { editUserForm } from './form.ts';
import { getUser } from './get-user.ts';
import { inviteUser } from './invite-user.ts';
import { listUserLog } from './list-user-log.ts';
import { recordUnreadable } from './recorded.ts';
import { logInputOf } from './schema-log.ts';
import { sendPasswordReset } from './send-password-reset.ts';
import { unblockUser } from './unblock-user.ts';
import { updateUser } from './update-user.ts';
import type { FormValues } from './user-form.ts';

const world = worldWithOwnHooks();
const userId = 'auth0|nina';
const ivan = () => signedIn(world.people.ivan);
const openAccess = '(ctx, callback) => { /* read:roles, change:roles */ callback(); }';
const hooks = { access: openAccess, settings: settingsHook() };

let before: number;

beforeEach(async () => {
  await world.tenant.setHooks(hooks);
  before = (await endOfTrail(await openState())).sequence;
});
afterEach(async () => {
  await world.tenant.setFaults({});
});

/** The entries since the test began: the kind of each, and the last record. */
async function recorded(): Promise<{ kinds: string[]; record: AuditRecord | undefined }> {
  const entries = await entriesAfter(before, 100);
  return {
    kinds: entries.map(({ content }) => content.kind),
    record: entries.at(-1)?.content.record,
  };
}

async function update(values: FormValues) {
  const { loaded } = await editUserForm(ivan(), userId);
  before += 1;
  return updateUser(ivan(), { userId, values, loaded });
}

/** The version of a hook's text. */
const version = expect.stringMatching(/^[\w-]{43}$/);

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

describe('a change that fails', () => {
  const failing = (status: number, when: 'before' | 'after', more = {}) =>
    world.tenant.setFaults({ respond: [{ match: { method: 'PATCH' }, status, when, times: 1, ...more }] });

  test('in the tenant is recorded as failed, and as done where it was done all the same', async () => {
    await failing(503, 'before');
    await problemOf(blockUser(ivan(), { userId }));
    expect((await recorded()).record).toMatchObject({
      outcome: 'failed',
      reason: { code: 'tenant-unavailable' },
    });
    await failing(503, 'after');
    await blockUser(ivan(), { userId });
    expect((await recorded()).record).toMatchObject({ outcome: 'done', after: { blocked: true } });
  });

  test('without anybody knowing whether it was made is recorded as unknown', async () => {
    await failing(504, 'before');
    await problemOf(blockUser(ivan(), { userId }));
    expect((await recorded()).record).toMatchObject({
      outcome: 'unknown',
      reason: { sentence: expect.stringContaining('did not confirm') },
    });
  });

  test('half way is recorded with both halves', async () => {
    await failing(429, 'before', { passes: 1 });
    await world.tenant.setHooks({
      ...hooks,
      write: `(ctx, cb) => cb(null, { name: 'N', password: '${password}' })`,
    });
    await problemOf(update({ 'user_metadata.title': 'X' }));
    expect((await recorded()).record).toMatchObject({
      outcome: 'partly',
      saved: [expect.any(String)],
      notSaved: ['Password'],
      after: { name: 'N' },
      bodies: [{ name: 'N' }, { password: '[secret]' }],
    });
  });
});

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

describe('where the trail cannot be written', () => {
  const rename = async (from: string, to: string) => {
    const { db } = await openState();
    await sql.raw(`alter table steward.${from} rename to ${to}`).execute(db);
  };

  test('nothing is sent to the tenant, nothing is shown, and it says so; the attempts are recorded later', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await rename('audit_head', 'away');
    const calls = await world.tenant.callsOf(async () => {
      expect(await problemOf(blockUser(ivan(), { userId }))).toMatchObject({
        code: 'not-recorded',
        message: expect.stringContaining('nothing was changed and nothing is shown'),
      });
      expect(await problemOf(sendPasswordReset(ivan(), { userId }))).toMatchObject({ code: 'not-recorded' });
      expect(await problemOf(getUser(ivan(), userId))).toMatchObject({ code: 'not-recorded' });
    });
    expect(calls.filter((call) => !call.startsWith('GET'))).toEqual([]);
    await rename('away', 'audit_head');
    await blockUser(ivan(), { userId });
    await vi.waitFor(async () => expect((await recorded()).kinds).toHaveLength(4), { timeout: 10_000 });
    const entries = await entriesAfter(before, 100);
    expect(entries.map(({ content: { record } }) => `${record.action} ${record.outcome}`).sort()).toEqual([
      'block:user done',
      'block:user failed',
      'block:user open',
      'reset:password failed',
    ]);
  });

  test('only at the end, what was done stays done, and the end is written as soon as that can be', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const atTenant = new Promise<void>((resolve) => {
      const onRequest = async (message: unknown) => {
        const { request } = message as { request: IncomingMessage };
        if (request.method !== 'PATCH') return;
        unsubscribe('http.server.request.start', onRequest);
        await rename('audit_head', 'away');
        resolve();
      };
      subscribe('http.server.request.start', onRequest);
    });
    await world.tenant.setFaults({ latencyMs: 300 });
    expect(await blockUser(ivan(), { userId })).toEqual({ userId, name: 'Nina' });
    await atTenant;
    expect((await recorded()).kinds).toEqual(['begun']);
    await rename('away', 'audit_head');
    await vi.waitFor(async () => expect((await recorded()).kinds).toEqual(['begun', 'ended']), {
      timeout: 10_000,
    });
    expect((await recorded()).record).toMatchObject({ outcome: 'done', after: { blocked: true } });
  });
});

test('the trail of all that is one chain', async () => {
  const state = await openState();
  const head = await endOfTrail(state);
  expect(head.sequence).toBeGreaterThan(20);
  expect(await verifyChain(keptEntries(state, head), { head, isWhole: true })).not.toHaveProperty('problem');
});
