import { describe, expect, test } from 'vitest';
import { bothOf, searchFromText } from './build.ts';
import { matches } from './evaluate.ts';
import { parseLucene } from './parse.ts';
import { printLucene } from './print.ts';
import { unsupportedBy } from './unsupported.ts';

const kelly = { name: 'Kelly Moreau', email: 'kelly@example.com', app_metadata: { department: 'Finance' } };
const jo = {
  name: 'Jo AND (Sons)',
  email: 'jo@example.com',
  username: 'jo*',
  app_metadata: { department: 'HR' },
};

describe('a search typed by hand', () => {
  test.each([
    ['moreau', true],
    ['MOREAU kelly', true],
    ['kelly finance', false],
    ['  kelly  ', true],
    ['"lly mor"', true],
    ['"mor lly"', false],
    ['ke', true],
    ['ll', false],
    ['kel*', true],
    ['', true],
    ['app_metadata.department:Finance', true],
    ['app_metadata.department:HR OR moreau', false],
    ['-app_metadata.department:HR', true],
  ])('%j finds Kelly: %j', (text, expected) => {
    expect(matches(searchFromText(text), kelly)).toBe(expected);
  });

  test('text that does not parse is searched with its signs as they stand', () => {
    expect(matches(searchFromText('jo AND (sons'), jo)).toBe(true);
    expect(matches(searchFromText('jo AND (sons'), kelly)).toBe(false);
  });

  test('a wildcard that Auth0 would refuse is searched as it stands', () => {
    const query = searchFromText('*o*');
    expect(unsupportedBy(query)).toEqual([]);
    expect(matches(query, jo)).toBe(false);
    expect(matches(searchFromText('jo\\*'), jo)).toBe(true);
  });

  test('only the given fields are searched', () => {
    expect(matches(searchFromText('kelly', ['email']), kelly)).toBe(true);
    expect(matches(searchFromText('moreau', ['email']), kelly)).toBe(false);
    expect(matches(searchFromText('moreau', []), kelly)).toBe(false);
  });

  test('in user_metadata, which takes no wildcard, the whole value is searched', () => {
    expect(searchFromText('blue', ['user_metadata.colour'])).toEqual({
      kind: 'term',
      field: 'user_metadata.colour',
      value: 'blue',
    });
  });
});

describe('search and filter together', () => {
  const filter = parseLucene('app_metadata.department:"Finance" OR app_metadata.department:"Sales"');

  test('both stand in parentheses', () => {
    expect(printLucene(bothOf(parseLucene('a OR b'), filter))).toBe(
      '(a OR b) AND (app_metadata.department:Finance OR app_metadata.department:Sales)',
    );
  });

  test.each([
    ') OR *:* OR (',
    '*:*',
    '*',
    'id:',
    'x" OR *:* OR "',
    '"',
    'x\\',
    ') OR (app_metadata.department:HR',
    'app_metadata.department:HR OR app_metadata.department:Finance',
    'NOT app_metadata.department:Finance',
    '-_exists_:nothing',
  ])('%j does not lead out of the filter', (text) => {
    const sent = parseLucene(printLucene(bothOf(searchFromText(text), filter)));
    expect(matches(sent, jo)).toBe(false);
  });

  test('a search for everything still finds those whom the filter lets through', () => {
    const sent = parseLucene(printLucene(bothOf(searchFromText('*:*'), filter)));
    expect(matches(sent, kelly)).toBe(true);
  });
});
