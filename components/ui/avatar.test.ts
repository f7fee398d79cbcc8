import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Avatar, hueOf, initialsOf } from './avatar.tsx';

test.each([
  ['Renée Müller', 'RM'],
  ['María José Fernández de la Vega', 'MV'],
  ['Jan', 'J'],
  ['kelly@example.com', 'K'],
  ['anne-marie.dupont@example.com', 'AD'],
  ['👩‍🚀 Ada Lovelace', 'AL'],
  ['نور الهاشمي', 'نا'],
  ['李娜', '李'],
  ['', '?'],
  ['👩‍🚀', '?'],
])('the initials of %j are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test('the same text has the same hue, a whole number from 0 to 359, however long it is', () => {
  for (const text of ['', 'auth0|1', 'auth0|2', 'ü'.repeat(10_000)]) {
    expect(hueOf(text)).toBe(hueOf(text));
    expect(Number.isInteger(hueOf(text)) && hueOf(text) >= 0 && hueOf(text) < 360).toBe(true);
  }
  expect(hueOf('auth0|1')).not.toBe(hueOf('auth0|2'));
});

const shown = (pictureUrl: string | null) =>
  renderToStaticMarkup(createElement(Avatar, { name: 'Renée Müller', pictureUrl }));

test.each([
  'https://pictures.example.com/renee.png',
  'http://localhost:4400/pictures/renee.svg',
  'data:image/png;base64,iVBORw0KGgo=',
])('a picture at %s is shown', (address) => {
  expect(shown(address)).toContain(`src="${address}"`);
});

test.each([
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://example.com/1',
  '//example.com/renee.png',
  'renee.png',
  '',
  null,
])('in place of a picture at %j there are initials alone', (address) => {
  expect(shown(address)).not.toContain('<img');
  expect(shown(address)).toContain('RM');
});
