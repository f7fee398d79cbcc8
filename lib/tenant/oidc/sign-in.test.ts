import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { authorization, claimsOf, exchange, signInAs, tokenRequest } from '../server/testing/code-flow.ts';
import { TestBrowser } from '../server/testing/test-browser.ts';
import { machineToken, putUser, startTestTenant, testPassword } from '../server/testing/test-tenant.ts';
import type { RunningTenant } from '../start-tenant.ts';
import { wrongPasswordsMax } from './brute-force.ts';
import { passwordRealmGrant } from './client.ts';

let tenant: RunningTenant;

beforeAll(async () => {
  tenant = await startTestTenant();
});

afterAll(() => tenant.close());

describe('signing in with an authorization code and PKCE', () => {
  test('ends with an ID token that says who signed in, and an access token that userinfo takes', async () => {
    const browser = new TestBrowser(tenant);
    const started = authorization(tenant, { nonce: 'n-1' });
    const back = await signInAs(browser, started, 'kelly@example.com');
    expect(back.url.href).toContain('http://localhost:39999/auth/callback?');
    expect(back.url.searchParams.get('state')).toBe('state-of-the-test');
    expect(back.url.searchParams.get('iss')).toBe(tenant.issuer);

    const { status, body } = await exchange(tenant, started, back);
    expect(status).toBe(200);
    expect(claimsOf(body.id_token)).toMatchObject({
      iss: tenant.issuer,
      aud: 'test-web',
      sub: 'auth0|kelly',
      name: 'Kelly Brandt',
      nickname: 'kelly',
      picture: 'https://example.com/kelly.png',
      email: 'kelly@example.com',
      email_verified: true,
      updated_at: expect.stringMatching(/^20\d\d-.*Z$/),
      nonce: 'n-1',
      sid: expect.any(String),
      'https://example.com/roles': ['Delegated Admin - User'],
    });
    const userinfo = await fetch(`${tenant.url}/userinfo`, {
      headers: { authorization: `Bearer ${body.access_token}` },
    });
    expect(await userinfo.json()).toMatchObject({ sub: 'auth0|kelly', email: 'kelly@example.com' });
  });

  test('signs in by username as well', async () => {
    const back = await signInAs(new TestBrowser(tenant), authorization(tenant), 'Ivan');
    expect(back.url.searchParams.get('code')).toBeTruthy();
  });

  test('a code without its verifier is refused, and with it taken once', async () => {
    const started = authorization(tenant);
    const back = await signInAs(new TestBrowser(tenant), started, 'kelly@example.com');
    const without = await exchange(tenant, started, back, { code_verifier: '' });
    expect(without.status).toBeGreaterThanOrEqual(400);
    const again = authorization(tenant);
    const backAgain = await signInAs(new TestBrowser(tenant), again, 'kelly@example.com');
    const wrong = await exchange(tenant, { ...again, verifier: 'x'.repeat(43) }, backAgain);
    expect(wrong).toMatchObject({ status: 403, body: { error: 'invalid_grant' } });
    const third = authorization(tenant);
    const backThird = await signInAs(new TestBrowser(tenant), third, 'kelly@example.com');
    expect((await exchange(tenant, third, backThird)).status).toBe(200);
    expect((await exchange(tenant, third, backThird)).status).toBe(403);
  });

  test('an authorization without a challenge is refused', async () => {
    const started = authorization(tenant);
    started.url.searchParams.delete('code_challenge');
    started.url.searchParams.delete('code_challenge_method');
    const visit = await new TestBrowser(tenant).open(started.url);
    expect(visit.url.searchParams.get('error')).toBe('invalid_request');
  });

  test('a session signs in again without asking, prompt=login asks, and another person may take over', async () => {
    const browser = new TestBrowser(tenant);
    await signInAs(browser, authorization(tenant), 'kelly@example.com');
    const silent = await browser.open(authorization(tenant).url);
    expect(silent.url.searchParams.get('code')).toBeTruthy();

    const prompted = authorization(tenant, { prompt: 'login', login_hint: 'ivan@example.com' });
    const page = await browser.open(prompted.url);
    expect(page.text).toContain('value="ivan@example.com"');
    const back = await browser.submit(page, { identifier: 'ivan@example.com', password: testPassword });
    const { body } = await exchange(tenant, prompted, back);
    expect(claimsOf(body.id_token).sub).toBe('auth0|ivan');
    const next = authorization(tenant);
    const nextBody = (await exchange(tenant, next, await browser.open(next.url))).body;
    expect(claimsOf(nextBody.id_token).sub).toBe('auth0|ivan');
  });

  test('a refresh token works until the user is blocked', async () => {
    await putUser(tenant, { user_id: 'auth0|rita', email: 'rita@example.com', password: testPassword });
    const started = authorization(tenant, { scope: 'openid offline_access' });
    const back = await signInAs(new TestBrowser(tenant), started, 'rita@example.com');
    const { body } = await exchange(tenant, started, back);
    const refresh = { grant_type: 'refresh_token', refresh_token: String(body.refresh_token) };
    expect((await tokenRequest(tenant, refresh)).body).toMatchObject({ access_token: expect.any(String) });
    await putUser(tenant, { user_id: 'auth0|rita', email: 'rita@example.com', blocked: true });
    expect(await tokenRequest(tenant, refresh)).toMatchObject({
      status: 403,
      body: { error: 'invalid_grant', error_description: 'Unknown or invalid refresh token.' },
    });
  });

  test('a member of an organization signs in to it, and nobody else does', async () => {
    const started = authorization(tenant, { organization: 'org_1', scope: 'openid offline_access' });
    const back = await signInAs(new TestBrowser(tenant), started, 'kelly@example.com');
    const { body } = await exchange(tenant, started, back);
    expect(claimsOf(body.id_token)).toMatchObject({ sub: 'auth0|kelly', org_id: 'org_1' });
    const refresh = { grant_type: 'refresh_token', refresh_token: String(body.refresh_token) };
    expect(claimsOf((await tokenRequest(tenant, refresh)).body.id_token).org_id).toBe('org_1');

    const browser = new TestBrowser(tenant);
    const stranger = await signInAs(browser, authorization(tenant, { organization: 'org_1' }), 'ivan');
    expect(stranger.url.searchParams.get('error')).toBe('access_denied');
    const plain = authorization(tenant);
    const plainBody = (await exchange(tenant, plain, await browser.open(plain.url))).body;
    expect(claimsOf(plainBody.id_token).org_id).toBeUndefined();
  });

  test('without offline_access there is no refresh token', async () => {
    const started = authorization(tenant);
    const back = await signInAs(new TestBrowser(tenant), started, 'kelly@example.com');
    expect((await exchange(tenant, started, back)).body.refresh_token).toBeUndefined();
  });
});

describe('the login page', () => {
  test('a wrong password and an unknown user read the same, and the e-mail stays', async () => {
    const wrong = await signInAs(new TestBrowser(tenant), authorization(tenant), 'kelly@example.com', 'no');
    const unknown = await signInAs(
      new TestBrowser(tenant),
      authorization(tenant),
      'nobody@example.com',
      'no',
    );
    for (const page of [wrong, unknown]) {
      expect(page.status).toBe(400);
      expect(page.text).toContain('Wrong e-mail or password.');
    }
    expect(wrong.text).toContain('value="kelly@example.com"');
    expect(wrong.text).not.toContain('value="no"');
  });

  test('a blocked user reads so with the right password, and nothing with a wrong one', async () => {
    const right = await signInAs(new TestBrowser(tenant), authorization(tenant), 'bo@example.com');
    expect(right.text).toContain('This user is blocked.');
    const wrong = await signInAs(new TestBrowser(tenant), authorization(tenant), 'bo@example.com', 'no');
    expect(wrong.text).toContain('Wrong e-mail or password.');
  });

  test('somebody blocked while signed in is asked to sign in again', async () => {
    await putUser(tenant, { user_id: 'auth0|sam', email: 'sam@example.com', password: testPassword });
    const browser = new TestBrowser(tenant);
    await signInAs(browser, authorization(tenant), 'sam@example.com');
    expect((await browser.open(authorization(tenant).url)).url.searchParams.get('code')).toBeTruthy();
    await putUser(tenant, { user_id: 'auth0|sam', email: 'sam@example.com', blocked: true });
    expect((await browser.open(authorization(tenant).url)).text).toContain('<h1>Sign in</h1>');
  });

  test('ten wrong passwords block the user until the block is lifted', async () => {
    await putUser(tenant, { user_id: 'auth0|tom', email: 'tom@example.com', password: testPassword });
    const grant = { grant_type: passwordRealmGrant, username: 'tom@example.com', scope: 'openid' };
    const ask = (password: string) => tokenRequest(tenant, { ...grant, password });
    for (let count = 1; count < wrongPasswordsMax; count += 1) await ask('wrong');
    expect((await ask(testPassword)).status).toBe(200);
    for (let count = 1; count <= wrongPasswordsMax; count += 1) {
      expect(await ask('wrong')).toMatchObject({ status: 403, body: { error: 'invalid_grant' } });
    }
    expect(await ask(testPassword)).toMatchObject({ status: 429, body: { error: 'too_many_attempts' } });
    const page = await signInAs(new TestBrowser(tenant), authorization(tenant), 'tom@example.com');
    expect(page.text).toContain('after ten wrong passwords');
  });

  test('a sign-in is counted at the user and stands in the log', async () => {
    await putUser(tenant, { user_id: 'auth0|una', email: 'una@example.com', password: testPassword });
    await signInAs(new TestBrowser(tenant), authorization(tenant), 'una@example.com', 'wrong');
    await signInAs(new TestBrowser(tenant), authorization(tenant), 'una@example.com');
    const headers = { authorization: `Bearer ${await machineToken(tenant)}` };
    const logs = await fetch(`${tenant.url}/api/v2/users/auth0%7Cuna/logs`, { headers });
    const lines: { type: string; client_name: string; ip: string }[] = await logs.json();
    expect(lines.map(({ type }) => type).sort()).toEqual(['fp', 's']);
    expect(lines[0]).toMatchObject({
      client_name: 'Test application',
      ip: expect.stringMatching(/^(127|::1)/),
    });
    expect(JSON.stringify(lines)).not.toContain(testPassword);
  });
});
