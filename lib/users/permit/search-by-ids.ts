import type { Found } from '#lib/auth0/proofs.ts';
import { searchUsers } from '#lib/auth0/search-users.ts';
import { anyOf, bothOf } from '#lib/lucene/build.ts';
import { printLucene } from '#lib/lucene/print.ts';
import type { Query } from '#lib/lucene/query.ts';

/**
 * What the tenant's search index holds of these users, in as few calls as it takes.
 * @param within what they must match as well
 * @throws AppError as searchUsers does
 */
export async function searchByIds(ids: readonly string[], within: Query = { kind: 'all' }): Promise<Found[]> {
  return (await Promise.all(inBatches(ids).map((batch) => searchBatch(batch, within)))).flat();
}

async function searchBatch(ids: readonly string[], within: Query): Promise<Found[]> {
  const [first, ...others] = ids.map((value): Query => ({ kind: 'term', field: 'user_id', value }));
  if (!first) return [];
  const { found } = await searchUsers({
    q: printLucene(bothOf(anyOf([first, ...others]), within)),
    sort: 'created_at:1',
    page: 1,
    perPage: ids.length,
  });
  return found;
}

const batchIdsMax = 50;
/** Well below what the servers in front of Auth0 take as an address, whatever has to be escaped. */
const batchCharactersMax = 2_500;

function inBatches(ids: readonly string[]): string[][] {
  const batches: string[][] = [];
  let characters = 0;
  for (const id of ids) {
    const batch = batches.at(-1);
    characters += id.length;
    if (batch && batch.length < batchIdsMax && characters <= batchCharactersMax) batch.push(id);
    else {
      batches.push([id]);
      characters = id.length;
    }
  }
  return batches;
}
