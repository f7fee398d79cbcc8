import { AppError } from '#lib/errors.ts';
import { searchFromText } from '#lib/lucene/build.ts';
import type { Query } from '#lib/lucene/query.ts';
import { unsupportedBy } from '#lib/lucene/unsupported.ts';
import { words } from '#lib/words.ts';
import type { Settings } from '../policy/settings.ts';

/**
 * The query for what a manager typed: plain words or Auth0's syntax; with `property`, users whose value there
 * holds the text, begins with it or is it: the first of these that Auth0 can search for.
 * @throws AppError 'invalid-input' for what Auth0 does not search for
 */
export function searchQuery(text: string, property: string | undefined, settings: Settings): Query {
  const query =
    property === undefined ? searchFromText(text) : valueHolding(indexed(property, settings), text.trim());
  const [why] = unsupportedBy(query);
  if (why) throw new AppError('invalid-input', words('This cannot be searched for: {why}', { why }));
  return query;
}

/** Where Auth0 searches for what settings hooks call by another name. */
function indexed(property: string, { membershipProperty }: Settings): string {
  switch (property) {
    case 'connection':
    case 'identities':
    case 'identities.0.connection':
      return 'identities.connection';
    case 'memberships':
      return membershipProperty ?? 'app_metadata.memberships';
    case 'last_login_relative':
      return 'last_login';
    default:
      return property;
  }
}

function valueHolding(field: string, text: string): Query {
  if (text === '') return { kind: 'all' };
  const within: Query = { kind: 'wildcard', field, literals: ['', text, ''] };
  const atStart: Query = { kind: 'wildcard', field, literals: [text, ''] };
  const whole: Query = { kind: 'term', field, value: text };
  return [within, atStart].find((query) => unsupportedBy(query).length === 0) ?? whole;
}
