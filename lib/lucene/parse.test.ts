import { describe, expect, test } from 'vitest';
import { LuceneSyntaxError } from './lucene-syntax-error.ts';
import { parseLucene } from './parse.ts';
import { printLucene } from './print.ts';
import { unsupportedBy } from './unsupported.ts';

/** Each text, and the same query written out. */
const readings = [
  ['a OR b AND c', 'a OR (b AND c)'],
  ['a AND b OR c', '(a AND b) OR c'],
  ['a AND b OR c AND d', '(a AND b) OR (c AND d)'],
  ['a && b || c', '(a AND b) OR c'],
  ['NOT a AND b', '(NOT a) AND b'],
  ['NOT (a AND b)', 'NOT (a AND b)'],
  ['a AND NOT b OR c', '(a AND (NOT b)) OR c'],
  ['a AND -b', 'a AND NOT b'],
  ['a OR -b', 'a OR NOT b'],
  ['-name:jane', 'NOT name:jane'],
  ['!name:jane', 'NOT name:jane'],
  ['a -name:jane', 'a AND NOT name:jane'],
  ['a b', 'a OR b'],
  ['a b -c', '(a OR b) AND NOT c'],
  ['+a b', 'a'],
  ['+a +b -c d', 'a AND b AND NOT c'],
  ['a NOT b', 'a AND NOT b'],
  ['-a -b', 'NOT a AND NOT b'],
  ['a AND b c', '(a AND b) OR c'],
  ['(a b) AND c', '(a OR b) AND c'],
  ['name:(a OR b)', 'name:a OR name:b'],
  ['name:(a OR email:b)', 'name:a OR email:b'],
  ['name:(+a -b)', 'name:a AND NOT name:b'],
  ['logins_count:([1 TO 2] OR 5)', 'logins_count:[1 TO 2] OR logins_count:5'],
  ['name:jane doe', 'name:jane OR doe'],
  ['name: jane', 'name:jane'],
  ['logins_count:>5', 'logins_count:{5 TO *]'],
  ['logins_count:<=5', 'logins_count:[* TO 5]'],
  ['logins_count:[100 TO 200}', 'logins_count:[100 TO 200}'],
  ['created_at:[2018-01-01T00:00:00Z TO "2019"]', 'created_at:[2018-01-01T00:00:00Z TO 2019]'],
  ['name:[* TO *]', '_exists_:name'],
  ['name:*', '_exists_:name'],
  ['*', '*:*'],
  ['email:a+b-c@example.com', 'email:"a+b-c@example.com"'],
  ['user_id:auth0|123', 'user_id:"auth0|123"'],
  ['name:jane\\ doe', 'name:"jane doe"'],
  ['name:"say \\"hi\\" \\\\"', 'name:say\\ \\"hi\\"\\ \\\\'],
  ['name:\\*', 'name:"*"'],
  ['name:"OR"', 'name:\\OR'],
  ['(a)(b)', 'a OR b'],
] as const;

describe('reading', () => {
  test.each(readings)('%s means %s', (text, written) => {
    expect(parseLucene(text)).toEqual(parseLucene(written));
  });

  test('AND binds closer than OR in the tree itself', () => {
    expect(parseLucene('a OR b AND c')).toEqual({
      kind: 'or',
      queries: [
        { kind: 'term', value: 'a' },
        {
          kind: 'and',
          queries: [
            { kind: 'term', value: 'b' },
            { kind: 'term', value: 'c' },
          ],
        },
      ],
    });
  });

  test('a minus in front of a field negates that field and not only its name', () => {
    expect(parseLucene('-app_metadata.department:Finance')).toEqual({
      kind: 'not',
      query: { kind: 'term', field: 'app_metadata.department', value: 'Finance' },
    });
  });
});

describe('what is no query', () => {
  test.each([
    ['', 0],
    ['   ', 3],
    ['id:', 3],
    ['name:(((', 8],
    ['(a', 0],
    ['a)', 1],
    ['"a', 0],
    ['a\\', 2],
    ['a AND', 5],
    ['AND a', 0],
    ['a OR OR b', 5],
    ['a - b', 3],
    ['a:b:c', 3],
    [':a', 0],
    ['name:a~', 6],
    ['name:a^2', 6],
    ['name:/a/', 5],
    ['name:a?', 6],
    ['na*:a', 0],
    ['[a TO b]', 0],
    ['a:[1 2]', 5],
    ['a:[1 TO 2', 9],
    ['_exists_:a*', 9],
    ['_exists_:""', 9],
    ['a:-5', 2],
    ['a"b"', 1],
  ])('%j is refused, and the message says where', (text, position) => {
    expect(() => parseLucene(text)).toThrow(LuceneSyntaxError);
    expect(() => parseLucene(text)).toThrow(expect.objectContaining({ position }));
  });
});

describe('printing', () => {
  test('values with signs are quoted, fields escaped, combinations put into parentheses', () => {
    const query = parseLucene('app_metadata.my\\ key:"a b" AND (c OR d*)');
    expect(printLucene(query)).toBe('app_metadata.my\\ key:"a b" AND (c OR d*)');
  });
});

describe('syntax that Auth0 refuses', () => {
  test.each([
    'name:*ab',
    'name:*a*',
    'name:a*b',
    '*ab',
    'user_metadata.a:b*',
    'user_metadata.a:[1 TO 2]',
    'x OR NOT name:*a',
  ])('%s is named', (text) => {
    expect(unsupportedBy(parseLucene(text))).toHaveLength(1);
  });

  test.each([
    'name:*abc',
    'name:*abc*',
    'name:a*bc',
    'name:a*',
    'a*',
    'user_metadata.a:b',
    'logins_count:[1 TO 2]',
  ])('%s is taken', (text) => {
    expect(unsupportedBy(parseLucene(text))).toEqual([]);
  });
});
