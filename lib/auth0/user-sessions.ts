import { UsersClient } from 'auth0/users';
import { SessionsClient } from 'auth0/users/sessions';
import { words } from '#lib/words.ts';
import { readFromTenant } from './client.ts';
import { deviceGroups, readDevices } from './device-credentials.ts';
import { asAppError } from './errors.ts';
import type { Permitted } from './proofs.ts';
import { arrayIn } from './tenant-answer.ts';
import { TenantFailure } from './tenant-failure.ts';
import { writeAndCheck } from './write-and-check.ts';

/** A browser in which a user is signed in. Its id stays here. */
export interface Session {
  /** ISO 8601. */
  signedInAt: string | undefined;
  lastActiveAt: string | undefined;
  expiresAt: string | undefined;
  userAgent: string | undefined;
  ip: string | undefined;
  clientIds: string[];
}

const sessionsMax = 100;

/**
 * The user's sessions, in one call, or `undefined` where the tenant does not list them: Auth0 does so on
 * Enterprise plans alone.
 * @throws AppError what every reading call throws
 */
export async function readSessions(permitted: Permitted<'read:devices'>): Promise<Session[] | undefined> {
  try {
    return await readFromTenant(async (client, options) => {
      const { response } = await new SessionsClient(client).list(
        permitted.user.user_id,
        { take: sessionsMax },
        options,
      );
      return arrayIn(response.sessions).map(({ device, clients, ...session }) => ({
        signedInAt: timeOf(session.authenticated_at),
        lastActiveAt: timeOf(session.last_interacted_at) ?? timeOf(session.updated_at),
        expiresAt: timeOf(session.expires_at),
        userAgent: textOf(device?.last_user_agent) ?? textOf(device?.initial_user_agent),
        ip: textOf(device?.last_ip) ?? textOf(device?.initial_ip),
        clientIds: (clients ?? []).flatMap(({ client_id: clientId }) => textOf(clientId) ?? []),
      }));
    });
  } catch (error) {
    // Also a missing scope answers 403; the page names both.
    if (error instanceof TenantFailure && (error.status === 403 || error.status === 404)) return undefined;
    throw asAppError(error);
  }
}

/**
 * Ends all sessions of a user and takes all refresh tokens back, in one call. Sent once; a doubtful end is
 * resolved by looking for sessions and devices that are left.
 * @throws AppError 'tenant-refused', 'tenant-limit', 'tenant-unavailable'
 * @see https://auth0.com/docs/api/management/v2/users/user-revoke-access
 */
export function revokeAllAccess(permitted: Permitted<'read:devices' | 'block:user'>): Promise<void> {
  const { user_id: userId } = permitted.user;
  return writeAndCheck({
    notDone: words(
      'The tenant had a fault: it is not so that the sessions ended and the tokens were taken back. Try again in a moment.',
    ),
    inDoubt: words(
      'The tenant did not confirm that the sessions ended and the tokens were taken back. It may still happen: look before you try again.',
    ),
    send: (client, options) => new UsersClient(client).revokeAccess(userId, {}, options),
    isDone: async () => {
      const [sessions, ...devices] = await Promise.all([
        readSessions(permitted),
        ...deviceGroups.map((group) => readDevices(permitted, group)),
      ]);
      if (!sessions) throw new TenantFailure('interrupted');
      return sessions.length === 0 && devices.flat().every(({ type }) => type === 'public_key');
    },
  });
}

function timeOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text !== undefined && !Number.isNaN(Date.parse(text)) ? text : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
