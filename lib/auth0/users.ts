import { UsersClient } from 'auth0/users';
import { noteBodies, noteUserAfter } from '#lib/audit/note.ts';
import type { JsonObject } from '#lib/json.ts';
import { writeTimeoutMs, writeToTenant } from './client.ts';
import { withCustomDomain } from './custom-domain-header.ts';
import { resolveCreation, resolveDeletion, resolveUpdate } from './doubtful-writes.ts';
import { asAppError } from './errors.ts';
import type { Guarded, Permitted } from './proofs.ts';
import { userIn } from './tenant-answer.ts';
import { TenantFailure } from './tenant-failure.ts';
import type { User } from './user.ts';

/** What an update of the profile may be permitted as. */
export type UpdateAction =
  | 'change:profile'
  | 'change:email'
  | 'change:username'
  | 'change:password'
  | 'block:user'
  | 'unblock:user';

/** Any one of the actions is enough proof here; which one a body takes is decided where it is split. */
type PermittedUpdate = { [A in UpdateAction]: Permitted<A> }[UpdateAction];

type CreateRequest = Parameters<UsersClient['create']>[0];

/**
 * Creates a user and returns it as the tenant answers. Sent once: when it is not known whether the tenant
 * made the user, it is looked up instead of being sent again.
 * @param customDomain the domain under which the tenant's mail to the user speaks, where it is not the default
 * @throws AppError 'already-taken', 'tenant-refused', 'tenant-limit', 'tenant-unavailable'; its sentence says
 * whether the user was created
 */
export async function createUser(guarded: Guarded, customDomain?: string): Promise<User> {
  const created = await create(guarded, customDomain);
  noteUserAfter(created);
  return created;
}

async function create(guarded: Guarded, customDomain?: string): Promise<User> {
  const startedAtMs = Date.now();
  try {
    const request = asRequest<CreateRequest>(guarded.body);
    return await writeToTenant(
      async (client, options) =>
        userIn(await new UsersClient(client).create(request, withCustomDomain(options, customDomain))),
      writeTimeoutMs,
    );
  } catch (error) {
    if (error instanceof TenantFailure && error.leavesDoubt) {
      return resolveCreation(error, guarded.body, startedAtMs);
    }
    throw asAppError(error);
  }
}

/**
 * Changes what the body names and returns the whole user as the tenant answers. Metadata is merged on its
 * first level, `null` deletes a key, `{}` wipes all. Sent once; a doubtful end is resolved by reading back.
 * @param before the user as it stands now, when an earlier part of the same save has changed it
 * @throws AppError 'not-found', 'already-taken', 'tenant-refused', 'tenant-limit', 'tenant-unavailable'
 * @see https://auth0.com/docs/manage-users/user-accounts/metadata/manage-metadata-api
 */
export function patchUser(
  permitted: PermittedUpdate,
  guarded: Guarded,
  before: User = permitted.user,
): Promise<User> {
  return patch(permitted.user.user_id, guarded.body, before);
}

/**
 * Keeps a user from signing in, and returns the user as the tenant answers.
 * @throws AppError as `patchUser` does
 */
export function blockUser({ user }: Permitted<'block:user'>): Promise<User> {
  return changeBlocked(user, true);
}

/**
 * Lets a user sign in again who was blocked by hand. Brute-force blocks are lifted apart from it.
 * @throws AppError as `patchUser` does
 */
export function unblockUser({ user }: Permitted<'unblock:user'>): Promise<User> {
  return changeBlocked(user, false);
}

function changeBlocked(user: User, blocked: boolean): Promise<User> {
  noteBodies([{ blocked }]);
  return patch(user.user_id, { blocked }, user);
}

/**
 * Deletes a user. Somebody who is gone already is no error: the tenant answers the same.
 * @throws AppError 'tenant-refused', 'tenant-limit', 'tenant-unavailable'; its sentence says whether the user
 * was deleted
 */
export async function deleteUser({ user }: Permitted<'delete:user'>): Promise<void> {
  try {
    await writeToTenant(
      (client, options) => new UsersClient(client).delete(user.user_id, options),
      writeTimeoutMs,
    );
  } catch (error) {
    if (!(error instanceof TenantFailure) || !error.leavesDoubt) throw asAppError(error);
    await resolveDeletion(error, user.user_id);
  }
}

async function patch(userId: string, body: JsonObject, before: User): Promise<User> {
  const updated = await update(userId, body, before);
  noteUserAfter(updated);
  return updated;
}

async function update(userId: string, body: JsonObject, before: User): Promise<User> {
  try {
    return await writeToTenant(
      async (client, options) => userIn(await new UsersClient(client).update(userId, body, options)),
      writeTimeoutMs,
    );
  } catch (error) {
    if (error instanceof TenantFailure && error.leavesDoubt) return resolveUpdate(error, body, before);
    throw asAppError(error, body);
  }
}

/** The guard has checked the body's keys; the SDK's types say what the API answers 400 to. */
function asRequest<Request>(body: JsonObject): Request {
  return body as Request;
}
