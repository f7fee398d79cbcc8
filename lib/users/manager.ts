import type { User } from '#lib/auth0/user.ts';
import { AppError } from '#lib/errors.ts';
import type { JsonObject } from '#lib/json.ts';
import { type RoleName, rolesAndPermissionsOf } from './roles.ts';

/** What a role allows in the console at all, before any hook is asked. */
export type Permission = 'read:users' | 'manage:users' | 'read:logs' | 'manage:config';

/** The signed-in person, read fresh for one request and made anew for the next. */
export interface Manager {
  /** The manager's own profile, as the Management API gives it. */
  readonly user: User;
  /** The sign-in's claims (`sub`, custom claims), without any token. */
  readonly claims: JsonObject;
  readonly roles: readonly RoleName[];
  readonly scope: readonly Permission[];
  /** The language that the person has chosen, else the browser's, as a BCP 47 tag: `de`, `pt-BR`. */
  readonly locale: string;
}

/**
 * The manager whose profile was just read and who signed in with these claims.
 * @param languages what the person has chosen, else the browser's `Accept-Language`
 * @param tenantRoles the tenant's own roles that the manager has, where these count
 */
export function managerOf(
  user: User,
  claims: JsonObject,
  languages?: string | null,
  tenantRoles: readonly { name: string }[] = [],
): Manager {
  const { roles, permissions } = rolesAndPermissionsOf(user, claims, tenantRoles);
  return { user, claims, roles, scope: permissions, locale: firstOf(languages ?? '') };
}

/** Browsers name the language that is preferred most first. */
function firstOf(languages: string): string {
  const [tag = ''] = languages.split(/[,;]/, 1);
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag.trim()) ? tag.trim() : 'en';
}

/** The first line of every verb: throws 'no-role' for somebody without any role, else 'not-allowed'. */
export function requireScope(manager: Manager, permission: Permission): void {
  if (manager.scope.includes(permission)) return;
  throw new AppError(manager.scope.length === 0 ? 'no-role' : 'not-allowed');
}
