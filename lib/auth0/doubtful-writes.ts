import { isDeepStrictEqual } from 'node:util';
import { UsersClient } from 'auth0/users';
import { AppError } from '#lib/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { words } from '#lib/words.ts';
import { readFromTenant } from './client.ts';
import { readBack } from './read-back.ts';
import { readUser } from './read-user.ts';
import { arrayIn, userIn } from './tenant-answer.ts';
import type { TenantFailure } from './tenant-failure.ts';
import type { User } from './user.ts';

const readBackTimeoutMs = 1_000;

/** How far the tenant's clock may be from ours. */
const clockSkewMs = 60_000;

/** What the API takes but never shows, or shows elsewhere. */
export const unseenKeys = new Set([
  'password',
  'connection',
  'verify_email',
  'verify_password',
  'client_id',
  'verify_phone_number',
]);

const sentencesOf = {
  created: {
    notDone: words('The tenant had a fault, and the user was not created. Try again in a moment.'),
    inDoubt: words(
      'The tenant did not confirm that the user was created. It may still have been: look before you try again.',
    ),
  },
  changed: {
    notDone: words('The tenant had a fault, and the user was not changed. Try again in a moment.'),
    inDoubt: words(
      'The tenant did not confirm that the user was changed. It may still have been: look before you try again.',
    ),
  },
  deleted: {
    notDone: words('The tenant had a fault, and the user was not deleted. Try again in a moment.'),
    inDoubt: words(
      'The tenant did not confirm that the user was deleted. It may still have been: look before you try again.',
    ),
  },
};

type Change = keyof typeof sentencesOf;

/** The user whom a create of doubtful end has made all the same, or an error that says what is known. */
export async function resolveCreation(
  failure: TenantFailure,
  body: JsonObject,
  startedAtMs: number,
): Promise<User> {
  const { email } = body;
  if (typeof email !== 'string') throw unknownEnd(failure, 'created');
  const made = await readBackOrTell(failure, 'created', () => userMadeOf(body, email, startedAtMs));
  if (made) return made;
  throw endedWithoutTrace(failure, 'created');
}

/** The user whom a create has made since a time, or `undefined` where there is none. */
export async function userMadeOf(
  body: JsonObject,
  email: string,
  startedAtMs: number,
): Promise<User | undefined> {
  const candidates = await usersByEmail(email);
  return candidates.find(
    (user) =>
      user.identities?.[0]?.connection === body.connection &&
      Date.parse(user.created_at ?? '') >= startedAtMs - clockSkewMs &&
      holds(user, body),
  );
}

/** The user after an update of doubtful end that was made all the same, or an error that says what is known. */
export async function resolveUpdate(failure: TenantFailure, body: JsonObject, before: User): Promise<User> {
  const now = await readBackOrTell(failure, 'changed', () => readUser(before.user_id, readBackTimeoutMs));
  const isChanged = now !== undefined && now.updated_at !== before.updated_at;
  if (isChanged && holds(now, body)) return now;
  throw endedWithoutTrace(failure, 'changed');
}

/** Ends quietly when the user is gone after a deletion of doubtful end, else says what is known. */
export async function resolveDeletion(failure: TenantFailure, userId: string): Promise<void> {
  const now = await readBackOrTell(failure, 'deleted', () => readUser(userId, readBackTimeoutMs));
  if (now !== undefined) throw endedWithoutTrace(failure, 'deleted');
}

async function usersByEmail(email: string): Promise<User[]> {
  const request = { email: email.toLowerCase() };
  const users = await readFromTenant(
    async (client, options) => arrayIn(await new UsersClient(client).listUsersByEmail(request, options)),
    readBackTimeoutMs,
  );
  return users.map(userIn);
}

async function readBackOrTell<T>(failure: TenantFailure, done: Change, read: () => Promise<T>): Promise<T> {
  try {
    return await readBack(read);
  } catch {
    throw unknownEnd(failure, done);
  }
}

/** Whether the user shows everything that the body asked for, by the API's own merge rules. */
export function holds(user: User, body: JsonObject): boolean {
  return Object.entries(body).every(([key, asked]) => {
    if (unseenKeys.has(key) || asked === undefined) return true;
    const stands = user[key];
    if (key === 'user_metadata' || key === 'app_metadata') return holdsMetadata(stands, asked);
    if ((key === 'email' || key === 'username') && typeof asked === 'string') {
      return typeof stands === 'string' && stands.toLowerCase() === asked.toLowerCase();
    }
    return isSame(stands, asked);
  });
}

function holdsMetadata(stands: unknown, asked: Json): boolean {
  const present = isJsonObject(stands) ? stands : {};
  if (!isJsonObject(asked) || Object.keys(asked).length === 0) return Object.keys(present).length === 0;
  return Object.entries(asked).every(([key, value]) => isSame(present[key], value ?? null));
}

function isSame(stands: unknown, asked: Json): boolean {
  return asked === null ? (stands ?? null) === null : isDeepStrictEqual(stands, asked);
}

/** A plain 5xx has ended; a call that a gateway gave up on, or that nobody answered, may still be made. */
function endedWithoutTrace(failure: TenantFailure, done: Change): AppError {
  const hasEnded = failure.kind === 'answered' && failure.status !== 504 && failure.status !== 408;
  if (!hasEnded) return unknownEnd(failure, done);
  return new AppError('tenant-unavailable', sentencesOf[done].notDone, { cause: failure });
}

function unknownEnd(failure: TenantFailure, done: Change): AppError {
  return new AppError('tenant-unavailable', sentencesOf[done].inDoubt, { isInDoubt: true, cause: failure });
}
