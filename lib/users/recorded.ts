import {
  type AttemptBy,
  type AttemptStart,
  attempted,
  currentAttempt,
  recordBeginning,
  recordFailure,
  recordRefusal,
  recordSuccess,
  startAttempt,
  withAttempt,
} from '#lib/audit/attempt.ts';
import type { RecordAction } from '#lib/audit/record.ts';
import type { User } from '#lib/auth0/user.ts';
import { AppError } from '#lib/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { words } from '#lib/words.ts';
import { displayNameOf } from './display-name.ts';
import { valueAt } from './form/field-values.ts';
import { keptPayload } from './kept-payload.ts';
import type { Manager } from './manager.ts';
import { knownPolicyOf } from './policy/policy.ts';

/** Whom a verb is about and what it was asked for, as far as its input says so. */
interface AskedOf {
  userId?: string | null;
  payload?: JsonObject | null;
}

const actionOfVerb = new WeakMap<object, RecordAction>();
const verbItself = new WeakMap<object, unknown>();
const recordIds = new WeakMap<object, string>();

/**
 * A verb that leaves a record of each attempt, however that ends; the way to define one that changes anything, or
 * that shows a single user, a log's entry or a record.
 * @param askedOf what the arguments say; without it an object's `userId`, and its other members as the payload
 */
export function recorded<Arguments extends readonly unknown[], Value>(
  action: RecordAction,
  verb: (manager: Manager, ...asked: Arguments) => Promise<Value>,
  askedOf: (...asked: Arguments) => AskedOf = (...asked) => askedIn(asked[0]),
): (manager: Manager, ...asked: Arguments) => Promise<Value> {
  const recordedVerb = async (manager: Manager, ...asked: Arguments) =>
    attempted(attemptBy(manager), startOf(action, askedOf(...asked)), async () => {
      const value = await verb(manager, ...asked);
      const recordId = currentAttempt()?.id;
      if (recordId !== undefined && typeof value === 'object' && value !== null) {
        recordIds.set(value, recordId);
      }
      return value;
    });
  actionOfVerb.set(recordedVerb, action);
  verbItself.set(recordedVerb, verb);
  return recordedVerb;
}

/** The id of the record of that to which a recorded verb gave this value. */
export function recordIdOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null ? recordIds.get(value) : undefined;
}

/** A recorded verb for another one, whose own record is of what this one does. */
export function unrecorded<Verb extends object>(recordedVerb: Verb): Verb {
  const verb = verbItself.get(recordedVerb);
  if (typeof verb !== 'function') throw new Error('This verb leaves no record that another one could be.');
  return verb as unknown as Verb;
}

/**
 * A verb that is made of verbs which each leave a record of their own.
 * @param action what an attempt counts as whose input has no form that could be understood
 */
export function madeOfRecorded<Input, Value>(
  action: RecordAction,
  verb: (manager: Manager, input: Input) => Promise<Value>,
): (manager: Manager, input: Input) => Promise<Value> {
  actionOfVerb.set(verb, action);
  return verb;
}

/**
 * `recorded` for what is sent part by part: the record is begun before the first part is handed over, and ends
 * with the last one, or when whoever reads it goes away.
 */
export function recordedParts<Arguments extends readonly unknown[], Part>(
  action: RecordAction,
  verb: (manager: Manager, ...asked: Arguments) => AsyncGenerator<Part>,
  askedOf: (...asked: Arguments) => AskedOf = (...asked) => askedIn(asked[0]),
): (manager: Manager, ...asked: Arguments) => AsyncGenerator<Part> {
  return async function* (manager, ...asked) {
    const attempt = startAttempt(attemptBy(manager), startOf(action, askedOf(...asked)));
    const parts = verb(manager, ...asked);
    let error: unknown = new AppError('unexpected', words('The download was broken off.'));
    try {
      for (;;) {
        const part = await withAttempt(attempt, () => parts.next());
        attempt.begun ??= recordBeginning(attempt);
        await attempt.begun;
        if (part.done) break;
        yield part.value;
      }
      error = undefined;
    } catch (thrown) {
      error = thrown;
      throw thrown;
    } finally {
      await parts.return(undefined);
      if (error === undefined) await recordSuccess(attempt);
      else await recordFailure(attempt, error);
    }
  };
}

/** Records that a manager was refused for the form of what was asked, before the verb could run. */
export async function recordUnreadable(
  manager: Manager,
  verb: object,
  input: unknown,
  error: AppError,
): Promise<void> {
  const action = actionOfVerb.get(verb);
  if (action) await recordRefusal(attemptBy(manager), startOf(action, askedIn(input)), error);
}

/** How a manager, and the users whom the manager sees, stand in records. */
export function attemptBy(manager: Manager): AttemptBy {
  return {
    manager: () => ({ ...described(manager, manager.user), roles: [...manager.roles] }),
    user: (user) => described(manager, user),
  };
}

function described(manager: Manager, user: User) {
  const departments = departmentsOf(user, knownPolicyOf(manager)?.settings.membershipProperty);
  return { id: user.user_id, name: displayNameOf(user), departments };
}

/** The departments that stand in a profile, where the settings or this console's own hooks look for them. */
function departmentsOf(user: User, membershipProperty: string | undefined): string[] {
  const places = membershipProperty
    ? [membershipProperty]
    : ['app_metadata.memberships', 'app_metadata.departments', 'app_metadata.department'];
  const stored = places
    .map((place) => valueAt(user, place))
    .find((value) => value !== undefined && value !== null);
  return [...new Set([stored ?? []].flat().flatMap(nameIn))];
}

function nameIn(element: Json): string[] {
  const name = isJsonObject(element) ? element.value : element;
  return typeof name === 'string' && name !== '' ? [name] : [];
}

function startOf(action: RecordAction, { userId = null, payload = null }: AskedOf): AttemptStart {
  return { action, userId, payload };
}

function askedIn(input: unknown): AskedOf {
  if (!isJsonObject(input)) return {};
  const { userId, ...others } = input;
  return {
    ...(typeof userId === 'string' && { userId }),
    payload: Object.keys(others).length > 0 ? keptPayload(others) : null,
  };
}
