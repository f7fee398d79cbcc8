import { randomBytes } from 'node:crypto';
import type { Tenant } from '../management/endpoint.ts';
import { oidcCollection } from '../oidc/adapter.ts';
import type { TenantUser } from '../tenant-user.ts';
import type { Random } from './random.ts';

const sessionDays = 7;
const daySeconds = 86_400;

/**
 * Living sessions for some of those who signed in lately. The secret of each is made by real chance and thrown away:
 * nobody can continue one, but they can be seen and ended.
 */
export function seedSessions(
  tenant: Tenant,
  random: Random,
  users: TenantUser[],
  { now, clientId }: { now: number; clientId: string },
): void {
  for (const user of users) {
    const startedSeconds = Math.floor(Date.parse(user.last_login ?? '') / 1_000);
    const expiresAtSeconds = startedSeconds + sessionDays * daySeconds;
    if (!(expiresAtSeconds * 1_000 > now) || user.blocked || !random.chance(0.6)) continue;
    putSession(tenant, {
      userId: user.user_id,
      clientId,
      startedSeconds,
      sessionSeconds: sessionDays * daySeconds,
    });
  }
}

interface NewSession {
  userId: string;
  clientId: string;
  /** Unix time. */
  startedSeconds: number;
  /** How long it lives. */
  sessionSeconds: number;
}

/** Puts a session in that is continued by nobody, for its secret is thrown away. */
export function putSession(
  tenant: Pick<Tenant, 'store'>,
  { userId, clientId, startedSeconds, sessionSeconds }: NewSession,
): void {
  const secret = randomBytes(24).toString('base64url');
  const expiresAtSeconds = startedSeconds + sessionSeconds;
  oidcCollection(tenant.store, 'Session').set(secret, {
    expiresAtSeconds,
    payload: {
      kind: 'Session',
      jti: secret,
      uid: randomBytes(16).toString('base64url'),
      accountId: userId,
      loginTs: startedSeconds,
      iat: startedSeconds,
      exp: expiresAtSeconds,
      authorizations: { [clientId]: { sid: randomBytes(16).toString('base64url') } },
    },
  });
}
