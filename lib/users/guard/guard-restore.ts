import { noteBodies } from '#lib/audit/note.ts';
import { secretMark } from '#lib/audit/secrets.ts';
import type { GuardedImport } from '#lib/auth0/proofs.ts';
import type { User } from '#lib/auth0/user.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { words } from '#lib/words.ts';
import { creatableConnections, mainConnectionOf } from '../form/form-connections.ts';
import {
  noteAnswer,
  requireBody,
  requireOwnRights,
  requireReach,
  stopFor,
  withoutEmptyMetadata,
} from '../guard.ts';
import type { Manager } from '../manager.ts';
import type { Policy } from '../policy/policy.ts';
import { resultOfUpdate } from './guard-result.ts';

/**
 * What an import takes of a user.
 * Source: https://auth0.com/docs/manage-users/user-migration/bulk-user-import-database-schema-and-examples
 */
const importedKeys = [
  'app_metadata',
  'blocked',
  'email',
  'email_verified',
  'family_name',
  'given_name',
  'name',
  'nickname',
  'phone_number',
  'picture',
  'user_metadata',
  'username',
];

/**
 * Lets a deleted user through who is to be made again: as they were, with what the write hook answered to a create
 * of them laid over, when that is somebody whom this manager may make.
 * @param user as they were, without secrets
 * @throws AppError 'refused-by-guard' with the key, the reason and the hook that let it through
 */
export async function guardRestore(
  manager: Manager,
  policy: Policy,
  user: User,
  answer: Json | undefined,
): Promise<{ guarded: GuardedImport; result: User }> {
  noteAnswer(answer);
  const stop = stopFor(policy);
  const { connection = mainConnectionOf(user)?.name, ...changes } = withoutEmptyMetadata(
    requireBody(answer, 'create', policy, stop),
  );
  if (connection !== mainConnectionOf(user)?.name) {
    throw stop('connection', words('a user stays in the connection that it is in'));
  }
  const connections = await creatableConnections(policy);
  if (!connections.some(({ name }) => name === connection)) {
    throw stop('connection', words('it is none of the database connections in which you may create users'));
  }
  const result = resultOfUpdate(user, changes);
  const kept = importedKeys.filter((key) => isKept(result[key]));
  const row: JsonObject = Object.fromEntries(kept.map((key) => [key, result[key] as Json]));
  row.user_id = user.user_id.replace(/^auth0\|/, '');
  noteBodies([row]);
  requireOwnRights(manager, result, stop);
  await requireReach(manager, policy, result, [], stop);
  return { guarded: { row, connection } as unknown as GuardedImport, result };
}

/** A copy of a value without what the record keeps of secrets, which is no more than that there was one. */
export function withoutSecrets(value: Json): Json | undefined {
  if (value === secretMark) return undefined;
  if (Array.isArray(value)) return value.map(withoutSecrets).filter((one) => one !== undefined);
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).map(([key, member]) => [
    key,
    member === undefined ? undefined : withoutSecrets(member),
  ]);
  return Object.fromEntries(members.filter(([, member]) => member !== undefined));
}

function isKept(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  return !isJsonObject(value) || Object.keys(value).length > 0;
}
