import { encode } from 'next-auth/jwt';
import { describe, expect, test, vi } from 'vitest';
import {
  begin,
  cookies,
  holdCookies,
  keep,
  library,
  requestFor,
  session,
  signIn,
  transactions,
  withCompanyBrowser,
} from './testing/company-browser.ts';

withCompanyBrowser();

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
      { sessionId: undefined },
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
    const sessionId = (await session())?.sessionId;
    at(59);
    keep(await library.renew(requestFor('/users')));
    at(61);
    expect((await session())?.sessionId, 'it is the same session').toBe(sessionId);
    const renewed = cookies;
    holdCookies(old);
    expect(await session()).toBeUndefined();
    holdCookies(renewed);
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
