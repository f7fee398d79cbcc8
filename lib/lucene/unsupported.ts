import { type Words, words } from '#lib/words.ts';
import { leavesOf, type Query } from './query.ts';

/**
 * The parts of a query that Auth0's search answers with 400 although they parse, one sentence each; empty when
 * there is none. A wildcard other than at the end of a text needs three literal characters, and metadata of the
 * user has neither wildcards nor ranges.
 * @see https://auth0.com/docs/manage-users/user-search/user-search-query-syntax
 */
export function unsupportedBy(query: Query): Words[] {
  const problems: Words[] = [];
  for (const leaf of leavesOf(query)) {
    if (leaf.kind !== 'wildcard' && leaf.kind !== 'range') continue;
    const { field } = leaf;
    if (field !== undefined && /^user_metadata(\.|$)/.test(field)) {
      problems.push(words('Wildcards and ranges are not available on {field}.', { field }));
    }
    if (leaf.kind === 'wildcard' && !isPrefix(leaf.literals) && literalCharacters(leaf.literals) < 3) {
      problems.push(
        words('The wildcard “{wildcard}” needs at least 3 characters besides the asterisks.', {
          wildcard: leaf.literals.join('*'),
        }),
      );
    }
  }
  return problems;
}

function isPrefix(literals: readonly string[]): boolean {
  return literals.length === 2 && literals[0] !== '' && literals[1] === '';
}

function literalCharacters(literals: readonly string[]): number {
  return Array.from(literals.join('')).length;
}
