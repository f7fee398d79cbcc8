import { NextRequest } from 'next/server';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { TestBrowser } from '#lib/tenant/server/testing/test-browser.ts';
import { setConsoleVariables } from '#lib/testing/console-variables.ts';
import { type Issuer, startIssuer } from '#lib/testing/issuer/start-issuer.ts';
import type { SignInLibrary } from '../signed-in.ts';

export const consoleUrl = 'http://localhost:3000';
export const clientId = 'steward';
export const clientSecret = 'the secret of steward at the company';

export let issuer: Issuer;
export let library: SignInLibrary;
export let readSession: typeof import('../oidc-session.ts').readSession;

export let cookies: Map<string, string>;
export let browser: TestBrowser;

/** Gives the browser other cookies than it has. */
export function holdCookies(others: Map<string, string>): void {
  cookies = others;
}

export function requestFor(address: string | URL): NextRequest {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return new NextRequest(new URL(address, consoleUrl), { headers: { cookie } });
}

export function keep(headers: Headers): void {
  for (const header of headers.getSetCookie()) {
    const [pair = ''] = header.split(';');
    const [name = '', ...value] = pair.split('=');
    if (value.join('=') === '') cookies.delete(name);
    else cookies.set(name, value.join('='));
  }
}

/** The address to which an answer leads, once the browser has kept what it sets. */
export function ledTo(answer: Response): URL {
  keep(answer.headers);
  return new URL(`${answer.headers.get('location')}`);
}

export const begin = async (returnTo = '/users') =>
  ledTo(await library.begin(requestFor('/auth/login'), returnTo));

export const finish = async (address: URL) => ledTo(await library.finish(requestFor(address)));

/** The provider’s answer to somebody who signs in there, as the address to which it leads back. */
export async function answerFor(address: URL, person = 'kelly'): Promise<URL> {
  const page = await browser.open(address);
  return page.status === 0 ? page.url : (await browser.submit(page, { person })).url;
}

export const session = () => readSession(requestFor('/').cookies.getAll());

export const signIn = async (person = 'kelly') => finish(await answerFor(await begin(), person));

export const transactions = () => [...cookies.keys()].filter((name) => name.startsWith('steward-sign-in'));

/** Starts the company’s provider before the tests of a file; each test has a browser of its own. */
export function withCompanyBrowser(): void {
  beforeAll(async () => {
    issuer = await startIssuer({ port: 0, clientId, clientSecret, appOrigins: [consoleUrl] });
    setConsoleVariables({
      APP_BASE_URL: consoleUrl,
      SIGN_IN: 'oidc',
      OIDC_ISSUER: issuer.url,
      OIDC_CLIENT_ID: clientId,
      OIDC_CLIENT_SECRET: clientSecret,
      SESSION_IDLE_SECONDS: '3600',
      SESSION_MAX_SECONDS: '7200',
    });
    library = (await import('../oidc.ts')).oidcSignIn;
    ({ readSession } = await import('../oidc-session.ts'));
  });
  afterAll(() => issuer.close());
  beforeEach(() => {
    cookies = new Map();
    browser = new TestBrowser(issuer);
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}
