import { expect, test } from 'vitest';
import { hueOf, initialsOf } from './avatar.tsx';

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
