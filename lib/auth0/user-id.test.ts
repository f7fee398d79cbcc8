import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUserId } from './user-id.ts';

describe('a user’s id', () => {
  test.each([
    'auth0|66f1a2b3c4d5e6f708091a2b',
    'google-oauth2|103547991597142817347',
    'samlp|acme|Jörg Müller/Sales?x=1#frag%2F:y',
    'waad|N0CwYqkC3-_a',
    'auth0|a..b',
    'auth0|...',
    'email|🦊@example.com',
  ])('%s can be one', (id) => {
    expect(isUserId(id)).toBe(true);
  });

  test.each([
    '',
    '.',
    '..',
    '../logs',
    'auth0',
    'auth0|',
    '|abc',
    'auth0|..',
    'auth0|.',
    'auth0|../../logs',
    'auth0|a/../b',
    'auth0|a\\..\\b',
    'samlp|acme|..',
    'au th0|abc',
    'auth0|a\nb',
    'auth0|a\u0000',
    'auth0|\ud800',
    `auth0|${'a'.repeat(600)}`,
  ])('%j is none', (id) => {
    expect(isUserId(id)).toBe(false);
  });

  test('whatever passes stays one segment of the address it is put into', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (tail) => {
        const id = `auth0|${tail}`;
        fc.pre(isUserId(id));
        const { pathname } = new URL(`/api/v2/users/${encodeURIComponent(id)}`, 'https://tenant.example');
        expect(pathname.split('/')).toHaveLength(5);
        expect(decodeURIComponent(pathname.split('/')[4] ?? '')).toBe(id);
      }),
    );
  });
});
