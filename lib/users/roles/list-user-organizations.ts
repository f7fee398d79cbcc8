import { organizationsOfTenant, organizationsOfUser } from '#lib/auth0/organizations.ts';
import { type Manager, requireScope } from '../manager.ts';
import { permit, permitToRead } from '../permit.ts';
import type { JoinableOrganizations, UserOrganizations } from './user-roles-view.ts';

const organizationsPerPage = 50;

/**
 * One page of the organizations that a user is a member of.
 * @throws AppError 'no-role', 'not-allowed', 'not-found', 'refused-by-hook', 'hook-failed', 'tenant-limit',
 * 'tenant-unavailable', 'tenant-refused'
 */
export async function listUserOrganizations(
  manager: Manager,
  { userId, page }: { userId: string; page: number },
): Promise<UserOrganizations> {
  requireScope(manager, 'read:users');
  const { permitted } = await permitToRead(manager, userId, 'read:roles');
  const perPage = organizationsPerPage;
  return { ...(await organizationsOfUser(permitted, page, perPage)), page, perPage };
}

/**
 * Some of the tenant's organizations, to one of which a manager can add the user.
 * @throws AppError as `listUserOrganizations` does, and 'refused-by-guard'
 */
export async function listJoinableOrganizations(
  manager: Manager,
  { userId, from }: { userId: string; from?: string },
): Promise<JoinableOrganizations> {
  requireScope(manager, 'manage:users');
  await permit(manager, userId, ['read:roles', 'change:roles']);
  const { organizations, next } = await organizationsOfTenant(from);
  return { organizations, next: next ?? null };
}
