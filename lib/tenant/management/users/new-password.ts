import {
  checkPasswordPolicy,
  hashPassword,
  type PasswordConnection,
  passwordHistorySize,
  verifyPassword,
} from '../../passwords.ts';
import type { TenantUser } from '../../tenant-user.ts';
import { ManagementError, type Tenant } from '../endpoint.ts';

interface PasswordHistory {
  /** The user's. */
  id: string;
  user_id: string;
  /** Of earlier passwords, the latest first. */
  hashes: string[];
}

/**
 * The hash of a new password that the connection takes for this user. Nothing is written.
 * @throws {ManagementError} 400 `PasswordStrengthError: Password is too weak`, or which other rule it breaks
 */
export async function newPasswordHash(
  tenant: Pick<Tenant, 'store'>,
  connection: PasswordConnection,
  user: Partial<TenantUser>,
  password: string,
): Promise<string> {
  const refusal = checkPasswordPolicy(connection, password, user);
  if (refusal) throw new ManagementError(400, refusal);
  const earlier = earlierHashes(tenant, user).slice(0, passwordHistorySize(connection));
  const used = await Promise.all(earlier.map((hash) => verifyPassword(password, hash)));
  if (used.includes(true)) {
    throw new ManagementError(400, 'PasswordHistoryError: Password has previously been used');
  }
  return hashPassword(password);
}

/** Keeps the hash that a user has now for the history, just before it is replaced. */
export function rememberPassword(
  tenant: Pick<Tenant, 'store'>,
  connection: PasswordConnection,
  user: TenantUser,
): void {
  const size = passwordHistorySize(connection);
  if (size === 0 || user.password_hash === undefined) return;
  const hashes = earlierHashes(tenant, user).slice(0, size);
  histories(tenant).set(user.user_id, { id: user.user_id, user_id: user.user_id, hashes });
}

function earlierHashes(tenant: Pick<Tenant, 'store'>, user: Partial<TenantUser>): string[] {
  const remembered = user.user_id === undefined ? undefined : histories(tenant).get(user.user_id);
  return [...(user.password_hash ? [user.password_hash] : []), ...(remembered?.hashes ?? [])];
}

function histories(tenant: Pick<Tenant, 'store'>) {
  return tenant.store.collection<PasswordHistory>('password-histories');
}
