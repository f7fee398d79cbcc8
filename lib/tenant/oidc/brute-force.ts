import type { Tenant } from '../management/endpoint.ts';
import { blocksCollection } from '../management/user-blocks/user-block.ts';
import type { TenantUser } from '../tenant-user.ts';
import type { SignInAttempt } from './sign-in-log.ts';

/** Auth0 blocks after ten wrong passwords in a row. */
export const wrongPasswordsMax = 10;

interface WrongPasswords {
  user_id: string;
  count: number;
}

export function isBlockedByWrongPasswords(tenant: Tenant, userId: string): boolean {
  return (blocksCollection(tenant).get(userId)?.blocked_for.length ?? 0) > 0;
}

/** Counts a wrong password; the tenth in a row blocks the user until the block is lifted. */
export function countWrongPassword(tenant: Tenant, user: TenantUser, attempt: SignInAttempt): void {
  const { user_id } = user;
  const counts = countsOf(tenant);
  const count = (counts.get(user_id)?.count ?? 0) + 1;
  if (count < wrongPasswordsMax) {
    counts.set(user_id, { user_id, count });
    return;
  }
  counts.delete(user_id);
  const block = {
    identifier: attempt.identifier.trim().toLowerCase(),
    ip: attempt.ip,
    connection: user.identities[0]?.connection ?? '',
  };
  blocksCollection(tenant).set(user_id, { id: user_id, user_id, blocked_for: [block] });
}

export function forgetWrongPasswords(tenant: Tenant, userId: string): void {
  countsOf(tenant).delete(userId);
}

function countsOf(tenant: Tenant) {
  return tenant.store.collection<WrongPasswords>('wrong-passwords');
}
