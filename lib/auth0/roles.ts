import { RolesClient as AllRolesClient } from 'auth0/roles';
import { RolesClient as UserRolesClient } from 'auth0/users/roles';
import { AppError } from '#lib/errors.ts';
import { words } from '#lib/words.ts';
import { readFromTenant } from './client.ts';
import { asAppError } from './errors.ts';
import type { GuardedRoles, Permitted } from './proofs.ts';
import { readUserRoles } from './read-user-roles.ts';
import { arrayIn } from './tenant-answer.ts';
import { roleIn, rolesPerPage, type TenantRole } from './tenant-role.ts';
import { writeAndCheck } from './write-and-check.ts';

/** As long as a person still waits for the answer to a change whose end was in doubt. */
const readBackTimeoutMs = 1_000;

/**
 * The roles that the tenant assigns to a user, in one call for every hundred.
 * @throws AppError 'tenant-unavailable', 'tenant-limit', 'tenant-refused'
 */
export function rolesOfUser({ user }: Permitted<'read:roles'>): Promise<TenantRole[]> {
  return readUserRoles(user.user_id);
}

/**
 * One page of the tenant's roles, in one call.
 * @param page from 1
 * @throws AppError 'tenant-unavailable', 'tenant-limit', 'tenant-refused'
 */
export async function rolesOfTenant(page: number): Promise<{ roles: TenantRole[]; hasMore: boolean }> {
  try {
    return await readFromTenant(async (client, options) => {
      const request = { page: page - 1, per_page: rolesPerPage, include_totals: true };
      const { response } = await new AllRolesClient(client).list(request, options);
      const roles = arrayIn(response.roles);
      return { roles: roles.flatMap(roleIn), hasMore: roles.length === rolesPerPage };
    });
  } catch (error) {
    throw asAppError(error);
  }
}

/**
 * Those of the tenant's roles that have one of the ids, in one call for every hundred that it has.
 * @throws AppError 'tenant-unavailable', 'tenant-limit', 'tenant-refused'
 */
export async function rolesById(ids: readonly string[]): Promise<TenantRole[]> {
  const wanted = new Set(ids);
  const found: TenantRole[] = [];
  for (let page = 1; ; page++) {
    const { roles, hasMore } = await rolesOfTenant(page);
    found.push(...roles.filter(({ id }) => wanted.has(id)));
    if (!hasMore || found.length === wanted.size) return found;
  }
}

/**
 * Gives a user roles; one that the user has already stays. Sent once.
 * @throws AppError 'invalid-input' when the user or a role is gone, 'tenant-refused', 'tenant-limit',
 * 'tenant-unavailable'; its sentence says whether the roles were assigned
 * @see https://auth0.com/docs/api/management/v2/users/post-user-roles
 */
export function assignRoles(permitted: Permitted<'change:roles'>, guarded: GuardedRoles): Promise<void> {
  return change(permitted, guarded, 'assign');
}

/**
 * Takes roles away from a user; one that the user does not have is no error. Sent once.
 * @throws AppError as `assignRoles` does; its sentence says whether the roles were removed
 * @see https://auth0.com/docs/api/management/v2/users/delete-user-roles
 */
export function removeRoles(permitted: Permitted<'change:roles'>, guarded: GuardedRoles): Promise<void> {
  return change(permitted, guarded, 'delete');
}

const sentencesOfAssigning = {
  notDone: words('The tenant had a fault: it is not so that the roles were assigned. Try again in a moment.'),
  inDoubt: words(
    'The tenant did not confirm that the roles were assigned. It may still happen: look before you try again.',
  ),
};

const sentencesOfRemoving = {
  notDone: words('The tenant had a fault: it is not so that the roles were removed. Try again in a moment.'),
  inDoubt: words(
    'The tenant did not confirm that the roles were removed. It may still happen: look before you try again.',
  ),
};

async function change(
  { user: { user_id: userId } }: Permitted<'change:roles'>,
  { roleIds }: GuardedRoles,
  how: 'assign' | 'delete',
): Promise<void> {
  try {
    await writeAndCheck({
      ...(how === 'assign' ? sentencesOfAssigning : sentencesOfRemoving),
      send: (client, options) => new UserRolesClient(client)[how](userId, { roles: [...roleIds] }, options),
      isDone: async () => {
        const held = new Set((await readUserRoles(userId, readBackTimeoutMs)).map(({ id }) => id));
        return roleIds.every((id) => held.has(id) === (how === 'assign'));
      },
    });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
    throw new AppError(
      'invalid-input',
      words('The user or one of these roles no longer exists. Nothing was changed; load the page again.'),
      { cause: error },
    );
  }
}
