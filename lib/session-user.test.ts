import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { userWhoSignedIn } from './session-user.ts';

let tenant: TestTenant;

beforeAll(async () => {
  tenant = await startTestTenant();
});

beforeEach(() => tenant.reset());

afterAll(() => tenant.stop());

const put = (id: string, more: JsonObject = {}) =>
  tenant.putUser({
    user_id: `auth0|${id}`,
    email: 'kelly@example.com',
    email_verified: true,
    name: id,
    ...more,
  });

const at = 'login.example.com';

const signIn = (email: string, isVerified = true) =>
  userWhoSignedIn({ person: { by: 'email', email, isVerified }, at });

const byId = (userId: string) => userWhoSignedIn({ person: { by: 'user-id', userId }, at: 'tenant' });

describe('somebody who signed in elsewhere', () => {
  test('is the one user with this address, verified on both sides, in one call', async () => {
    await put('kelly');
    await put('other', { email: 'other@example.com' });
    const calls = await tenant.callsOf(async () => {
      expect((await signIn('kelly@example.com')).user.user_id).toBe('auth0|kelly');
    });
    expect(calls).toEqual(['GET /users-by-email']);
  });

  test('is found whatever way either side writes the same address', async () => {
    await put('kelly');
    expect((await signIn('Kelly@Example.COM')).user.user_id).toBe('auth0|kelly');
    expect((await signIn('ｋelly@example.com')).user.user_id).toBe('auth0|kelly');
    await tenant.reset();
    await put('kelly', { email: 'Kelly@Example.com', identities: [enterprise('1')], user_id: 'waad|1' });
    expect((await signIn('Kelly@Example.com')).user.user_id).toBe('waad|1');
  });

  test('is nobody where the provider has not verified the address', async () => {
    await put('kelly');
    await expect(signIn('kelly@example.com', false)).rejects.toThrow(
      'Your e-mail address kelly@example.com is not verified at login.example.com.',
    );
  });

  test('is nobody where the tenant has not verified the address', async () => {
    await put('kelly', { email_verified: false });
    await expect(signIn('kelly@example.com')).rejects.toThrow('is not verified in this tenant');
    await put('kelly', { email_verified: true });
    expect((await signIn('kelly@example.com')).user.user_id).toBe('auth0|kelly');
  });

  test('is nobody where several users have the address; one that nobody has verified is in nobody’s way', async () => {
    await put('kelly');
    await put('kelly-again', { identities: [enterprise('2')], user_id: 'waad|2' });
    await expect(signIn('kelly@example.com')).rejects.toThrow(
      'Several users of this tenant have the e-mail address kelly@example.com',
    );
    await put('kelly-again', { identities: [enterprise('2')], user_id: 'waad|2', email_verified: false });
    expect((await signIn('kelly@example.com')).user.user_id).toBe('auth0|kelly');
  });

  test('is nobody where the tenant has no such user, and reads that and what to do', async () => {
    await put('other', { email: 'other@example.com' });
    await expect(signIn('kelly@example.com')).rejects.toMatchObject({
      code: 'no-role',
      message:
        'You can sign in as kelly@example.com, but you are not a user of this tenant. Ask your administrator to add you.',
    });
  });

  test('is nobody when blocked in the tenant', async () => {
    await put('kelly', { blocked: true });
    await expect(signIn('kelly@example.com')).rejects.toThrow('You are blocked in this tenant.');
  });

  test.each([
    '',
    'kelly',
    'kelly@example.com@evil.example',
    'kelly＠example.com@evil.example',
    '"kelly@example.com"@evil.example',
    'kelly@example.com,evil@evil.example',
    'kelly@example.com\u0000',
    'kelly@example.com\u200b',
    'kelly@example.com\r\nevil',
    '*@example.com',
  ])('is nobody with the address %j', async (email) => {
    await put('kelly');
    await expect(signIn(email)).rejects.toMatchObject({ code: 'no-role' });
    expect((await signIn('kelly@example.com')).user.user_id).toBe('auth0|kelly');
  });
});

describe('somebody whose id is known', () => {
  test('is the user with that id and no other', async () => {
    await put('kelly');
    expect((await byId('auth0|kelly')).user.user_id).toBe('auth0|kelly');
    for (const id of ['', '..', 'auth0|nobody', 'kelly@example.com', 'auth0|..', 'staff-1001']) {
      await expect(byId(id), id).rejects.toThrow('you are not a user of this tenant');
    }
    await put('kelly', { blocked: true });
    await expect(byId('auth0|kelly')).rejects.toThrow('You are blocked in this tenant.');
  });

  test('reads that the tenant is down, and is not taken for nobody', async () => {
    await put('kelly');
    await tenant.setFaults({ respond: [{ status: 503, times: 9 }] });
    await expect(byId('auth0|kelly')).rejects.toMatchObject({ code: 'tenant-unavailable' });
    await expect(signIn('kelly@example.com')).rejects.toMatchObject({ code: 'tenant-unavailable' });
    await tenant.setFaults({});
    expect((await signIn('kelly@example.com')).user.user_id).toBe('auth0|kelly');
  });
});

function enterprise(id: string): JsonObject {
  return { connection: 'company', provider: 'waad', user_id: id, isSocial: false };
}
