import { expect, test } from 'vitest';
import { setConsoleVariables } from '#lib/testing/console-variables.ts';

setConsoleVariables();
const { ownPath } = await import('./own-path.ts');

test.each([
  ['/users?q=anna#top', '/users?q=anna#top'],
  ['/users/auth0%7Cabc%2Fdef/edit', '/users/auth0%7Cabc%2Fdef/edit'],
  ['/users?per=10&_rsc=abc', '/users?per=10'],
])('a page of this console is led back to: %s', (text, path) => {
  expect(ownPath(text)).toBe(path);
});

test.each([
  'https://evil.example/',
  '//evil.example/x',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n//evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  'javascript:alert(1)',
  'users',
  '/auth/logout',
  `/${'x'.repeat(3_000)}`,
  '',
  undefined,
])('anything else leads home: %j', (text) => {
  expect(ownPath(text)).toBe('/');
});
