import type { Action } from '#lib/auth0/proofs.ts';
import type { User } from '#lib/auth0/user.ts';
import type { HookSource } from '#lib/hook-runner/hook.ts';
import type { JsonObject } from '#lib/json.ts';
import { currentAttempt } from './attempt.ts';
import type { RecordAction } from './record.ts';
import { secretsIn } from './secrets.ts';

// What comes to be known while an attempt is made. Outside of one nothing is noted.

/** The user whom it is about, where that is known before anything is read of them. */
export function noteUserId(userId: string): void {
  const attempt = currentAttempt();
  if (attempt) attempt.userId = userId;
}

/** The user whom it is about, as the tenant has it before anything is changed. */
export function noteUserBefore(user: User): void {
  const attempt = currentAttempt();
  if (!attempt) return;
  attempt.userId = user.user_id;
  attempt.userBefore ??= user;
}

/** The user as the tenant answered to a change. */
export function noteUserAfter(user: User): void {
  const attempt = currentAttempt();
  if (!attempt) return;
  attempt.userId = user.user_id;
  attempt.userAfter = user;
}

/** What was changed, where the user's profile does not show it. */
export function noteChange(before: JsonObject | null, after: JsonObject | null): void {
  const attempt = currentAttempt();
  if (attempt) attempt.change = { before, after };
}

/** What the access hook has to permit for it. */
export function notePermits(permits: readonly Action[]): void {
  const attempt = currentAttempt();
  if (attempt) attempt.permits = [...new Set([...attempt.permits, ...permits])];
}

/** What the manager asked for, as the write hook is given it. */
export function notePayload(payload: JsonObject): void {
  const attempt = currentAttempt();
  if (!attempt) return;
  attempt.payload = payload;
  noteSecrets(secretsIn(payload));
}

/** What is to be sent to the tenant, in order. */
export function noteBodies(bodies: readonly JsonObject[]): void {
  const attempt = currentAttempt();
  if (!attempt) return;
  attempt.bodies = bodies;
  noteSecrets(secretsIn(bodies));
}

/** A hook that was run for it, or whose answer counts in it. */
export function noteHook({ name, version }: Pick<HookSource, 'name' | 'version'>): void {
  const attempt = currentAttempt();
  if (attempt) attempt.hookVersions[name] = version;
}

/** What must stand nowhere in the record. */
export function noteSecrets(secrets: readonly string[]): void {
  const attempt = currentAttempt();
  for (const secret of secrets) attempt?.secrets.add(secret);
}

/** What is done, where that is known only while it is done; and which record it undoes. */
export function noteAction(action: RecordAction, undoes?: string): void {
  const attempt = currentAttempt();
  if (!attempt) return;
  attempt.action = action;
  if (undoes !== undefined) attempt.undoes = undoes;
}
