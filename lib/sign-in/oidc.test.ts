import { NextRequest } from 'next/server';
import { encode } from 'next-auth/jwt';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { TestBrowser } from '#lib/tenant/server/testing/test-browser.ts';
import { setConsoleVariables } from '#lib/testing/console-variables.ts';
import { type Issuer, startIssuer } from '#lib/testing/issuer/start-issuer.ts';
import type { SignInLibrary } from './signed-in.ts';

const consoleUrl = 'http://localhost:3000';
const clientId = 'steward';
const clientSecret = 'the secret of steward at the company';

let issuer: Issuer;
let library: SignInLibrary;
let readSession: typeof import('./oidc-session.ts').readSession;

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
  library = (await import('./oidc.ts')).oidcSignIn;
  ({ readSession } = await import('./oidc-session.ts'));
});

afterAll(() => issuer.close());

let cookies: Map<string, string>;
let browser: TestBrowser;

beforeEach(() => {
  cookies = new Map();
  browser = new TestBrowser(issuer);
});

afterEach(() => {
  vi.useRealTimers();
});

function requestFor(address: string | URL): NextRequest {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return new NextRequest(new URL(address, consoleUrl), { headers: { cookie } });
}

function keep(headers: Headers): void {
  for (const header of headers.getSetCookie()) {
    const [pair = ''] = header.split(';');
    const [name = '', ...value] = pair.split('=');
    if (value.join('=') === '') cookies.delete(name);
    else cookies.set(name, value.join('='));
  }
}

/** The address to which an answer leads, once the browser has kept what it sets. */
function ledTo(answer: Response): URL {
  keep(answer.headers);
  return new URL(`${answer.headers.get('location')}`);
}

const begin = async (returnTo = '/users') => ledTo(await library.begin(requestFor('/auth/login'), returnTo));

const finish = async (address: URL) => ledTo(await library.finish(requestFor(address)));

/** The provider’s answer to somebody who signs in there, as the address to which it leads back. */
async function answerFor(address: URL, person = 'kelly'): Promise<URL> {
  const page = await browser.open(address);
  return page.status === 0 ? page.url : (await browser.submit(page, { person })).url;
}

const session = () => readSession(requestFor('/').cookies.getAll());

const signIn = async (person = 'kelly') => finish(await answerFor(await begin(), person));

const transactions = () => [...cookies.keys()].filter((name) => name.startsWith('steward-sign-in'));

describe('signing in', () => {
  test('asks with PKCE, state and nonce, and leads back with a session that holds no token but for signing out', async () => {
    const asked = await begin('/users?q=anna');
    expect(asked.origin).toBe(issuer.url);
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      client_id: clientId,
      response_type: 'code',
      scope: 'openid profile email',
      redirect_uri: `${consoleUrl}/auth/callback/oidc`,
      state: expect.stringMatching(/^[\w-]{40,}$/),
      nonce: expect.stringMatching(/^[\w-]{40,}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect((await finish(await answerFor(asked))).href).toBe(`${consoleUrl}/users?q=anna`);
    expect(await session()).toMatchObject({
      issuer: issuer.url,
      person: { by: 'email', email: 'kelly@example.com', isVerified: true },
      claims: {},
    });
    expect(Object.keys((await session()) ?? {}).toSorted()).toEqual(
      ['claims', 'exp', 'iat', 'idToken', 'issuer', 'person', 'renewedAt', 'signedInAt'].toSorted(),
    );
    expect([...cookies.keys()]).toEqual(['steward-session']);
  });

  test('says whether the provider has verified the address', async () => {
    await signIn('kelly-unverified');
    expect((await session())?.person).toEqual({ by: 'email', email: 'kelly@example.com', isVerified: false });
  });

  test('keeps claims with a namespace, in as many cookies as it takes', async () => {
    const claim = 'https://company.example/tenant_user_id';
    issuer.people.set('long', {
      sub: 'staff-9',
      name: 'Long',
      email: 'l@example.com',
      [claim]: 'x'.repeat(5_000),
    });
    await signIn('long');
    expect(cookies.size).toBeGreaterThan(1);
    expect((await session())?.claims).toEqual({ [claim]: 'x'.repeat(5_000) });
  });

  test('keeps several sign-ins of one browser apart, and only so many', async () => {
    const [first, second] = [await begin('/users?q=1'), await begin('/users?q=2')];
    const answers = [await answerFor(first), await answerFor(second)];
    for (const [at, answer] of answers.entries()) {
      expect((await finish(answer)).searchParams.get('q')).toBe(`${at + 1}`);
    }
    for (let tab = 0; tab < 12; tab += 1) await begin();
    expect(transactions().length).toBeLessThanOrEqual(4);
  });
});

describe('an answer that does not belong to this sign-in', () => {
  const reasonOf = (address: URL) => address.searchParams.get('why');

  test('is not taken in a browser that did not begin it', async () => {
    const answer = await answerFor(await begin());
    const own = new Map(cookies);
    cookies = new Map();
    expect(reasonOf(await finish(answer))).toBe('expired');
    expect(await session()).toBeUndefined();
    cookies = own;
    expect((await finish(answer)).pathname).toBe('/users');
  });

  test('is not taken a second time', async () => {
    const answer = await answerFor(await begin());
    const before = new Map(cookies);
    await finish(answer);
    cookies = before;
    expect(reasonOf(await finish(answer))).toBe('failed');
    expect(await session()).toBeUndefined();
  });

  test.each(['state', 'pkce', 'nonce'])('is not taken with the %s of another', async (member) => {
    const read = (name = '') => JSON.parse(Buffer.from(cookies.get(name) ?? '', 'base64url').toString());
    await begin();
    const other = read(transactions()[0]);
    cookies = new Map();
    const answer = await answerFor(await begin());
    const [name = ''] = transactions();
    const mixed = { ...read(name), [member]: other[member] };
    cookies.set(name, Buffer.from(JSON.stringify(mixed)).toString('base64url'));
    expect(reasonOf(await finish(answer))).toBe('failed');
    expect(await session()).toBeUndefined();
  });

  test('is not taken when the person cancels, and says so', async () => {
    expect(reasonOf(await finish(await answerFor(await begin(), '')))).toBe('refused');
    expect(await session()).toBeUndefined();
  });
});

describe('a session', () => {
  test('is none when it is forged, cut, or a cookie of another kind', async () => {
    await begin();
    const [transaction = ''] = transactions();
    const { state } = JSON.parse(Buffer.from(cookies.get(transaction) ?? '', 'base64url').toString());
    await signIn();
    const real = cookies.get('steward-session') ?? '';
    for (const forged of [
      '',
      'forged',
      real.slice(0, -2),
      `${real}A`,
      state,
      real.replace(/^[^.]+/, 'e30'),
    ]) {
      cookies.set('steward-session', forged);
      expect(await session(), forged.slice(0, 20)).toBeUndefined();
    }
    cookies.set('steward-session', real);
    expect(await session()).toBeDefined();
  });

  test('is none when it was begun at another provider, or found people in another way', async () => {
    await signIn();
    const { renewedAt: _, ...held } = (await session()) ?? { renewedAt: 0 };
    const put = async (more: object) =>
      cookies.set(
        'steward-session',
        await encode({ token: { ...held, ...more }, secret: `${process.env.AUTH0_SECRET}` }),
      );
    for (const more of [
      { issuer: 'https://other.example.com' },
      { person: { by: 'user-id', userId: 'auth0|ivan' } },
      { person: undefined },
      { signedInAt: undefined },
    ]) {
      await put(more);
      expect(await session(), JSON.stringify(more)).toBeUndefined();
    }
    await put({});
    expect(await session()).toBeDefined();
  });

  test('ends when nobody uses it, lives on while somebody does, and ends in any case after its longest time', async () => {
    await signIn();
    const begun = Date.now();
    const at = (minutes: number) => vi.useFakeTimers({ toFake: ['Date'], now: begun + minutes * 60_000 });
    const old = new Map(cookies);
    at(59);
    keep(await library.renew(requestFor('/users')));
    at(61);
    expect(await session()).toBeDefined();
    const renewed = cookies;
    cookies = old;
    expect(await session()).toBeUndefined();
    cookies = renewed;
    at(110);
    keep(await library.renew(requestFor('/users')));
    at(119);
    expect(await session()).toBeDefined();
    at(121);
    expect(await session()).toBeUndefined();
    expect((await library.renew(requestFor('/users'))).getSetCookie()).toEqual([]);
  });

  test('is not written anew for every request', async () => {
    await signIn();
    expect((await library.renew(requestFor('/users'))).getSetCookie()).toEqual([]);
  });
});

describe('signing out', () => {
  test('forgets the session here and leads to the provider’s own sign-out, which leads home', async () => {
    await signIn();
    const { response, isEndedAtProvider } = await library.end(requestFor('/auth/logout'));
    const leads = ledTo(response);
    expect(isEndedAtProvider).toBe(true);
    expect(leads.origin).toBe(issuer.url);
    expect(Object.fromEntries(leads.searchParams)).toEqual({
      client_id: clientId,
      post_logout_redirect_uri: consoleUrl,
      id_token_hint: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    });
    expect([...cookies]).toEqual([]);
  });

  test('stays here when there is nothing to show to the provider', async () => {
    const { response, isEndedAtProvider } = await library.end(requestFor('/auth/logout'));
    expect(isEndedAtProvider).toBe(false);
    expect(ledTo(response).href).toBe(`${consoleUrl}/`);
  });
});
