import type { User } from '#lib/auth0/user.ts';
import { isJsonObject, type JsonObject } from '#lib/json.ts';
import type { Permission } from './manager.ts';

/** What each role may do in the console; every role may what the one before it may. */
const permissionsByRole = {
  'Delegated Admin - Auditor': ['read:users'],
  'Delegated Admin - User': ['read:users', 'manage:users'],
  'Delegated Admin - Operator': ['read:users', 'manage:users', 'read:logs'],
  'Delegated Admin - Administrator': ['read:users', 'manage:users', 'read:logs', 'manage:config'],
} as const satisfies Record<string, readonly Permission[]>;

export type RoleName = keyof typeof permissionsByRole;

export const roleNames: readonly RoleName[] = [
  'Delegated Admin - Auditor',
  'Delegated Admin - User',
  'Delegated Admin - Operator',
  'Delegated Admin - Administrator',
];

/** The permissions of all the roles together, each once, from the least to the most powerful. */
export function permissionsOf(roles: readonly RoleName[]): readonly Permission[] {
  return [...new Set(roles.flatMap((role): readonly Permission[] => permissionsByRole[role]))];
}

/**
 * The roles that somebody holds in this console: named under `roles` or `permissions` at the profile's root,
 * in `app_metadata`, in `app_metadata.authorization`, or in a sign-in claim whose name starts with `https:`
 * and ends with `auth0-delegated-admin`. A place may hold one name, an object with a `name`, or an array of
 * either. Names count only as they are written here, case included.
 * @param tenantRoles the roles that the tenant itself assigns to the user, where these count
 */
export function rolesAndPermissionsOf(
  user: User,
  claims: JsonObject = {},
  tenantRoles: readonly { name: string }[] = [],
): { roles: readonly RoleName[]; permissions: readonly Permission[] } {
  const appMetadata = user.app_metadata;
  const authorization = isJsonObject(appMetadata) ? appMetadata.authorization : undefined;
  const named = [user, appMetadata, authorization].flatMap(namesHeldBy);
  const claimed = Object.entries(claims)
    .filter(([name]) => name.startsWith('https:') && name.endsWith('auth0-delegated-admin'))
    .flatMap(([, claim]) => [...namesIn(claim), ...namesHeldBy(claim)]);
  const held = new Set([...named, ...claimed, ...tenantRoles.map(({ name }) => name)]);
  const roles = roleNames.filter((role) => held.has(role));
  return { roles, permissions: permissionsOf(roles) };
}

function namesHeldBy(place: unknown): string[] {
  return isJsonObject(place) ? [...namesIn(place.roles), ...namesIn(place.permissions)] : [];
}

function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (isJsonObject(value) && typeof value.name === 'string') return [value.name];
  return [];
}
