import { OrganizationsClient } from 'auth0/organizations';
import { MembersClient } from 'auth0/organizations/members';
import { OrganizationsClient as UserOrganizationsClient } from 'auth0/users/organizations';
import { AppError } from '#lib/errors.ts';
import { words } from '#lib/words.ts';
import { readFromTenant } from './client.ts';
import { asAppError } from './errors.ts';
import type { Permitted } from './proofs.ts';
import { arrayIn } from './tenant-answer.ts';
import { TenantFailure } from './tenant-failure.ts';
import { writeAndCheck } from './write-and-check.ts';

/** An organization of the tenant. */
export interface Organization {
  id: string;
  /** The display name, else the name that stands in addresses. */
  name: string;
}

/** The most that the API gives at once. */
const perPageMax = 100;

/** As long as a person still waits for the answer to a change whose end was in doubt. */
const readBackTimeoutMs = 1_000;

/**
 * One page of the organizations that a user is a member of, in one call.
 * @param page from 1
 * @throws AppError 'tenant-unavailable', 'tenant-limit', 'tenant-refused'
 */
export async function organizationsOfUser(
  { user }: Permitted<'read:roles'>,
  page: number,
  perPage: number,
): Promise<{ organizations: Organization[]; total: number }> {
  const request = { page: page - 1, per_page: perPage, include_totals: true };
  return answered(async (client, options) => {
    const { response } = await new UserOrganizationsClient(client).list(user.user_id, request, options);
    const organizations = arrayIn(response.organizations).flatMap(organizationIn);
    return { organizations, total: response.total ?? organizations.length };
  });
}

/**
 * The tenant's organizations, a hundred in one call.
 * @param from the `next` of the call before; absent for the first
 * @throws AppError 'tenant-unavailable', 'tenant-limit', 'tenant-refused'
 */
export async function organizationsOfTenant(
  from?: string,
): Promise<{ organizations: Organization[]; next?: string }> {
  return answered(async (client, options) => {
    const { response } = await new OrganizationsClient(client).list({ take: perPageMax, from }, options);
    return {
      organizations: arrayIn(response.organizations).flatMap(organizationIn),
      next: response.next,
    };
  });
}

/**
 * The organization with an id, or `undefined` when there is none.
 * @throws AppError 'tenant-unavailable', 'tenant-limit', 'tenant-refused'
 */
export async function organizationById(id: string): Promise<Organization | undefined> {
  if (!isOrganizationId(id)) return undefined;
  try {
    return await readFromTenant(async (client, options) => {
      const [organization] = organizationIn(await new OrganizationsClient(client).get(id, options));
      if (organization?.id !== id) throw new TenantFailure('interrupted');
      return organization;
    });
  } catch (error) {
    if (error instanceof TenantFailure && error.status === 404) return undefined;
    throw asAppError(error);
  }
}

/**
 * Makes a user a member of an organization; whoever is one already stays one. Sent once.
 * @throws AppError 'invalid-input' when the user or the organization is gone, 'tenant-refused', 'tenant-limit',
 * 'tenant-unavailable'; its sentence says whether it was done
 * @see https://auth0.com/docs/api/management/v2/organizations/post-members
 */
export function addMember(permitted: Permitted<'change:roles'>, organization: Organization): Promise<void> {
  return change(permitted, organization, 'create');
}

/**
 * Ends a user's membership of an organization; none to end is no error. Sent once.
 * @throws AppError as `addMember` does
 * @see https://auth0.com/docs/api/management/v2/organizations/delete-members
 */
export function removeMember(
  permitted: Permitted<'change:roles'>,
  organization: Organization,
): Promise<void> {
  return change(permitted, organization, 'delete');
}

async function change(
  permitted: Permitted<'change:roles'>,
  { id, name }: Organization,
  how: 'create' | 'delete',
): Promise<void> {
  const { user_id: userId } = permitted.user;
  try {
    await writeAndCheck({
      ...(how === 'create' ? sentencesOfAdding(name) : sentencesOfRemoving(name)),
      send: (client, options) => new MembersClient(client)[how](id, { members: [userId] }, options),
      isDone: async () => (await isMember(userId, id)) === (how === 'create'),
    });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
    throw new AppError(
      'invalid-input',
      words('The user or {name} no longer exists. Nothing was changed; load the page again.', { name }),
      { cause: error },
    );
  }
}

function sentencesOfAdding(name: string) {
  return {
    notDone: words(
      'The tenant had a fault: it is not so that the user was added to {name}. Try again in a moment.',
      { name },
    ),
    inDoubt: words(
      'The tenant did not confirm that the user was added to {name}. It may still happen: look before you try again.',
      { name },
    ),
  };
}

function sentencesOfRemoving(name: string) {
  return {
    notDone: words(
      'The tenant had a fault: it is not so that the user was removed from {name}. Try again in a moment.',
      { name },
    ),
    inDoubt: words(
      'The tenant did not confirm that the user was removed from {name}. It may still happen: look before you try again.',
      { name },
    ),
  };
}

/** Looks through all the user's organizations: the API has no way to ask about one. */
export function isMember(userId: string, organizationId: string): Promise<boolean> {
  return readFromTenant(async (client, options) => {
    for (let page = 0; ; page++) {
      const request = { page, per_page: perPageMax, include_totals: true };
      const { response } = await new UserOrganizationsClient(client).list(userId, request, options);
      const organizations = arrayIn(response.organizations);
      if (organizations.some(({ id }) => id === organizationId)) return true;
      if (organizations.length < perPageMax) return false;
    }
  }, readBackTimeoutMs);
}

type Call<T> = Parameters<typeof readFromTenant<T>>[0];

async function answered<T>(call: Call<T>): Promise<T> {
  try {
    return await readFromTenant(call);
  } catch (error) {
    throw asAppError(error);
  }
}

/** An id that is none would make another endpoint of the address: `/organizations/..` is `/`. */
function isOrganizationId(text: string): boolean {
  return /^org_[A-Za-z0-9]{1,64}$/.test(text);
}

interface AnyOrganization {
  id?: string;
  name?: string;
  display_name?: string;
}

function organizationIn({ id, name, display_name: displayName }: AnyOrganization): Organization[] {
  return id && isOrganizationId(id) ? [{ id, name: displayName || name || id }] : [];
}
