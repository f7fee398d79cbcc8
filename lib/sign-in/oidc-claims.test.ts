import { expect, test } from 'vitest';
import { ownClaims, personOf, saysWho } from './oidc-claims.ts';

const byEmail = { emailVerified: 'email_verified' };
const byClaim = { userId: 'https://company.example/user_id', emailVerified: 'email_verified' };
const email = 'kelly@example.com';

test.each([true, 'true', 1, '1'])('an address is verified when the provider says %j', (said) => {
  expect(personOf({ email, email_verified: said }, byEmail)).toEqual({
    by: 'email',
    email,
    isVerified: true,
  });
});

test.each([false, 'false', 0, '', null, undefined, 'yes', {}, [true]])(
  'an address is not verified when the provider says %j',
  (said) => {
    expect(personOf({ email, ...(said !== undefined && { email_verified: said }) }, byEmail)).toEqual({
      by: 'email',
      email,
      isVerified: false,
    });
  },
);

test('an address that is no text is none', () => {
  expect(personOf({ email: [email], email_verified: true }, byEmail)).toMatchObject({ email: '' });
});

test('another claim can say that the address is verified', () => {
  expect(personOf({ email, xms_edov: true }, { emailVerified: 'xms_edov' })).toMatchObject({
    isVerified: true,
  });
  expect(personOf({ email, email_verified: true }, { emailVerified: 'xms_edov' })).toMatchObject({
    isVerified: false,
  });
});

test('where a claim holds the user_id, it alone counts, and never the address', () => {
  const claims = { [byClaim.userId]: 'auth0|kelly', email, email_verified: true };
  expect(personOf(claims, byClaim)).toEqual({ by: 'user-id', userId: 'auth0|kelly' });
  expect(personOf({ email, email_verified: true }, byClaim)).toEqual({ by: 'user-id', userId: '' });
  expect(personOf({ [byClaim.userId]: ['auth0|kelly'] }, byClaim)).toEqual({ by: 'user-id', userId: '' });
});

test('userinfo is asked when the ID token does not say who it is', () => {
  expect(saysWho({ email, email_verified: false }, byEmail)).toBe(true);
  expect(saysWho({ email }, byEmail)).toBe(false);
  expect(saysWho({ email, email_verified: true }, byClaim)).toBe(false);
  expect(saysWho({ [byClaim.userId]: 'auth0|kelly' }, byClaim)).toBe(true);
});

test('only claims with a namespace go on to the console', () => {
  expect(ownClaims({ sub: 'staff-1', roles: ['Delegated Admin - Administrator'], 'https://x/y': 1 })).toEqual(
    {
      'https://x/y': 1,
    },
  );
});
