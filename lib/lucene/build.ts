import { LuceneSyntaxError } from './lucene-syntax-error.ts';
import { type ParsedSearch, parseSearch } from './parse.ts';
import type { Query } from './query.ts';
import { unsupportedBy } from './unsupported.ts';

/** Matches what every query matches; with none, everything. */
export function allOf(queries: readonly Query[]): Query {
  const narrowing = queries.filter((query) => query.kind !== 'all');
  const [first] = narrowing;
  if (first === undefined) return { kind: 'all' };
  return narrowing.length === 1 ? first : { kind: 'and', queries: narrowing };
}

/** Matches what any of the queries matches. There must be one. */
export function anyOf(queries: readonly [Query, ...Query[]]): Query {
  return queries.length === 1 ? queries[0] : { kind: 'or', queries: [...queries] };
}

/** `(a) AND (b)`: matches a user exactly when both match, whatever stands in either. */
export function bothOf(a: Query, b: Query): Query {
  return allOf([a, b]);
}

/** Where a plain word of a manager's search is looked for. */
export const plainSearchFields = [
  'name',
  'email',
  'given_name',
  'family_name',
  'nickname',
  'username',
] as const;

/** A search box is typed by hand; deeper nesting than this is searched as plain words. */
const searchDepthMax = 24;

/**
 * The query for what somebody typed into a search box. Text that parses and names a field or uses an operator
 * is taken as it is parsed. Anything else is plain words: every word must stand in one of `fields`, within the
 * value when the word has three characters or more, else at its start, which are the wildcards that Auth0 takes.
 * Text that does not parse is plain words too, its signs included, so no text can break out of its own search.
 * Blank text matches everything.
 */
export function searchFromText(text: string, fields: readonly string[] = plainSearchFields): Query {
  const parsed = parsedOrUndefined(text);
  if (parsed === undefined) {
    const words = text.split(/\s+/).filter((word) => word !== '');
    return allOf(words.map((word) => wordInFields({ kind: 'term', value: word }, fields)));
  }
  if (!parsed.plain) return parsed.query;
  const words = parsed.query.kind === 'or' ? parsed.query.queries : [parsed.query];
  return allOf(words.map((word) => wordInFields(word, fields)));
}

function parsedOrUndefined(text: string): ParsedSearch | undefined {
  try {
    return parseSearch(text, searchDepthMax);
  } catch (error) {
    if (error instanceof LuceneSyntaxError) return undefined;
    throw error;
  }
}

function wordInFields(word: Query, fields: readonly string[]): Query {
  const [first, ...others] = fields.map((field) => wordInField(word, field));
  return first === undefined ? { kind: 'not', query: { kind: 'all' } } : anyOf([first, ...others]);
}

function wordInField(word: Query, field: string): Query {
  if (word.kind === 'wildcard') {
    const asTyped: Query = { kind: 'wildcard', field, literals: word.literals };
    return unsupportedBy(asTyped).length === 0 ? asTyped : textInField(word.literals.join('*'), field);
  }
  return word.kind === 'term' ? textInField(word.value, field) : word;
}

function textInField(text: string, field: string): Query {
  const within: Query = { kind: 'wildcard', field, literals: ['', text, ''] };
  const atStart: Query = { kind: 'wildcard', field, literals: [text, ''] };
  return (
    [within, atStart].find((query) => unsupportedBy(query).length === 0) ?? {
      kind: 'term',
      field,
      value: text,
    }
  );
}
