import { describe, expect, test } from 'vitest';
import {
  answerFor,
  begin,
  clientId,
  consoleUrl,
  cookies,
  finish,
  holdCookies,
  issuer,
  ledTo,
  library,
  requestFor,
  session,
  signIn,
  transactions,
  withCompanyBrowser,
} from './testing/company-browser.ts';

withCompanyBrowser();

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
      [
        'claims',
        'exp',
        'iat',
        'idToken',
        'issuer',
        'person',
        'renewedAt',
        'sessionId',
        'signedInAt',
      ].toSorted(),
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
    holdCookies(new Map());
    expect(reasonOf(await finish(answer))).toBe('expired');
    expect(await session()).toBeUndefined();
    holdCookies(own);
    expect((await finish(answer)).pathname).toBe('/users');
  });

  test('is not taken a second time', async () => {
    const answer = await answerFor(await begin());
    const before = new Map(cookies);
    await finish(answer);
    holdCookies(before);
    expect(reasonOf(await finish(answer))).toBe('failed');
    expect(await session()).toBeUndefined();
  });

  test.each(['state', 'pkce', 'nonce'])('is not taken with the %s of another', async (member) => {
    const read = (name = '') => JSON.parse(Buffer.from(cookies.get(name) ?? '', 'base64url').toString());
    await begin();
    const other = read(transactions()[0]);
    holdCookies(new Map());
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
