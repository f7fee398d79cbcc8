import { afterEach, describe, expect, test, vi } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { answering, defaultAccess, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { passwordResetChoice } from './password-reset-clients.ts';
import { sendPasswordReset } from './send-password-reset.ts';
import { sendVerificationEmail } from './send-verification-email.ts';

const world = worldWithOwnHooks();
const kelly = () => signedIn(world.people.kelly);
const nina = { userId: 'auth0|nina' };

afterEach(() => world.tenant.setFaults({}));

async function hooks(settings: JsonObject = {}) {
  await world.tenant.setHooks({ access: defaultAccess, settings: answering(settings) });
}

/** The tenant ends the next call of this method like this; `after` it has done what was asked. */
function failing(method: string, status: number, when: 'before' | 'after') {
  return world.tenant.setFaults({ respond: [{ match: { method }, status, when, times: 1 }] });
}

describe('a mail', () => {
  const sends = {
    'verify-email': () => sendVerificationEmail(kelly(), nina),
    'change-password': () => sendPasswordReset(kelly(), nina),
  };

  test.each(Object.keys(sends) as (keyof typeof sends)[])(
    'to %s goes to the user, and its link is in no answer and in nothing that the console prints',
    async (kind) => {
      await hooks();
      const printed: unknown[] = [];
      const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
        vi.spyOn(console, level).mockImplementation((...said) => void printed.push(said)),
      );
      const answer = await sends[kind]();
      for (const spy of spies) spy.mockRestore();
      const [mail] = await world.tenant.mails();
      expect(mail).toMatchObject({ kind, to: 'nina@example.com', link: expect.stringContaining('ticket=') });
      const ticket = new URL(String(mail?.link)).searchParams.get('ticket') ?? '';
      expect(ticket.length).toBeGreaterThan(20);
      expect(JSON.stringify([answer, printed])).not.toContain(ticket);
      expect(answer).toEqual({ ...nina, name: 'Nina' });
    },
  );

  test.each([503, 504] as const)(
    'that may or may not be on its way after a %i is not sent again',
    async (status) => {
      await hooks();
      await failing('POST', status, 'after');
      const problem = await problemOf(sends['verify-email']());
      expect(problem.message).toContain('It may still arrive');
      expect(await world.tenant.mails()).toHaveLength(1);
    },
  );

  test('is not sent to nobody', async () => {
    await hooks();
    for (const send of Object.values(sends)) {
      const { email: _, ...rest } = world.nina;
      await world.tenant.removeUser(nina.userId);
      await world.tenant.putUser({ ...rest, username: 'nina' });
      expect((await problemOf(send())).message).toBe('This user has no e-mail address, so no mail was sent.');
    }
    expect(await world.tenant.mails()).toEqual([]);
  });

  test('for verification is not sent where the address is verified', async () => {
    await hooks();
    await world.tenant.putUser({ ...world.nina, email_verified: true });
    expect((await problemOf(sends['verify-email']())).message).toContain('verified already');
    expect(await world.tenant.mails()).toEqual([]);
    await sends['change-password']();
    expect(await world.tenant.mails()).toHaveLength(1);
  });

  test('for a new password is not sent to somebody who signs in elsewhere', async () => {
    await hooks();
    const google = { connection: 'google-oauth2', provider: 'google-oauth2', user_id: '1', isSocial: true };
    await world.tenant.putUser({ ...world.nina, user_id: 'google-oauth2|1', identities: [google] });
    const problem = await problemOf(sendPasswordReset(kelly(), { userId: 'google-oauth2|1' }));
    expect(problem.message).toContain('another provider');
    expect(await world.tenant.mails()).toEqual([]);
  });
});

describe('the application of a password-reset mail', () => {
  const contractor = { userId: 'auth0|carl' };
  const ids = (clients: { clientId: string }[]) => clients.map(({ clientId }) => clientId);

  async function putContractor() {
    const identity = { connection: 'Contractors', provider: 'auth0', user_id: 'carl', isSocial: false };
    await world.tenant.putUser({
      ...world.nina,
      user_id: contractor.userId,
      email: 'carl@example.com',
      identities: [identity],
    });
  }

  test('is one of those in which users of the connection sign in, by name; no machine’s and no other', async () => {
    await hooks();
    await putContractor();
    expect(await passwordResetChoice(kelly(), contractor)).toEqual({
      label: 'Application',
      clients: [
        { clientId: 'web', name: 'Console' },
        { clientId: 'portal', name: 'Partner portal' },
      ],
    });
    expect(ids((await passwordResetChoice(kelly(), nina)).clients)).toEqual(['web']);
  });

  test('is the one that was chosen, else the console’s own', async () => {
    await hooks();
    await putContractor();
    await sendPasswordReset(kelly(), { ...contractor, clientId: 'portal' });
    await sendPasswordReset(kelly(), contractor);
    expect((await world.tenant.mails()).map(({ clientId }) => clientId)).toEqual(['web', 'portal']);
  });

  test.each(['closed', 'machine', 'nothing', ''])('%j is refused, and no mail is sent', async (clientId) => {
    await hooks();
    await putContractor();
    const problem = await problemOf(sendPasswordReset(kelly(), { ...contractor, clientId }));
    expect(problem.message).toBe('This application is not one to choose here. No mail was sent.');
    expect(await world.tenant.mails()).toEqual([]);
  });

  test('is named and narrowed by the settings hook, which offers none that the tenant would not', async () => {
    const options = [
      { value: 'portal', label: 'For partners' },
      { value: 'closed', label: 'Closed' },
    ];
    await hooks({ userFields: [{ property: 'client', label: 'Where to', edit: { options } }] });
    await putContractor();
    expect(await passwordResetChoice(kelly(), contractor)).toEqual({
      label: 'Where to',
      clients: [{ clientId: 'portal', name: 'For partners' }],
    });
    for (const clientId of ['closed', 'web']) {
      expect((await problemOf(sendPasswordReset(kelly(), { ...contractor, clientId }))).code).toBe(
        'invalid-input',
      );
    }
    await sendPasswordReset(kelly(), { ...contractor, clientId: 'portal' });
    expect(await world.tenant.mails()).toHaveLength(1);
  });

  test('is not to be chosen where the settings hook takes the choice away', async () => {
    await hooks({ userFields: [{ property: 'client', edit: false }] });
    await putContractor();
    expect((await passwordResetChoice(kelly(), contractor)).clients).toEqual([]);
    const problem = await problemOf(sendPasswordReset(kelly(), { ...contractor, clientId: 'portal' }));
    expect(problem.code).toBe('invalid-input');
    await sendPasswordReset(kelly(), contractor);
    expect((await world.tenant.mails()).map(({ clientId }) => clientId)).toEqual(['web']);
  });
});
