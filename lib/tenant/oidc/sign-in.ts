import type { Tenant } from '../management/endpoint.ts';
import { hashPassword, verifyPassword } from '../passwords.ts';
import type { TenantIdentity, TenantUser } from '../tenant-user.ts';
import { countWrongPassword, forgetWrongPasswords, isBlockedByWrongPasswords } from './brute-force.ts';
import { recordRefusal, recordSignIn, type SignInAttempt } from './sign-in-log.ts';

export type SignInResult =
  | { ok: true; user: TenantUser }
  | { ok: false; reason: 'wrong' | 'blocked' | 'too-many-attempts' };

/**
 * Checks an identifier (e-mail address or username) and a password, and leaves the traces that a sign-in leaves: last
 * login and count, a line in the log, and after ten wrong passwords a block.
 *
 * That a user is blocked is told only to somebody who knows the password.
 */
export async function signIn(
  tenant: Tenant,
  attempt: SignInAttempt,
  password: string,
): Promise<SignInResult> {
  const candidates = candidatesFor(tenant, attempt);
  if (candidates.length === 0) {
    await verifyPassword(password, await dummyHash());
    recordRefusal(tenant, attempt, 'fu');
    return { ok: false, reason: 'wrong' };
  }
  for (const user of candidates) {
    if (isBlockedByWrongPasswords(tenant, user.user_id)) {
      recordRefusal(tenant, attempt, 'limit_wc', user);
      return { ok: false, reason: 'too-many-attempts' };
    }
    if (!user.password_hash || !(await verifyPassword(password, user.password_hash))) continue;
    return finish(tenant, attempt, user.user_id);
  }
  for (const user of candidates) {
    recordRefusal(tenant, attempt, 'fp', user);
    countWrongPassword(tenant, user, attempt);
  }
  return { ok: false, reason: 'wrong' };
}

function finish(tenant: Tenant, attempt: SignInAttempt, userId: string): SignInResult {
  // Read again: somebody may have changed the user while the password was being hashed.
  const user = tenant.store.users.get(userId);
  if (!user) return { ok: false, reason: 'wrong' };
  if (user.blocked) {
    recordRefusal(tenant, attempt, 'f', user);
    return { ok: false, reason: 'blocked' };
  }
  forgetWrongPasswords(tenant, userId);
  return { ok: true, user: recordSignIn(tenant, attempt, user) };
}

function candidatesFor(tenant: Tenant, attempt: SignInAttempt): TenantUser[] {
  const identifier = attempt.identifier.trim().toLowerCase();
  if (identifier === '') return [];
  const users = identifier.includes('@')
    ? tenant.store.users.byEmail(identifier)
    : tenant.store.users.byUsername(identifier);
  return users.filter((user) => databaseIdentity(user, attempt.connection) !== undefined);
}

/** The identity with which a user signs in by password, in the connection asked for if one is. */
function databaseIdentity(user: TenantUser, connection: string | undefined): TenantIdentity | undefined {
  return user.identities.find(
    (identity) => identity.provider === 'auth0' && (!connection || identity.connection === connection),
  );
}

let dummy: Promise<string> | undefined;

/** Costs an unknown user the same time as a wrong password. */
async function dummyHash(): Promise<string> {
  dummy ??= hashPassword('somebody who does not exist');
  return await dummy;
}
