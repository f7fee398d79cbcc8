import { VerificationEmailClient } from 'auth0/jobs/verificationEmail';
import { beginAttempt } from '#lib/audit/attempt.ts';
import { noteBodies } from '#lib/audit/note.ts';
import { env } from '#lib/env.ts';
import { AppError } from '#lib/errors.ts';
import type { JsonObject } from '#lib/json.ts';
import { words } from '#lib/words.ts';
import { writeTimeoutMs, writeToTenant } from './client.ts';
import { customDomainHeader, withCustomDomain } from './custom-domain-header.ts';
import { asAppError } from './errors.ts';
import { endOfPatience } from './patience.ts';
import type { Permitted } from './proofs.ts';
import { failureOfAnswer, failureOfFetch, TenantFailure } from './tenant-failure.ts';
import { withBreaker } from './traffic/traffic.ts';

/**
 * Has the tenant send a user the mail with which an e-mail address is verified. The tenant alone knows the link
 * in it; nothing here could tell it to a manager. Sent once.
 * @throws AppError 'invalid-input' for a user without an address, 'not-found', 'tenant-refused', 'tenant-limit', 'tenant-unavailable'
 * @see https://auth0.com/docs/api/management/v2/jobs/post-verification-email
 */
export async function sendVerificationMail(
  { user }: Permitted<'send:verification-email'>,
  customDomain?: string,
): Promise<void> {
  if (user.email === undefined) throw withoutAddress();
  try {
    await writeToTenant(
      (client, options) =>
        new VerificationEmailClient(client).create(
          { user_id: user.user_id },
          withCustomDomain(options, customDomain),
        ),
      writeTimeoutMs,
    );
  } catch (error) {
    throw asMailError(error);
  }
}

export interface PasswordReset {
  /** The user's own. */
  connection: string;
  /** The client that the mail speaks for. */
  clientId: string;
  customDomain?: string;
}

/**
 * Has the tenant send a user the mail with which a new password is set. The tenant alone knows the link in it,
 * unlike with a ticket, whose link would come back here. It goes to the address that the user has. Sent once.
 * @throws AppError 'invalid-input' for a user without an address, 'tenant-refused', 'tenant-limit', 'tenant-unavailable'
 * @see https://auth0.com/docs/api/authentication/database-ad-ldap-passive/change-password
 */
export async function sendPasswordResetMail(
  { user: { email } }: Permitted<'reset:password'>,
  { connection, clientId, customDomain }: PasswordReset,
): Promise<void> {
  if (email === undefined) throw withoutAddress();
  noteBodies([{ client_id: clientId, email, connection }]);
  try {
    await withBreaker('write', writeTimeoutMs, async () => {
      await beginAttempt();
      await askForMail({ client_id: clientId, email, connection }, customDomain);
    });
  } catch (error) {
    throw asMailError(error);
  }
}

async function askForMail(body: JsonObject, customDomain: string | undefined): Promise<void> {
  const signal = endOfPatience(writeTimeoutMs);
  const response = await fetch(new URL('/dbconnections/change_password', env().tenantOrigin), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...customDomainHeader(customDomain) },
    body: JSON.stringify(body),
    signal,
  }).catch((error: unknown) => {
    throw failureOfFetch(error, signal);
  });
  const answered: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw failureOfAnswer(response.status, answered, response.headers);
}

/** Nobody can look whether a mail is on its way, so a doubtful end stays one. */
function asMailError(error: unknown): unknown {
  if (!(error instanceof TenantFailure) || !error.leavesDoubt) return asAppError(error);
  return new AppError(
    'tenant-unavailable',
    words(
      'The tenant did not confirm that the mail was sent. It may still arrive: ask the user before you send another.',
    ),
    { isInDoubt: true, cause: error },
  );
}

function withoutAddress(): AppError {
  return new AppError('invalid-input', words('This user has no e-mail address, so no mail was sent.'));
}
