import { Auth0Client } from '@auth0/nextjs-auth0/server';
import { NextRequest } from 'next/server.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestBrowser } from '../server/testing/test-browser.ts';
import {
  applicationOrigin,
  startTestTenant,
  testPassword,
  webClient,
} from '../server/testing/test-tenant.ts';
import type { RunningTenant } from '../start-tenant.ts';

let tenant: RunningTenant;
let client: Auth0Client;

beforeAll(async () => {
  tenant = await startTestTenant();
  client = new Auth0Client({
    domain: tenant.url,
    clientId: webClient.client_id,
    clientSecret: webClient.client_secret,
    secret: 'a secret of at least thirty-two characters',
    appBaseUrl: applicationOrigin,
    allowInsecureRequests: true,
    enableTelemetry: false,
    authorizationParameters: { scope: 'openid profile email offline_access' },
  });
});

afterAll(() => tenant.close());

/** The application's half of a browser: keeps its cookies, and asks the library. */
function application() {
  const cookies = new Map<string, string>();
  return {
    async open(path: string): Promise<URL> {
      const request = new NextRequest(new URL(path, applicationOrigin), {
        headers: { cookie: Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; ') },
      });
      const response = await client.middleware(request);
      for (const { name, value } of response.cookies.getAll()) {
        if (value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
      return new URL(response.headers.get('location') ?? '', applicationOrigin);
    },
    async session() {
      const headers = { cookie: Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; ') };
      return client.getSession(new NextRequest(applicationOrigin, { headers }));
    },
  };
}

test.each([
  ['plainly', ''],
  [
    'with prompt, login_hint and screen_hint',
    '&prompt=login&login_hint=kelly%40example.com&screen_hint=signup',
  ],
])('the sign-in library signs in and out %s', async (_, parameters) => {
  const app = application();
  const browser = new TestBrowser(tenant);
  const page = await browser.open(await app.open(`/auth/login?returnTo=/users${parameters}`));
  const back = await browser.submit(page, { identifier: 'kelly@example.com', password: testPassword });
  expect(back.url.pathname).toBe('/auth/callback');
  expect((await app.open(back.url.pathname + back.url.search)).pathname).toBe('/users');
  const session = await app.session();
  expect(session?.user).toMatchObject({
    sub: 'auth0|kelly',
    name: 'Kelly Brandt',
    email: 'kelly@example.com',
  });
  expect(session?.tokenSet.refreshToken).toEqual(expect.any(String));

  const left = await browser.open(await app.open('/auth/logout'));
  expect(left.url.origin).toBe(applicationOrigin);
  expect(await app.session()).toBeNull();
  expect((await browser.open(await app.open('/auth/login'))).text).toContain('<h1>Sign in</h1>');
});
