import type { Tenant } from '../management/endpoint.ts';
import { blockIdentifier, blocksOfUser } from '../management/user-blocks/user-block.ts';
import type { TenantUser } from '../tenant-user.ts';
import type { SignInAttempt } from './sign-in-log.ts';

/** Auth0 blocks after ten wrong passwords in a row. */
export const wrongPasswordsMax = 10;

interface WrongPasswords {
  user_id: string;
  count: number;
}

export function isBlockedByWrongPasswords(tenant: Tenant, user: TenantUser, ip: string): boolean {
  return blocksOfUser(tenant, user).some((block) => block.ip === ip);
}

/** Counts a wrong password; the tenth in a row blocks this identifier from this address. */
export function countWrongPassword(tenant: Tenant, user: TenantUser, attempt: SignInAttempt): void {
  const counts = countsOf(tenant);
  const count = (counts.get(user.user_id)?.count ?? 0) + 1;
  if (count < wrongPasswordsMax) {
    counts.set(user.user_id, { user_id: user.user_id, count });
    return;
  }
  counts.delete(user.user_id);
  blockIdentifier(tenant, {
    identifier: attempt.identifier.trim(),
    ip: attempt.ip,
    connection: user.identities[0]?.connection ?? '',
    user_id: user.user_id,
  });
}

export function forgetWrongPasswords(tenant: Tenant, userId: string): void {
  countsOf(tenant).delete(userId);
}

function countsOf(tenant: Tenant) {
  return tenant.store.collection<WrongPasswords>('wrong-passwords');
}
