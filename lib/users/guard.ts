import { noteBodies } from '#lib/audit/note.ts';
import type { Action, Guarded } from '#lib/auth0/proofs.ts';
import type { User } from '#lib/auth0/user.ts';
import { AppError } from '#lib/errors.ts';
import { wordsOf } from '#lib/hook-runner/hook-failure.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { type Words, words } from '#lib/words.ts';
import { isSameJson, valueAt } from './form/field-values.ts';
import { creatableConnections } from './form/form-connections.ts';
import { actionForKey, reasonAgainstKey, type WriteMethod } from './guard/guard-keys.ts';
import { resultOfCreate, resultOfUpdate } from './guard/guard-result.ts';
import type { Manager } from './manager.ts';
import { accessFault, askAccess } from './permit/permit-access.ts';
import { reasonAgainst } from './permit/permit-rights.ts';
import { scopeOf } from './permit/scope.ts';
import { isTestable, scopeMatcher } from './permit/scope-reach.ts';
import type { Policy } from './policy/policy.ts';
import { rolesAndPermissionsOf } from './roles.ts';
import { changesIn, changesSomething, splitUpdate, type UpdatePartName } from './update/update-parts.ts';

/** Where roles and permissions of this console can stand in a user, outside the API's own keys. */
const placesOfRights = [
  'roles',
  'permissions',
  'app_metadata.roles',
  'app_metadata.permissions',
  'app_metadata.authorization',
];

/** One body to be sent, in order, with what it is about. */
export interface GuardedPart {
  name: UpdatePartName;
  guarded: Guarded;
}

/**
 * Lets the body of a create through when the user that would result is one whom this manager may make.
 * @throws AppError 'refused-by-guard' with the key, the reason and the hook that let it through
 */
export async function guardCreate(
  manager: Manager,
  policy: Policy,
  answer: Json | undefined,
): Promise<Guarded> {
  noteAnswer(answer);
  const stop = stopFor(policy);
  const body = withoutEmptyMetadata(requireBody(answer, 'create', policy, stop));
  const connections = await creatableConnections(policy);
  if (!connections.some(({ name }) => name === body.connection)) {
    throw stop('connection', words('it is none of the database connections in which you may create users'));
  }
  const isNamed = [body.email, body.username, body.phone_number].some((value) => typeof value === 'string');
  if (!isNamed) throw stop('email', words('there is none, and no username or phone number either'));
  noteBodies([body]);
  const result = resultOfCreate(body);
  requireOwnRights(manager, result, stop);
  await requireReach(manager, policy, result, [], stop);
  return { body } as Guarded;
}

/**
 * Lets the changes that a body makes to a user through, in the parts in which the API takes them. What equals
 * the user as it stands is left out; nothing left, nothing to send.
 * @param permitted what the manager was permitted to do to this user already
 * @throws AppError 'refused-by-guard' with the key, the reason and the hook that let it through
 */
export async function guardUpdate(
  manager: Manager,
  policy: Policy,
  present: User,
  permitted: readonly Action[],
  answer: Json | undefined,
): Promise<GuardedPart[]> {
  noteAnswer(answer);
  const stop = stopFor(policy);
  const changes = isJsonObject(answer) ? changesIn(answer, present) : answer;
  const body = requireBody(changes, 'update', policy, stop);
  if (body.connection !== undefined) {
    throw stop('connection', words('a user stays in the connection that it is in'));
  }
  noteBodies([]);
  if (!changesSomething(body)) return [];
  const parts = splitUpdate(body, present);
  noteBodies(parts.map((part) => part.body));
  const result = resultOfUpdate(present, body);
  requireOwnRights(manager, result, stop);
  requireOwnRolesKept(manager, present, result, stop);
  const needed = new Map(Object.entries(body).map(([key, value]) => [actionForKey(key, value), key]));
  const further = [...needed].filter(([action]) => !permitted.includes(action));
  for (const [action, key] of further) {
    const reason = reasonAgainst(manager, present, action);
    if (reason) throw stop(key, reason);
  }
  const questions = further.map(([action, key]) => ({ user: present, action, key }));
  await requireReach(manager, policy, result, questions, stop);
  return parts.map((part) => ({
    name: part.name,
    guarded: { body: part.body } as Guarded,
  }));
}

type Stop = (key: string | undefined, reason: Words) => AppError;

/** Makes the error of one key, or of the user as a whole: what it is, why it stops here, and who let it through. */
export function stopFor(policy: Policy): Stop {
  const source = policy.hooks.write
    ? words('the write hook let it through')
    : words('there is no write hook to stop it');
  return (key, reason) => {
    const sentence =
      key === undefined
        ? words(
            'This user was stopped before it reached the tenant: {reason} ({source}). Nothing was changed.',
            { reason, source },
          )
        : words(
            '“{key}” was stopped before it reached the tenant: {reason} ({source}). Nothing was changed.',
            { key, reason, source },
          );
    return new AppError('refused-by-guard', sentence, policy.hooks.write && { hook: 'write' });
  };
}

/** What the hook answered is recorded also where it is stopped. */
export function noteAnswer(answer: Json | undefined): void {
  noteBodies(isJsonObject(answer) ? [answer] : []);
}

export function requireBody(
  answer: Json | undefined,
  method: WriteMethod,
  policy: Policy,
  stop: Stop,
): JsonObject {
  if (!isJsonObject(answer)) {
    throw new AppError(
      'hook-failed',
      words(
        'The write hook must answer with the body that is to be sent, an object. Nothing was changed. Tell an administrator.',
      ),
      { hook: 'write' },
    );
  }
  for (const [key, value] of Object.entries(answer)) {
    const reason = reasonAgainstKey(key, value, method, policy.settings);
    if (reason) throw stop(key, reason);
  }
  return answer;
}

export function withoutEmptyMetadata(body: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(body).filter(([, value]) => !isJsonObject(value) || Object.keys(value).length > 0),
  );
}

/** The user that results may hold no permission of this console that the manager lacks, at any place. */
export function requireOwnRights(manager: Manager, result: User, stop: Stop): void {
  const place = placesOfRights.find((path) => {
    const alone = onlyAt(path, result);
    return rolesAndPermissionsOf(alone).permissions.some((permission) => !manager.scope.includes(permission));
  });
  if (place) throw stop(place, words('it would give this user more rights in this console than you have'));
}

/** The user with nothing but what stands at one of the places of rights. */
function onlyAt(path: string, user: User): User {
  const value = valueAt(user, path);
  const [root = '', name] = path.split('.');
  return name === undefined ? { user_id: '', [root]: value } : { user_id: '', [root]: { [name]: value } };
}

function requireOwnRolesKept(manager: Manager, present: User, result: User, stop: Stop): void {
  if (present.user_id !== manager.user.user_id) return;
  const place = placesOfRights.find((path) => !isSameJson(valueAt(present, path), valueAt(result, path)));
  if (place) throw stop(place, words('nobody changes their own roles'));
}

/**
 * The manager must still reach the user that results, and the access hook must permit what a hook added to
 * what was asked for. One call to the access hook in all.
 */
export async function requireReach(
  manager: Manager,
  policy: Policy,
  result: User,
  further: readonly { user: User; action: Action; key: string }[],
  stop: Stop,
): Promise<void> {
  const stays = policy.settings.mayLeaveScope
    ? []
    : [{ user: result, action: 'read:user' as const, key: 'read:user' }];
  const questions = [...stays, ...further];
  const [scope, answers] = await Promise.all([
    scopeOf(manager, policy),
    askAccess(manager, policy, questions),
  ]);
  if (stays.length > 0 && !scopeMatcher(scope)(result)) {
    throw stop(undefined, words('it would no longer be one of the users whom the filter hook lets you see'));
  }
  // What the filter asks of the tenant alone cannot be asked about a user who is not there yet.
  if (stays.length > 0 && !isTestable(scope) && !policy.hooks.access) {
    throw stop(
      undefined,
      words(
        'the filter hook asks for something that is not in a user’s profile, and there is no access hook to decide',
      ),
    );
  }
  for (const [at, { action, key }] of questions.entries()) {
    const answer = answers[at];
    if (answer?.permitted) continue;
    if (answer && answer.failure.code !== 'refused') throw accessFault(manager, answer.failure);
    const said = answer ? wordsOf(answer.failure) : words('no answer');
    if (action === 'read:user') {
      throw stop(
        undefined,
        words('the access hook would not let you see the user that results: {said}', { said }),
      );
    }
    throw stop(key, words('the access hook does not permit {action}: {said}', { action, said }));
  }
}
