import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { authorization, exchange, signInAs } from '../server/testing/code-flow.ts';
import { TestBrowser } from '../server/testing/test-browser.ts';
import { applicationOrigin, startTestTenant, testPassword } from '../server/testing/test-tenant.ts';
import type { RunningTenant } from '../start-tenant.ts';

let tenant: RunningTenant;

beforeAll(async () => {
  tenant = await startTestTenant({
    title: 'Acme & Sons',
    demoPeople: [{ email: 'kelly@example.com', name: 'Kelly Brandt', department: 'Finance', role: 'User' }],
    demoPassword: testPassword,
  });
});

afterAll(() => tenant.close());

const typed = { identifier: 'kelly@example.com', password: testPassword };

describe('the login form', () => {
  test('is taken from its own page, and refused without the page’s token or from elsewhere', async () => {
    const browser = new TestBrowser(tenant);
    const page = await browser.open(authorization(tenant).url);
    const refusals = [
      await browser.submit(page, { ...typed, form_token: '' }),
      await browser.submit(page, { ...typed, form_token: 'x'.repeat(43) }),
      await browser.submit(page, typed, { origin: 'http://localhost:3000' }),
      await browser.submit(page, typed, { origin: 'null' }),
      await browser.submit(page, typed, { 'sec-fetch-site': 'same-site' }),
    ];
    for (const refusal of refusals) expect(refusal.status).toBe(403);
    const taken = await browser.submit(page, typed, { 'sec-fetch-site': 'same-origin' });
    expect(taken.url.origin).toBe(applicationOrigin);
  });

  test('holds a token that is worth nothing in another browser’s sign-in', async () => {
    const attacker = await new TestBrowser(tenant).open(authorization(tenant).url);
    const victim = new TestBrowser(tenant);
    const page = await victim.open(authorization(tenant).url);
    const token = /name="form_token" value="([^"]+)"/.exec(attacker.text)?.[1] ?? '';
    expect((await victim.submit(page, { ...typed, form_token: token })).status).toBe(403);
    expect((await victim.submit(attacker, typed)).status).toBe(400);
    expect((await victim.submit(page, typed)).url.origin).toBe(applicationOrigin);
  });

  test('signs a person of the demo in with one click, and nobody who is not on the list', async () => {
    const browser = new TestBrowser(tenant);
    const started = authorization(tenant);
    const page = await browser.open(started.url);
    expect(page.text).toContain('Finance · User');
    expect((await browser.submit(page, { person: 'ivan@example.com' })).status).toBe(400);
    const back = await browser.submit(page, { person: 'kelly@example.com' });
    expect((await exchange(tenant, started, back)).status).toBe(200);
  });

  test('shows what is typed as text and runs no script', async () => {
    const browser = new TestBrowser(tenant);
    const evil = '"><script>alert(1)</script>';
    const page = await signInAs(browser, authorization(tenant, { login_hint: evil }), evil, 'no');
    expect(page.text).not.toContain('<script');
    expect(page.text).toContain('&quot;&gt;&lt;script&gt;');
    expect(page.text).toContain('Acme &amp; Sons');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`form-action 'self' ${applicationOrigin}`);
    expect(policy).not.toContain('unsafe');
  });

  test('an empty form and an expired one end in a sentence', async () => {
    const browser = new TestBrowser(tenant);
    const page = await browser.open(authorization(tenant).url);
    expect((await browser.submit(page, { identifier: ' ', password: '' })).text).toContain(
      'Enter your e-mail',
    );
    expect((await browser.open('/u/login/unknown')).text).toContain('took too long, or was finished before');
  });
});

describe('addresses to return to', () => {
  test.each([
    ['another origin', 'https://evil.example/auth/callback'],
    ['a longer path', `${applicationOrigin}/auth/callback/more`],
    ['a query', `${applicationOrigin}/auth/callback?x=1`],
    ['a name before the host', `http://localhost:39999@evil.example/auth/callback`],
  ])('a callback with %s stays on the tenant’s error page', async (_, redirect) => {
    const visit = await new TestBrowser(tenant).open(authorization(tenant, { redirect_uri: redirect }).url);
    expect(visit.url.origin).toBe(tenant.url);
    expect(visit.status).toBe(400);
    expect(visit.text).toContain('<h1>This cannot go on</h1>');
  });

  test('an unknown client is told on the error page', async () => {
    const visit = await new TestBrowser(tenant).open(authorization(tenant, { client_id: 'nobody' }).url);
    expect(visit.text).toContain('not known to this tenant');
  });

  test.each([
    ['/v2/logout', 'returnTo'],
    ['/oidc/logout', 'post_logout_redirect_uri'],
  ])('%s leads to a listed address only', async (path, parameter) => {
    const leaving = (returnTo: string) =>
      new TestBrowser(tenant).open(
        `${path}?${new URLSearchParams({ client_id: 'test-web', [parameter]: returnTo, state: 's' })}`,
      );
    expect((await leaving(applicationOrigin)).url.href).toBe(`${applicationOrigin}/?state=s`);
    for (const other of [
      'https://evil.example',
      `${applicationOrigin}/`,
      `${applicationOrigin}.evil.example`,
    ]) {
      const refused = await leaving(other);
      expect(refused.url.origin).toBe(tenant.url);
      expect(refused.status).toBe(400);
    }
  });

  test('without a client nobody is sent anywhere', async () => {
    const visit = await new TestBrowser(tenant).open(`/v2/logout?returnTo=${applicationOrigin}`);
    expect([visit.url.origin, visit.status]).toEqual([tenant.url, 400]);
    expect((await new TestBrowser(tenant).open('/v2/logout')).text).toContain('Signed out');
  });
});

describe('signing out', () => {
  async function signedIn() {
    const browser = new TestBrowser(tenant);
    const started = authorization(tenant);
    const { body } = await exchange(tenant, started, await signInAs(browser, started, 'kelly@example.com'));
    return { browser, idToken: String(body.id_token) };
  }

  async function isSignedIn(browser: TestBrowser): Promise<boolean> {
    return (await browser.open(authorization(tenant).url)).url.origin === applicationOrigin;
  }

  test('with the ID token ends the session at once', async () => {
    const { browser, idToken } = await signedIn();
    expect(await isSignedIn(browser)).toBe(true);
    const query = new URLSearchParams({
      id_token_hint: idToken,
      post_logout_redirect_uri: applicationOrigin,
    });
    expect((await browser.open(`/oidc/logout?${query}`)).url.origin).toBe(applicationOrigin);
    expect(await isSignedIn(browser)).toBe(false);
  });

  test('without proof asks first, and a foreign form does not answer for the person', async () => {
    const { browser } = await signedIn();
    const page = await browser.open('/oidc/logout?client_id=test-web');
    expect(page.text).toContain('Sign out?');
    await browser.submit(page, { form_token: 'forged' });
    await browser.submit(page, {}, { origin: 'https://evil.example' });
    expect(await isSignedIn(browser)).toBe(true);
    expect((await browser.submit(page, {})).text).toContain('Signed out');
    expect(await isSignedIn(browser)).toBe(false);
  });

  test('somebody else’s ID token is no proof', async () => {
    const other = new TestBrowser(tenant);
    const started = authorization(tenant);
    const { body } = await exchange(tenant, started, await signInAs(other, started, 'ivan@example.com'));
    const { browser } = await signedIn();
    await browser.open(`/oidc/logout?id_token_hint=${body.id_token}`);
    expect(await isSignedIn(browser)).toBe(true);
    await browser.open('/v2/logout?client_id=test-web');
    expect(await isSignedIn(browser)).toBe(false);
  });
});

test('the front page says what this is and leads to the outbox', async () => {
  const visit = await new TestBrowser(tenant).open('/');
  expect(visit.text).toContain('Embedded tenant');
  expect(visit.text).toContain('href="/outbox"');
});
