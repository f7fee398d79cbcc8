import { AuthenticationMethodsClient } from 'auth0/users/authenticationMethods';
import { words } from '#lib/words.ts';
import { readFromTenant } from './client.ts';
import { asAppError } from './errors.ts';
import type { Permitted } from './proofs.ts';
import { arrayIn } from './tenant-answer.ts';
import { writeAndCheck } from './write-and-check.ts';

/** One second factor or passkey of a user. Keys and secrets are left behind. */
export interface AuthenticationMethod {
  id: string;
  type: string;
  confirmed: boolean;
  name: string | undefined;
  phoneNumber: string | undefined;
  email: string | undefined;
  /** ISO 8601. */
  createdAt: string | undefined;
  lastUsedAt: string | undefined;
}

/** Auth0 keeps no more of them for one user. */
const methodsMax = 100;

/**
 * The user's authentication methods, in one call. The password is changed elsewhere and is none of them.
 * @throws AppError what every reading call throws
 */
export async function readAuthenticationMethods(
  permitted: Permitted<'read:devices'>,
): Promise<AuthenticationMethod[]> {
  try {
    return await readFromTenant(async (client, options) => {
      const { response } = await new AuthenticationMethodsClient(client).list(
        permitted.user.user_id,
        { page: 0, per_page: methodsMax, include_totals: true },
        options,
      );
      const methods = arrayIn(response.authenticators).filter(({ type }) => type !== 'password');
      return methods.map((method) => ({
        id: String(method.id),
        type: String(method.type),
        confirmed: method.confirmed !== false,
        name: method.name,
        phoneNumber: method.phone_number,
        email: method.email,
        createdAt: method.enrolled_at ?? method.created_at,
        lastUsedAt: method.last_auth_at,
      }));
    });
  } catch (error) {
    throw asAppError(error);
  }
}

type PermittedRemoval = Permitted<'read:devices' | 'remove:multifactor-provider'>;

/**
 * Removes one authentication method. Sent once; a doubtful end is resolved by reading back.
 * @param method one of those that `readAuthenticationMethods` found for the same user
 * @throws AppError 'tenant-refused', 'tenant-limit', 'tenant-unavailable'
 */
export function deleteAuthenticationMethod(
  permitted: PermittedRemoval,
  method: AuthenticationMethod,
): Promise<void> {
  const { user_id: userId } = permitted.user;
  return writeAndCheck({
    notDone: words(
      'The tenant had a fault: it is not so that the second factor was removed. Try again in a moment.',
    ),
    inDoubt: words(
      'The tenant did not confirm that the second factor was removed. It may still happen: look before you try again.',
    ),
    send: (client, options) => new AuthenticationMethodsClient(client).delete(userId, method.id, options),
    isDone: async () => {
      const left = await readAuthenticationMethods(permitted);
      return left.every(({ id }) => id !== method.id);
    },
  });
}

/** Removes all authentication methods of a user, as `deleteAuthenticationMethod` does one. */
export function deleteAuthenticationMethods(permitted: PermittedRemoval): Promise<void> {
  const { user_id: userId } = permitted.user;
  return writeAndCheck({
    notDone: words(
      'The tenant had a fault: it is not so that the second factors were removed. Try again in a moment.',
    ),
    inDoubt: words(
      'The tenant did not confirm that the second factors were removed. It may still happen: look before you try again.',
    ),
    send: (client, options) => new AuthenticationMethodsClient(client).deleteAll(userId, options),
    isDone: async () => (await readAuthenticationMethods(permitted)).length === 0,
  });
}
