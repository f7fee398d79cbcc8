import { OrganizationsClient } from 'auth0/users/organizations';
import type { DeletedUserSnapshot } from '#lib/audit/record.ts';
import { readFromTenant } from './client.ts';
import type { Permitted } from './proofs.ts';
import { readUserRoles } from './read-user-roles.ts';
import { arrayIn } from './tenant-answer.ts';

const timeoutMs = 1_000;
const organizationsMax = 100;

/**
 * What a user who is about to be deleted can be made of again, in two calls at once. What cannot be read is not
 * known later, and is no reason to keep the user.
 */
export async function readForRestoring({ user }: Permitted<'delete:user'>): Promise<DeletedUserSnapshot> {
  const { user_id: userId } = user;
  const [roles, organizations] = await Promise.all([
    readUserRoles(userId, timeoutMs).catch(() => null),
    organizationsOf(userId).catch(() => null),
  ]);
  return {
    user: { ...user },
    roles: roles?.map(({ id, name }) => ({ id, name })) ?? null,
    organizations,
  };
}

/** The user's organizations; nothing where there are more than one call gives. */
function organizationsOf(userId: string): Promise<DeletedUserSnapshot['organizations']> {
  return readFromTenant(async (client, options) => {
    const request = { page: 0, per_page: organizationsMax, include_totals: true };
    const { response } = await new OrganizationsClient(client).list(userId, request, options);
    const organizations = arrayIn(response.organizations).flatMap(({ id, name }) =>
      id ? [{ id, name: name ?? id }] : [],
    );
    return organizations.length < organizationsMax ? organizations : null;
  }, timeoutMs);
}
