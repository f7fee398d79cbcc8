import { defaultReaders, type FieldReader, fieldReader, type SearchableValue } from './field-values.ts';
import type { Leaf, Query } from './query.ts';
import { numberLiesIn, textLiesIn, toNumber } from './range.ts';
import { wildcardMatcher } from './wildcard.ts';

/** A query made ready to be asked about many users. */
export type Matcher = (user: object) => boolean;

/** Whether a user, in the Management API's shape, is among the answers of a query. */
export function matches(query: Query, user: object): boolean {
  return matcherOf(query)(user);
}

/**
 * Makes a query ready. Values are compared whole; upper and lower case are the same only in email, name,
 * given_name, family_name and nickname; what is null or empty is never found.
 */
export function matcherOf(query: Query): Matcher {
  switch (query.kind) {
    case 'all':
      return () => true;
    case 'and': {
      const parts = query.queries.map(matcherOf);
      return (user) => parts.every((part) => part(user));
    }
    case 'or': {
      const parts = query.queries.map(matcherOf);
      return (user) => parts.some((part) => part(user));
    }
    case 'not': {
      const part = matcherOf(query.query);
      return (user) => !part(user);
    }
    case 'exists': {
      const reader = fieldReader(query.field);
      return (user) => reader.someWithin(user, () => true);
    }
    default: {
      const readers = query.field === undefined ? defaultReaders() : [fieldReader(query.field)];
      const tests = readers.map((reader) => ({ reader, test: valueTest(query, reader) }));
      return (user) => tests.some(({ reader, test }) => reader.some(user, test));
    }
  }
}

type Comparison = Exclude<Leaf, { kind: 'exists' }>;

function valueTest(leaf: Comparison, { ignoresCase }: FieldReader): (value: SearchableValue) => boolean {
  const fold = ignoresCase ? (text: string) => text.toLowerCase() : (text: string) => text;
  switch (leaf.kind) {
    case 'term': {
      const text = fold(leaf.value);
      const number = toNumber(leaf.value);
      return (value) => {
        if (typeof value === 'string') return fold(value) === text;
        return typeof value === 'number' ? value === number : String(value) === text;
      };
    }
    case 'wildcard': {
      const test = wildcardMatcher(leaf.literals.map(fold));
      return (value) => typeof value === 'string' && test(fold(value));
    }
    case 'range': {
      const ends = {
        from: leaf.from && { ...leaf.from, value: fold(leaf.from.value) },
        to: leaf.to && { ...leaf.to, value: fold(leaf.to.value) },
      };
      return (value) => {
        if (typeof value === 'number') return numberLiesIn(value, leaf);
        return typeof value === 'string' && textLiesIn(fold(value), ends);
      };
    }
  }
}
