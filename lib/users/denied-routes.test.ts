import { describe, expect, test } from 'vitest';
import { readUser } from '#lib/auth0/read-user.ts';
import { editAs } from '#lib/testing/edit.ts';
import { answering, password, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { blockUser } from './block-user.ts';
import type { FormValues } from './form/user-form.ts';
import { sendPasswordReset } from './send-password-reset.ts';
import { sendVerificationEmail } from './send-verification-email.ts';
import { unblockUser } from './unblock-user.ts';

const world = worldWithOwnHooks();
const kelly = () => signedIn(world.people.kelly);
const nina = { userId: 'auth0|nina' };
const edit = (values: FormValues) => editAs(world.people.kelly, nina.userId, values);
const now = () => readUser(nina.userId);

const userFields = [
  { property: 'name', edit: true },
  { property: 'blocked', edit: { type: 'checkbox' } },
  { property: 'email_verified', edit: { type: 'checkbox' } },
];

/** Everything is permitted but these actions; a write hook may add to what was asked for. */
function hooks(denied: string[], added = {}) {
  return world.tenant.setHooks({
    settings: answering({ userFields }),
    access: `(ctx, callback) => callback(
      ${JSON.stringify(denied)}.includes(ctx.payload.action) ? new Error('Not ' + ctx.payload.action) : null)`,
    write: `function (ctx, callback) {
      delete ctx.payload.memberships;
      callback(null, Object.assign(ctx.payload, ${JSON.stringify(added)}));
    }`,
  });
}

async function refusedWith(run: Promise<unknown>, sentence: string) {
  expect((await problemOf(run)).message).toContain(sentence);
}

describe('a manager who may not block', () => {
  test('does not, by the action, by a field of the form, or by a write hook that adds it', async () => {
    await hooks(['block:user']);
    await refusedWith(blockUser(kelly(), nina), 'Not block:user');
    await refusedWith(edit({ blocked: true }), 'Not block:user');
    await refusedWith(edit({ blocked: true, name: 'Other' }), 'Not block:user');
    await hooks(['block:user'], { blocked: true });
    await refusedWith(edit({ name: 'Other' }), 'does not permit block:user');
    expect(await now()).toMatchObject({ name: 'Nina' });
    expect((await now())?.blocked ?? false).toBe(false);
  });

  test.each([
    ['the action', () => blockUser(kelly(), nina), {}],
    ['a field of the form', () => edit({ blocked: true }), {}],
    ['a write hook that adds it', () => edit({ name: 'Other' }), { blocked: true }],
  ])('and one who may does, by %s', async (_, block, added) => {
    await hooks([], added);
    await block();
    expect((await now())?.blocked).toBe(true);
  });
});

describe('a manager who may not unblock', () => {
  test('does not, by the action, by a field of the form, or by a write hook that adds it', async () => {
    await hooks([]);
    await blockUser(kelly(), nina);
    await hooks(['unblock:user']);
    await refusedWith(unblockUser(kelly(), nina), 'Not unblock:user');
    await refusedWith(edit({ blocked: false }), 'Not unblock:user');
    await hooks(['unblock:user'], { blocked: false });
    await refusedWith(edit({ name: 'Other' }), 'does not permit unblock:user');
    expect((await now())?.blocked).toBe(true);
    await hooks([], { blocked: false });
    await edit({ name: 'Other' });
    expect((await now())?.blocked).toBe(false);
  });
});

describe('a manager who may not set passwords', () => {
  const newPassword = { password: 'Velvet-Harbour-77', repeatPassword: 'Velvet-Harbour-77' };

  test('does not, by the form or by a write hook that adds one, and may still have a reset mail sent', async () => {
    await hooks(['change:password']);
    await refusedWith(edit(newPassword), 'Not change:password');
    await hooks(['change:password'], { password });
    await refusedWith(edit({ name: 'Other' }), 'does not permit change:password');
    expect((await now())?.name).toBe('Nina');
    await hooks(['change:password']);
    await sendPasswordReset(kelly(), nina);
    expect(await world.tenant.mails()).toHaveLength(1);
  });

  test('and one who may not reset them sets them all the same, where that is permitted', async () => {
    await hooks(['reset:password']);
    await refusedWith(sendPasswordReset(kelly(), nina), 'Not reset:password');
    expect(await world.tenant.mails()).toEqual([]);
    expect(await edit(newPassword)).toMatchObject({ changed: true });
  });
});

describe('a manager who may not verify addresses', () => {
  test('does not, by a mail, by a field of the form, or by a write hook that asks for a mail', async () => {
    await hooks(['send:verification-email', 'change:email']);
    await refusedWith(sendVerificationEmail(kelly(), nina), 'Not send:verification-email');
    await refusedWith(edit({ email_verified: true }), 'Not change:email');
    await hooks(['send:verification-email', 'change:email'], { email_verified: true });
    await refusedWith(edit({ name: 'Other' }), 'does not permit change:email');
    await hooks(['send:verification-email', 'change:email'], { verify_email: true });
    await edit({ name: 'Other' });
    expect((await now())?.email_verified).toBe(false);
    expect(await world.tenant.mails()).toEqual([]);
    await hooks([]);
    await sendVerificationEmail(kelly(), nina);
    await edit({ email_verified: true });
    expect(await world.tenant.mails()).toHaveLength(1);
    expect((await now())?.email_verified).toBe(true);
  });

  test('nor does the write hook, where the settings hook has taken it away', async () => {
    const taken = answering({
      userFields: [
        { property: 'name', edit: true },
        { property: 'email_verified', edit: false },
      ],
    });
    const verify = `(ctx, callback) => callback(null, { name: ctx.payload.name, email_verified: true })`;
    await world.tenant.setHooks({ settings: taken, access: '(ctx, callback) => callback()', write: verify });
    await refusedWith(edit({ name: 'Other' }), 'declares no field of that property');
    await hooks([], { email_verified: true });
    expect(await edit({ name: 'Other' })).toMatchObject({ changed: true });
  });
});

describe('nobody', () => {
  test('blocks or promotes themselves, by a field of the form or by a write hook', async () => {
    const self = world.people.kelly;
    await hooks([]);
    await refusedWith(editAs(self, self.user_id, { blocked: true }), 'You cannot block yourself');
    await hooks([], { blocked: true });
    await refusedWith(editAs(self, self.user_id, { name: 'Other' }), 'You cannot block yourself.');
    await hooks([], { app_metadata: { roles: ['Delegated Admin - Auditor'] } });
    await refusedWith(editAs(self, self.user_id, { name: 'Other' }), 'nobody changes their own roles');
    await hooks([]);
    expect(await editAs(self, self.user_id, { name: 'Other' })).toMatchObject({ changed: true });
  });
});
