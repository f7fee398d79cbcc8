import { bothOf } from '#lib/lucene/build.ts';
import { LuceneSyntaxError } from '#lib/lucene/lucene-syntax-error.ts';
import { parseLucene } from '#lib/lucene/parse.ts';
import { printLucene } from '#lib/lucene/print.ts';
import type { Query } from '#lib/lucene/query.ts';
import { unsupportedBy } from '#lib/lucene/unsupported.ts';
import { inEnglish } from '#lib/words.ts';
import { pickFields } from '../call/pick-fields.ts';
import { invalidQuery, readPaging } from '../call/read-paging.ts';
import { type Endpoint, ManagementError } from '../endpoint.ts';
import { userAnswer } from './user-answer.ts';

/** A longer query, as it stands in the address, is too long for the servers in front of Auth0. */
const encodedQueryCharactersMax = 8_000;

/**
 * `GET /users`: what the search index knows, at most `faults.searchCap` results deep.
 * @see https://auth0.com/docs/manage-users/user-search/user-search-best-practices
 */
export const listUsers: Endpoint = {
  method: 'GET',
  path: '/users',
  scopes: ['read:users', 'read:user_idp_tokens'],
  rateLimit: 'read-users',
  handle({ query }, tenant) {
    const { page, perPage, includeTotals } = readPaging(query);
    const reach = tenant.faults.searchCap;
    if (page * perPage + perPage > reach) {
      const message = `You can only page through the first ${reach} records.`;
      throw new ManagementError(400, message, 'invalid_paging');
    }
    const engine = query.get('search_engine');
    if (engine !== null && engine !== 'v3') throw invalidQuery('Only v3 is available', 'search_engine');
    const found = tenant.store.users.search({
      query: readSearch(query),
      sort: readSort(query),
      page,
      perPage,
    });
    const users = found.users.map((user) => pickFields(query, userAnswer(user)));
    if (!includeTotals) return { status: 200, body: users };
    const { total } = found;
    return {
      status: 200,
      body: { start: page * perPage, limit: perPage, length: users.length, users, total },
    };
  },
};

/** `q` and `connection` as one query; undefined where neither narrows. */
function readSearch(query: URLSearchParams): string | undefined {
  const text = query.get('q') ?? '';
  if (encodeURIComponent(text.toWellFormed()).length > encodedQueryCharactersMax) {
    throw new ManagementError(414, 'The query is too long.');
  }
  const search: Query = text.trim() === '' ? { kind: 'all' } : readQuery(text);
  const connection = query.get('connection');
  const narrowed = connection
    ? bothOf(search, { kind: 'term', field: 'identities.connection', value: connection })
    : search;
  return narrowed.kind === 'all' ? undefined : printLucene(narrowed);
}

function readQuery(text: string): Query {
  try {
    const query = parseLucene(text);
    const [problem] = unsupportedBy(query);
    if (problem) throw invalidQuery(inEnglish(problem), 'q');
    return query;
  } catch (error) {
    if (error instanceof LuceneSyntaxError) throw invalidQuery(error.message, 'q');
    throw error;
  }
}

/** Auth0 sorts by attributes of the profile, not by metadata. */
function readSort(query: URLSearchParams): string | undefined {
  const sort = query.get('sort');
  if (!sort) return undefined;
  if (!/^\w+:(1|-1)$/.test(sort) || /^(app|user)_metadata:/.test(sort)) {
    throw invalidQuery('Sorting takes one attribute of the profile, as in created_at:-1', 'sort');
  }
  return sort;
}
