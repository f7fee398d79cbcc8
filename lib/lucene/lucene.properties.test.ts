import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bothOf, plainSearchFields, searchFromText } from './build.ts';
import { matches } from './evaluate.ts';
import { LuceneSyntaxError } from './lucene-syntax-error.ts';
import { parseLucene } from './parse.ts';
import { printLucene } from './print.ts';
import { fieldsOf, type Query } from './query.ts';
import { queryArbitrary, userArbitrary } from './query-arbitrary.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '(',
          ')',
          '[',
          ']',
          '{',
          '}',
          '"',
          '\\',
          ':',
          '*',
          ' ',
          '-',
          '+',
          '!',
          ' AND ',
          ' OR ',
          'NOT ',
          ' TO ',
        ],
        ...['name', 'id', '_exists_', 'a', 'Jane', '*:*', '5', '/', '~', '^', '?', '&&', '||', '<', '>='],
      ),
      { maxLength: 14 },
    )
    .map((parts) => parts.join('')),
);

describe('printing and parsing', () => {
  test('a printed query parses to the tree that it was printed from', () => {
    fc.assert(
      fc.property(queryArbitrary, (query) => {
        expect(parseLucene(printLucene(query))).toEqual(query);
      }),
      { numRuns: 3000 },
    );
  });

  test('any text either parses, and then prints to the same query, or is a LuceneSyntaxError', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let query: Query;
        try {
          query = parseLucene(text);
        } catch (error) {
          expect(error).toBeInstanceOf(LuceneSyntaxError);
          return;
        }
        expect(parseLucene(printLucene(query))).toEqual(query);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('narrowing', () => {
  test('both of two queries match exactly when each of them matches, also after a round through text', () => {
    fc.assert(
      fc.property(queryArbitrary, queryArbitrary, userArbitrary, (a, b, user) => {
        const expected = matches(a, user) && matches(b, user);
        expect(matches(bothOf(a, b), user)).toBe(expected);
        expect(matches(parseLucene(printLucene(bothOf(a, b))), user)).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  });

  test('whatever is typed into the search box, no user comes up who fails the filter', () => {
    fc.assert(
      fc.property(anyText, queryArbitrary, userArbitrary, (text, filter, user) => {
        const sent = parseLucene(printLucene(bothOf(searchFromText(text), filter)));
        expect(matches(sent, user) && !matches(filter, user)).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  test('text that does not parse looks into the plain fields only', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(text.trim() !== '' && !parses(text));
        const plain = new Set<string | undefined>(plainSearchFields);
        expect([...fieldsOf(searchFromText(text))].filter((field) => !plain.has(field))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('long texts', () => {
  const long = 200_000;
  const hostile = ['(', 'NOT ', '-', '!', '"', '\\', 'a:', '[', 'a AND ', '*', '(a ', 'a*', 'x:(', '&& '];

  test.each(hostile)('200,000 times %j ends within a second', (part) => {
    expect(processorMs(() => parses(part.repeat(long)))).toBeLessThan(1000);
  });

  test('a wildcard of many asterisks over a long value ends within a second', () => {
    const user = { name: 'a'.repeat(10_000) };
    const query = parseLucene(`name:${'a*'.repeat(2000)}b*c`);
    expect(processorMs(() => expect(matches(query, user)).toBe(false))).toBeLessThan(1000);
  });

  test('sixty levels of parentheses parse, seventy are refused', () => {
    expect(parseLucene(`${'('.repeat(60)}a${')'.repeat(60)}`)).toEqual({ kind: 'term', value: 'a' });
    expect(() => parseLucene(`${'('.repeat(70)}a${')'.repeat(70)}`)).toThrow(LuceneSyntaxError);
  });
});

/** How long it keeps a processor busy; on a crowded machine the clock on the wall runs further. */
function processorMs(run: () => unknown): number {
  const before = process.threadCpuUsage();
  run();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

function parses(text: string): boolean {
  try {
    parseLucene(text);
    return true;
  } catch (error) {
    if (error instanceof LuceneSyntaxError) return false;
    throw error;
  }
}
