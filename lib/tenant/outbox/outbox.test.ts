import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, startTestApi, type TestApi, testPassword } from '../management/testing/test-api.ts';

let api: TestApi;
let userId: string;

beforeAll(async () => {
  api = await startTestApi(10);
});

beforeEach(async () => {
  await api.control('DELETE', '/outbox');
  userId = await api.putUser({
    user_id: 'auth0|ada',
    email: 'ada@example.com',
    name: 'Ada <Lovelace>',
    password: testPassword,
  });
});

afterAll(() => api.close());

const newPassword = 'Velvet-Harbour-77';
const userNow = async () => (await api.call('GET', `/users/${encodeURIComponent(userId)}`)).body;

function forgotPassword(body: object, headers = {}): Promise<Response> {
  return fetch(`${api.url}/dbconnections/change_password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ client_id: 'web', connection: 'Username-Password-Authentication', ...body }),
  });
}

async function mails(): Promise<Answer['body']> {
  return (await api.control('GET', '/outbox')).body;
}

function submit(link: string, password: string, repeated = password): Promise<Response> {
  const { origin, pathname, searchParams } = new URL(link);
  return fetch(origin + pathname, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ ticket: searchParams.get('ticket') ?? '', password, repeated }),
  });
}

describe('a forgotten password', () => {
  test('brings a mail whose link sets a new one, once, and ends what the old one opened', async () => {
    const { refresh_token: token } = (await api.signIn('ada@example.com')).body;
    expect((await forgotPassword({ email: 'Ada@example.com' })).status).toBe(200);
    const [mail] = await mails();
    expect(mail).toMatchObject({ to: 'ada@example.com', kind: 'change-password' });
    expect(await (await fetch(mail.link)).text()).toContain('Set a new password');
    const refused: [string, string, string][] = [
      ['short', 'short', 'too weak'],
      [newPassword, `${newPassword}!`, 'not the same'],
      ['Ada@example.com1', 'Ada@example.com1', 'part of your name'],
    ];
    for (const [password, repeated, sentence] of refused) {
      const answer = await submit(mail.link, password, repeated);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain(sentence);
    }
    expect((await api.signIn('ada@example.com')).status).toBe(200);
    expect((await submit(mail.link, newPassword)).status).toBe(200);
    expect((await submit(mail.link, 'Another-Harbour-78')).status).toBe(404);
    expect((await api.signIn('ada@example.com')).status).not.toBe(200);
    expect((await api.signIn('ada@example.com', newPassword)).status).toBe(200);
    expect((await api.refresh(token)).status).toBe(403);
  });

  test('is answered alike for somebody who is not there, and no mail is sent', async () => {
    const known = await forgotPassword({ email: 'ada@example.com' });
    const unknown = await forgotPassword({ email: 'nobody@example.com' });
    expect([unknown.status, await unknown.text()]).toEqual([known.status, await known.text()]);
    expect(await mails()).toHaveLength(1);
  });

  test('needs an address and a database connection', async () => {
    expect((await forgotPassword({})).status).toBe(400);
    expect((await forgotPassword({ email: 'ada@example.com', connection: 'google-oauth2' })).status).toBe(
      400,
    );
    expect(await mails()).toEqual([]);
  });
});

describe('a ticket', () => {
  test('to change the password leads back to the application with the outcome', async () => {
    const { body, status } = await api.call('POST', '/tickets/password-change', {
      user_id: userId,
      result_url: 'http://localhost:3000/done',
      mark_email_as_verified: true,
    });
    expect(status).toBe(201);
    expect(await mails()).toEqual([]);
    const answer = await submit(body.ticket, newPassword);
    const location = new URL(answer.headers.get('location') ?? '');
    expect([answer.status, location.pathname, location.searchParams.get('success')]).toEqual([
      302,
      '/done',
      'true',
    ]);
    expect(await userNow()).toMatchObject({ email_verified: true });
  });

  test('is for its own purpose only', async () => {
    const { body } = await api.call('POST', '/tickets/email-verification', { user_id: userId });
    const secret = new URL(body.ticket).searchParams.get('ticket');
    expect((await submit(`${api.url}/lo/reset?ticket=${secret}`, newPassword)).status).toBe(404);
    expect((await api.signIn('ada@example.com')).status).toBe(200);
    expect((await fetch(body.ticket)).status).toBe(200);
    expect(await userNow()).toMatchObject({ email_verified: true });
  });

  test('to verify an address is worth nothing once the user has another one', async () => {
    const { body } = await api.call('POST', '/tickets/email-verification', { user_id: userId });
    await api.putUser({ user_id: userId, email: 'other@example.com' });
    expect((await fetch(body.ticket)).status).toBe(404);
    expect(await userNow()).toMatchObject({ email_verified: false });
  });

  test('is refused for somebody who is not there or has no password here', async () => {
    const ask = (id: string) => api.call('POST', '/tickets/password-change', { user_id: id });
    expect((await ask('auth0|nobody')).body.errorCode).toBe('inexistent_user');
    const social = await api.putUser({ connection: 'google-oauth2', email: 'g@example.com' });
    expect((await ask(social)).body.errorCode).toBe('invalid_body');
    expect((await ask(userId)).status).toBe(201);
  });
});

describe('the outbox', () => {
  test('shows the verification mail with a link that works', async () => {
    const job = await api.call('POST', '/jobs/verification-email', { user_id: userId });
    expect((await api.call('GET', `/jobs/${job.body.id}`)).body).toMatchObject({ status: 'completed' });
    const [mail] = await mails();
    const list = await (await fetch(`${api.url}/outbox`)).text();
    expect(list).toContain(`href="/outbox/${mail.id}"`);
    const page = await fetch(`${api.url}/outbox/${mail.id}`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const href = /href="([^"]*lo\/verify_email[^"]*)"/.exec(await page.text())?.[1] ?? '';
    expect((await fetch(href)).status).toBe(200);
    expect(await userNow()).toMatchObject({ email_verified: true });
    expect((await fetch(`${api.url}/outbox/nothing`)).status).toBe(404);
  });

  test('shows under which domain a mail speaks, where a call names one, and for which client', async () => {
    const domain = { 'auth0-custom-domain': 'login.example.com' };
    expect((await forgotPassword({ email: 'ada@example.com' }, domain)).status).toBe(200);
    const [mail] = await mails();
    expect(mail).toMatchObject({ customDomain: 'login.example.com', clientId: 'web' });
    expect(await (await fetch(`${api.url}/outbox/${mail.id}`)).text()).toContain('from login.example.com');
    expect((await forgotPassword({ email: 'ada@example.com' })).status).toBe(200);
    expect((await mails())[0]).not.toHaveProperty('customDomain');
  });

  test('lists the newest first', async () => {
    for (const name of ['first', 'second', 'third']) {
      const user_id = await api.putUser({ email: `${name}@example.com` });
      await api.call('POST', '/jobs/verification-email', { user_id });
    }
    const to = (await mails()).map((mail: { to: string }) => mail.to);
    expect(to).toEqual(['third@example.com', 'second@example.com', 'first@example.com']);
  });
});
