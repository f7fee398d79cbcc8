import type { JsonObject } from '#lib/json.ts';
import type { User } from './user.ts';

/** What a manager may want to do to one user; the access hook is asked with exactly these words. */
export const actions = [
  'read:user',
  'delete:user',
  'change:profile',
  'reset:password',
  'change:password',
  'change:username',
  'change:email',
  'read:devices',
  'read:logs',
  'remove:multifactor-provider',
  'block:user',
  'unblock:user',
  'send:verification-email',
  'read:roles',
  'change:roles',
] as const;

export type Action = (typeof actions)[number];

declare const permittedFor: unique symbol;
declare const guarded: unique symbol;
declare const guardedRoles: unique symbol;
declare const guardedImport: unique symbol;
declare const found: unique symbol;

/**
 * A user whom this manager may do `A` to. Only `lib/users/permit.ts` makes one, after the access hook and
 * the filter let the manager through; every function that touches a user demands it.
 */
export type Permitted<A extends Action> = {
  readonly user: User;
  readonly [permittedFor]: { readonly [action in A]: true };
};

/** A body that the write hook answered and the guard passed. Only `lib/users/guard.ts` makes one. */
export type Guarded = { readonly body: JsonObject; readonly [guarded]: true };

/**
 * A deleted user as they are to be made again, with the id that they had. Only `lib/users/guard.ts` makes one, after
 * the write hook answered and the guard looked at the user that results.
 */
export type GuardedImport = {
  /** One row of an import: `user_id` without the provider, and what the user is to be. */
  readonly row: JsonObject;
  /** The name of the database connection that the user belongs to. */
  readonly connection: string;
  readonly [guardedImport]: true;
};

/**
 * Roles of the tenant that a manager may give and take away. Only `lib/users/guard/guard-roles.ts` makes one, after it
 * has looked at what each of them gives in this console.
 */
export type GuardedRoles = { readonly roleIds: readonly string[]; readonly [guardedRoles]: true };

/**
 * A user who came out of a search and was not tested yet. Holds the rest of the user out of reach: only
 * `lib/users/permit.ts` and `permit-log.ts` open it, for a manager who may see that user.
 */
export type Found = Pick<User, 'user_id' | 'created_at' | 'updated_at'> & { readonly [found]: true };
