import type { Action } from '#lib/auth0/proofs.ts';
import { said, type Words } from '#lib/words.ts';
import type { PartPermission } from '../form/user-form.ts';

/** Whether a manager may do one thing to a user, and if not, why not: as `PartPermission`, in every language. */
export type ActionPermission = { permitted: true } | { permitted: false; reason: Words; isTakenAway?: true };

/** The same in the language of the request, for a page. */
export function saidPermission(permission: ActionPermission): PartPermission {
  return permission.permitted ? permission : { ...permission, reason: said(permission.reason) };
}

/** `saidPermission` for every action. */
export function saidPermissions(actions: Record<Action, ActionPermission>): Record<Action, PartPermission> {
  const entries = Object.entries(actions).map(([action, permission]) => [action, saidPermission(permission)]);
  return Object.fromEntries(entries) as Record<Action, PartPermission>;
}
