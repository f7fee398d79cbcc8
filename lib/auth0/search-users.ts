import { UsersClient } from 'auth0/users';
import { AppError } from '#lib/errors.ts';
import { words } from '#lib/words.ts';
import { readFromTenant } from './client.ts';
import { asAppError } from './errors.ts';
import type { Found } from './proofs.ts';
import { arrayIn } from './tenant-answer.ts';
import { TenantFailure } from './tenant-failure.ts';

/** Auth0 shows no more than this of any search, whatever the total. */
export const searchResultsMax = 1_000;

export interface UserSearch {
  /** Auth0's query syntax; blank finds everybody. */
  q: string;
  /** `name:1`, `last_login:-1`; not by metadata. */
  sort: string;
  /** From 1. */
  page: number;
  perPage: number;
}

/**
 * One page of a search, in one call. The index behind it lags: what was changed seconds ago may be missing
 * or stale.
 * @throws AppError 'invalid-input' for what cannot be searched for, and what every reading call throws
 * @see https://auth0.com/docs/manage-users/user-search/view-search-results-by-page
 */
export async function searchUsers(search: UserSearch): Promise<{ found: Found[]; total: number }> {
  if (search.page * search.perPage > searchResultsMax) throw beyondTheLast();
  try {
    return await readFromTenant(async (client, options) => {
      const { response } = await new UsersClient(client).list(
        {
          ...(search.q && { q: search.q }),
          search_engine: 'v3',
          sort: search.sort,
          page: search.page - 1,
          per_page: search.perPage,
          include_totals: true,
        },
        options,
      );
      const found = arrayIn(response.users).filter(isFound);
      return { found, total: response.total ?? found.length };
    });
  } catch (error) {
    throw asSearchError(error);
  }
}

function isFound(user: object): user is Found {
  return 'user_id' in user && typeof user.user_id === 'string';
}

function beyondTheLast(): AppError {
  return new AppError(
    'invalid-input',
    words('Only the first {count} users of a search can be shown. Search for something narrower.', {
      count: searchResultsMax,
    }),
  );
}

function asSearchError(error: unknown): unknown {
  if (!(error instanceof TenantFailure)) return error;
  // The tenant's own words are kept back: they may repeat the filter, which is not the manager's to read.
  if (error.status === 400 || error.status === 414) {
    return new AppError(
      'invalid-input',
      words('The tenant cannot search for this. Search for something shorter or simpler.'),
      { cause: error },
    );
  }
  return asAppError(error);
}
