import { UsersClient } from 'auth0/users';
import { readFromTenant, readTimeoutMs } from './client.ts';
import { asAppError } from './errors.ts';
import { arrayIn, userIn } from './tenant-answer.ts';
import { TenantFailure } from './tenant-failure.ts';
import type { User } from './user.ts';
import { isUserId } from './user-id.ts';

/**
 * The user as the tenant has it at this moment, or `undefined` when there is none. Tests nothing: only the
 * session (for the manager's own profile) and `permit` may call this.
 * @throws AppError 'tenant-unavailable', 'tenant-limit', 'tenant-refused'
 */
export async function readUser(userId: string, timeoutMs = readTimeoutMs): Promise<User | undefined> {
  if (!isUserId(userId)) return undefined;
  try {
    const user = await readFromTenant(
      async (client, options) => userIn(await new UsersClient(client).get(userId, {}, options)),
      timeoutMs,
    );
    return user.user_id === userId ? user : undefined;
  } catch (error) {
    if (error instanceof TenantFailure && error.status === 404) return undefined;
    throw asAppError(error);
  }
}

/** The profile of the person who signed in as `subject`, or `undefined` when the tenant has no such user. */
export function readManagerUser(subject: string): Promise<User | undefined> {
  return readUser(subject);
}

/**
 * Everybody in the tenant with this e-mail address, of whatever connection. The tenant compares letter by letter:
 * database connections keep lower case, others what their identity provider says.
 */
export async function readManagersByEmail(email: string): Promise<User[]> {
  try {
    return await readFromTenant(async (client, options) => {
      const users = await new UsersClient(client).listUsersByEmail({ email }, options);
      return arrayIn(users).map(userIn);
    });
  } catch (error) {
    throw asAppError(error);
  }
}
