import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { entriesAfter } from '#lib/state/records.ts';
import { type People, putPeople, signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { startTestTenant } from '#lib/testing/tenant.ts';
import { createUserForm } from './form/form.ts';
import { checkPassword } from './form/password-policy.ts';
import { passwordRulesOf } from './form/password-rules.ts';
import type { FormValues } from './form/user-form.ts';
import { inviteUser } from './invite-user.ts';
import { permit } from './permit.ts';

const tenant = await startTestTenant('own');
let people: People;

const names = ['access', 'filter', 'memberships', 'settings', 'write'] as const;
const defaultHooks = Object.fromEntries(
  names.map((name) => [name, readFileSync(new URL(`../../hooks/${name}.js`, import.meta.url), 'utf8')]),
);

beforeEach(async () => {
  await tenant.reset();
  await tenant.setHooks(defaultHooks);
  people = await putPeople(tenant);
});
afterAll(async () => {
  await tenant.stop();
  await closeHookPool();
});

const nina: FormValues = { email: 'nina@example.com', given_name: 'Nina', memberships: ['Finance'] };
const kelly = () => signedIn(people.kelly);
const invite = (values = nina) => inviteUser(kelly(), { values });

/** The tenant sends a mail of its own to every new address; these are the others. */
async function invitationsSent() {
  return (await tenant.mails()).filter(({ kind }) => kind === 'change-password');
}

async function createdByKelly(userId: string) {
  return (await permit(kelly(), userId, 'read:user')).user;
}

/** A write hook that shows the password that it was given, as no hook should. */
const tellingHook = `function (ctx, callback) {
  var payload = ctx.payload;
  callback(null, {
    email: payload.email, password: payload.password, connection: payload.connection,
    app_metadata: { department: 'Finance' }, user_metadata: { told: payload.password },
  });
}`;

describe('an invitation', () => {
  test('makes the user that the write hook makes of it, and has the tenant send one mail to them', async () => {
    const invited = await invite();
    expect(invited).toMatchObject({ email: 'nina@example.com', invitation: { sent: true } });
    expect((await createdByKelly(invited.userId)).app_metadata).toEqual({ department: 'Finance' });
    const mails = await invitationsSent();
    expect(mails.map(({ to }) => to)).toEqual(['nina@example.com']);
    const { link } = mails[0] ?? {};
    expect(link).toMatch(/^http/);
    expect(JSON.stringify(invited)).not.toContain(String(link));
  });

  test('takes two writes: the user, then the mail', async () => {
    const calls = await tenant.callsOf(() => invite());
    const writes = calls.filter((call) => call.startsWith('POST'));
    expect(writes).toEqual(['POST /users', 'POST /dbconnections/change_password']);
  });

  test('gives each user another password, which meets the rules and stands in no answer and no record', async () => {
    await tenant.setHooks({ ...defaultHooks, write: tellingHook });
    const told: string[] = [];
    for (const email of ['one@example.com', 'two@example.com']) {
      const invited = await invite({ ...nina, email });
      const password = String((await createdByKelly(invited.userId)).user_metadata?.told);
      expect(JSON.stringify(invited)).not.toContain(password);
      told.push(password);
    }
    const rules = passwordRulesOf({ passwordPolicy: 'good' });
    for (const password of told) {
      expect(password.length).toBeGreaterThanOrEqual(16);
      expect(checkPassword(rules, password).every(({ ok }) => ok)).toBe(true);
    }
    expect(new Set(told).size).toBe(2);
    const records = JSON.stringify(await entriesAfter(0, 1_000));
    expect(records).toContain('two@example.com');
    for (const password of told) expect(records).not.toContain(password);
  });

  test('asks for a username where the connection does', async () => {
    const ivans = (values: FormValues) => inviteUser(signedIn(people.ivan), { values });
    const values = { ...nina, connection: 'Contractors' };
    expect((await problemOf(ivans(values))).fields).toEqual({ username: 'Username is required.' });
    expect(await ivans({ ...values, username: 'nina' })).toMatchObject({ invitation: { sent: true } });
  });
});

describe('an invitation that is refused makes no user and sends no mail', () => {
  async function nothingHappens(run: () => Promise<unknown>) {
    let problem: Awaited<ReturnType<typeof problemOf>> | undefined;
    const calls = await tenant.callsOf(async () => {
      problem = await problemOf(run());
    });
    expect(calls.filter((call) => !call.startsWith('GET'))).toEqual([]);
    expect(await tenant.mails()).toEqual([]);
    return problem;
  }

  test('by the write hook, in its own words', async () => {
    const refused = "function (ctx, callback) { callback(new Error('Nobody new before January.')); }";
    await tenant.setHooks({ ...defaultHooks, write: refused });
    expect(await nothingHappens(invite)).toMatchObject({
      code: 'refused-by-hook',
      message: 'Nobody new before January.',
    });
  });

  test('without an address to send it to', async () => {
    const problem = await nothingHappens(() => invite({ ...nina, email: ' ' }));
    expect(problem?.fields).toEqual({ email: 'An invitation needs an e-mail address to go to.' });
  });

  test('with a password, which would be one that somebody knows', async () => {
    const problem = await nothingHappens(() => invite({ ...nina, password: 'Correct-horse-7' }));
    expect(problem?.fields).toHaveProperty('password');
  });

  test('where the settings take password mails away, and then it is not offered', async () => {
    expect((await createUserForm(kelly())).canInvite).toBe(true);
    const settings = `function (ctx, callback) {
      callback(null, { userFields: [{ property: 'resetPassword', edit: false }] });
    }`;
    await tenant.setHooks({ ...defaultHooks, settings });
    expect((await createUserForm(kelly())).canInvite).toBe(false);
    const problem = await nothingHappens(() =>
      invite({ email: 'nina@example.com', memberships: ['Finance'] }),
    );
    expect(problem).toMatchObject({ code: 'not-allowed' });
  });

  test('for an auditor', async () => {
    const amirs = () => inviteUser(signedIn(people.amir), { values: nina });
    expect(await nothingHappens(amirs)).toMatchObject({ code: 'not-allowed' });
  });
});

describe('a user whose mail fails is there all the same, and the answer says so', () => {
  test('when the access hook refuses the mail: with its sentence', async () => {
    const access = `function (ctx, callback) {
      callback(ctx.payload.action === 'reset:password' ? new Error('IT sends the mails.') : null);
    }`;
    await tenant.setHooks({ ...defaultHooks, access });
    const { userId, invitation } = await invite();
    expect(invitation).toEqual({ sent: false, isInDoubt: false, refusal: 'IT sends the mails.' });
    expect((await createdByKelly(userId)).email).toBe('nina@example.com');
    expect(await invitationsSent()).toEqual([]);
  });

  test.each([
    ['when the tenant refuses it', { status: 429 }, false],
    ['when nobody knows whether it went out', { status: 500 }, true],
  ])('%s', async (_, fault, isInDoubt) => {
    const match = { path: '/dbconnections/change_password' };
    await tenant.setFaults({ respond: [{ match, when: 'before', times: 5, ...fault }] });
    const { userId, invitation } = await invite();
    await tenant.setFaults({});
    expect(invitation).toEqual({ sent: false, isInDoubt });
    expect((await createdByKelly(userId)).email).toBe('nina@example.com');
  });
});
