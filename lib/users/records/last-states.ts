import type { AuditRecord } from '#lib/audit/record.ts';
import type { User } from '#lib/auth0/user.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { findRecords } from '#lib/state/records.ts';
import { changeActions } from './record-actions.ts';

/** Changes of one user that are looked through for the last known state. */
const recordsMax = 200;

/**
 * Users who are gone, as the records knew them last: as they stood when they were deleted here, or as they were
 * created here with every later change laid over. Whoever the records never knew whole is in no answer, because
 * a part of a user tells nobody whose they were.
 */
export async function lastStatesOf(userIds: readonly string[]): Promise<User[]> {
  const states = await Promise.all(
    userIds.map(async (userId) => {
      const { records } = await findRecords({ userId, action: changeActions }, { limit: recordsMax });
      return lastStateIn(
        userId,
        records.map(({ record }) => record),
      );
    }),
  );
  return states.filter((state) => state !== undefined);
}

/** @param records the newest first */
export function lastStateIn(userId: string, records: readonly AuditRecord[]): User | undefined {
  const later: Pick<AuditRecord, 'before' | 'after'>[] = [];
  for (const { action, outcome, before, after } of records) {
    if (outcome !== 'done' && outcome !== 'partly') continue;
    if (action === 'delete:user' && isJsonObject(before?.user)) return userOf(userId, before.user, later);
    if ((action === 'create:user' || action === 'restore:user') && after) return userOf(userId, after, later);
    // What the tenant keeps beside the profile is no part of it.
    if (!/:(roles|organizations)$/.test(action)) later.unshift({ before, after });
  }
  return undefined;
}

function userOf(
  userId: string,
  whole: JsonObject,
  changes: readonly Pick<AuditRecord, 'before' | 'after'>[],
): User {
  const state = changes.reduce(
    (user, { before, after }) => laidOver(without(user, before ?? {}), after ?? {}),
    whole,
  );
  return { ...state, user_id: userId };
}

/** A user without what stood there before a change; the change says what stands there since. */
function without(user: JsonObject, before: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(user).flatMap(([name, value]): [string, Json | undefined][] => {
      const was = before[name];
      if (was === undefined) return [[name, value]];
      return isJsonObject(was) && isJsonObject(value) ? [[name, without(value, was)]] : [];
    }),
  );
}

/** A user with a part of another state laid over. */
export function laidOver(user: JsonObject, part: JsonObject): JsonObject {
  const members = Object.entries(part).map(([name, value]): [string, Json | undefined] => {
    const present = user[name];
    return [name, isJsonObject(present) && isJsonObject(value) ? laidOver(present, value) : value];
  });
  return { ...user, ...Object.fromEntries(members) };
}
