import type { JsonObject } from '#lib/json.ts';
import type { UserSession } from '../../oidc/user-sessions.ts';
import type { Tenant } from '../endpoint.ts';
import { logEntries } from '../logs/search-logs.ts';

/** A session as Auth0 answers it; its `id` is what `revoke-access` takes as `session_id`. */
export function toSessionAnswer(tenant: Pick<Tenant, 'store'>, session: UserSession): JsonObject {
  return {
    id: session.id,
    user_id: session.userId,
    created_at: session.authenticatedAt,
    updated_at: session.updatedAt,
    authenticated_at: session.authenticatedAt,
    last_interacted_at: session.updatedAt,
    idle_expires_at: session.expiresAt,
    expires_at: session.expiresAt,
    device: deviceOf(tenant, session),
    clients: session.clientIds.map((clientId) => ({ client_id: clientId })),
    authentication: { methods: [{ name: 'pwd', timestamp: session.authenticatedAt }] },
  };
}

const sameSignInMs = 5_000;

/** The provider keeps no user agent with a session: it is that of the sign-in in the log. */
function deviceOf(tenant: Pick<Tenant, 'store'>, session: UserSession): JsonObject {
  const signInMs = Date.parse(session.authenticatedAt);
  const signIn = logEntries(tenant).find(
    ({ type, user_id, date }) =>
      type === 's' && user_id === session.userId && Math.abs(Date.parse(date) - signInMs) < sameSignInMs,
  );
  const { user_agent: userAgent, ip } = signIn ?? {};
  return {
    ...(userAgent ? { initial_user_agent: userAgent, last_user_agent: userAgent } : {}),
    ...(ip ? { initial_ip: ip, last_ip: ip } : {}),
  };
}
