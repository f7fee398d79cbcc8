import type { Tenant } from '../management/endpoint.ts';
import { appendLog } from '../management/logs/append-log.ts';
import type { TenantUser } from '../tenant-user.ts';

/** Who tries to sign in, and from where. Never holds the password. */
export interface SignInAttempt {
  /** E-mail address or username, as it was typed. */
  identifier: string;
  /** Name of the connection to look in; every database connection when absent. */
  connection?: string;
  clientId: string;
  clientName?: string;
  ip: string;
  userAgent?: string;
}

/** Auth0's codes: wrong password, unknown user, blocked user, too many wrong passwords. */
export type RefusalType = 'fp' | 'fu' | 'f' | 'limit_wc';

const refusals: Record<RefusalType, string> = {
  fp: 'Wrong email or password.',
  fu: 'Wrong email or password.',
  f: 'user is blocked',
  limit_wc: 'Blocked after ten wrong passwords',
};

/** Notes a sign-in at the user, which counts as a change of the user, and in the log; answers the user as it now is. */
export function recordSignIn(tenant: Tenant, attempt: SignInAttempt, user: TenantUser): TenantUser {
  const time = new Date().toISOString();
  const signedIn: TenantUser = {
    ...user,
    updated_at: time,
    last_login: time,
    last_ip: attempt.ip,
    logins_count: (user.logins_count ?? 0) + 1,
  };
  tenant.store.users.set(user.user_id, signedIn);
  appendLog(tenant, { ...line(attempt, user), type: 's' });
  return signedIn;
}

export function recordRefusal(
  tenant: Tenant,
  attempt: SignInAttempt,
  type: RefusalType,
  user?: TenantUser,
): void {
  appendLog(tenant, { ...line(attempt, user), type, description: refusals[type] });
}

function line(attempt: SignInAttempt, user: TenantUser | undefined) {
  return {
    client_id: attempt.clientId,
    client_name: attempt.clientName,
    ip: attempt.ip,
    user_agent: attempt.userAgent,
    user_name: user?.email ?? user?.username ?? attempt.identifier,
    ...(user && { user_id: user.user_id, connection: user.identities[0]?.connection }),
    strategy: 'auth0',
    strategy_type: 'database',
  };
}
