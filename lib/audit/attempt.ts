import { AsyncLocalStorage } from 'node:async_hooks';
import type { Action } from '#lib/auth0/proofs.ts';
import type { User } from '#lib/auth0/user.ts';
import { AppError } from '#lib/errors.ts';
import type { HookName } from '#lib/hook-runner/hook.ts';
import type { JsonObject } from '#lib/json.ts';
import { log } from '#lib/log.ts';
import { currentRequestId } from '#lib/request-id.ts';
import { appendEntry } from '#lib/state/append-entries.ts';
import { logUnwritten, writeSoon } from '#lib/state/on-their-way.ts';
import { aliveServerId, serverId } from '#lib/state/server-lease.ts';
import { counted } from '#lib/telemetry/telemetry.ts';
import { appendLater } from './append-later.ts';
import type { RecordAction, RecordedManager, RecordedUser } from './record.ts';
import { type Ended, outcomeOf, recordOf } from './record-of-attempt.ts';
import { currentRequester, type Requester } from './requester.ts';
import { secretsIn } from './secrets.ts';

/** Who makes an attempt, and how people are described at that time. */
export interface AttemptBy {
  manager(): RecordedManager;
  user(user: User): RecordedUser;
}

/** What is known of an attempt so far. Whoever comes to know more adds it. */
export interface Attempt {
  readonly id: string;
  readonly by: AttemptBy;
  readonly startedAtMs: number;
  action: RecordAction;
  permits: readonly Action[];
  userId: string | null;
  /** The user as the tenant had it before. */
  userBefore: User | null;
  /** The user as the tenant answered. */
  userAfter: User | null;
  /** Said outright instead of being made of the user before and after. */
  change: { before: JsonObject | null; after: JsonObject | null } | null;
  payload: JsonObject | null;
  bodies: readonly JsonObject[] | null;
  hookVersions: { [hook in HookName]?: string };
  undoes: string | null;
  readonly from: Requester;
  readonly requestId: string;
  readonly secrets: Set<string>;
  /** Set when the attempt is written down before anything is sent. */
  begun: Promise<void> | null;
}

const attempts = new AsyncLocalStorage<Attempt>();

/** The attempt that is being made; `undefined` outside of one. */
export function currentAttempt(): Attempt | undefined {
  return attempts.getStore();
}

/** How an attempt starts. */
export interface AttemptStart {
  action: RecordAction;
  userId: string | null;
  payload: JsonObject | null;
  undoes?: string | null;
}

/**
 * Makes an attempt that leaves a record, however it ends. What only looks at something answers when the record is
 * kept; a change is written down before anything is sent, and again when it has ended.
 * @throws what `run` throws; AppError 'not-recorded' where no record can be kept: then nothing was sent, and what
 * was to be seen is not shown
 */
export async function attempted<T>(by: AttemptBy, start: AttemptStart, run: () => Promise<T>): Promise<T> {
  const attempt = startAttempt(by, start);
  let value: T;
  try {
    value = await attempts.run(attempt, run);
  } catch (error) {
    await recordFailure(attempt, error);
    throw error;
  }
  await recordSuccess(attempt);
  return value;
}

/** Records an attempt that was refused before it could begin. */
export async function recordRefusal(by: AttemptBy, start: AttemptStart, error: unknown): Promise<void> {
  await recordFailure(startAttempt(by, start), error);
}

/**
 * To be called before anything is sent that changes the tenant: the attempt is then written down, once.
 * @throws AppError 'not-recorded' where it cannot be; Error where no attempt to change anything is being made,
 * which is a bug
 */
export async function beginAttempt(): Promise<void> {
  const attempt = currentAttempt();
  if (!attempt || isLook(attempt.action)) {
    throw new Error('Nothing is sent to the tenant that changes it outside of a recorded attempt.');
  }
  attempt.begun ??= recordBeginning(attempt);
  await attempt.begun;
}

/** Starts an attempt whose steps run apart from each other; whoever starts one also ends it. */
export function startAttempt(by: AttemptBy, start: AttemptStart): Attempt {
  const { action, userId, payload, undoes = null } = start;
  const id = crypto.randomUUID();
  return {
    id,
    from: currentRequester(),
    requestId: currentRequestId() ?? id,
    by,
    startedAtMs: Date.now(),
    action,
    permits: [],
    userId,
    userBefore: null,
    userAfter: null,
    change: null,
    payload,
    bodies: null,
    hookVersions: {},
    undoes,
    secrets: new Set(secretsIn(payload)),
    begun: null,
  };
}

/** Runs a step of an attempt. */
export function withAttempt<T>(attempt: Attempt, run: () => T): T {
  return attempts.run(attempt, run);
}

/**
 * Nobody waits for the end of what was begun: were this server to stop in between, the tenant would be asked.
 * @throws AppError 'not-recorded' where nothing was begun and the record cannot be kept
 */
export async function recordSuccess(attempt: Attempt): Promise<void> {
  const done: Ended = { outcome: 'done' };
  if (attempt.begun) {
    writeSoon(attempt.id, () =>
      append(attempt, done).catch((error: unknown) => recordLater(attempt, done, error)),
    );
    return;
  }
  try {
    await append(attempt, done);
  } catch (error) {
    throw notRecorded(attempt, error);
  }
}

/** Never rejects: whoever was refused is told why, and the record is kept as soon as that can be. */
export async function recordFailure(attempt: Attempt, error: unknown): Promise<void> {
  try {
    const ended = outcomeOf(error);
    if (error instanceof AppError && error.code === 'not-recorded') return recordLater(attempt, ended, error);
    await append(attempt, ended).catch((cause: unknown) => recordLater(attempt, ended, cause));
  } catch (cause) {
    logUnwritten(attempt.id, cause);
  }
}

/** @throws AppError 'not-recorded' */
export async function recordBeginning(attempt: Attempt): Promise<void> {
  try {
    const server = await aliveServerId();
    await appendEntry({ kind: 'begun', server, record: recordOf(attempt, { outcome: 'open' }) });
  } catch (error) {
    throw notRecorded(attempt, error);
  }
}

async function append(attempt: Attempt, ended: Ended): Promise<void> {
  counted('steward.records', { 'steward.action': attempt.action, 'steward.outcome': ended.outcome });
  await appendEntry({ kind: 'ended', server: serverId(), record: recordOf(attempt, ended) });
}

function recordLater(attempt: Attempt, ended: Ended, cause: unknown): void {
  const record = recordOf(attempt, ended);
  log('error', 'A record could not be kept; it is tried again.', { record: attempt.id, error: cause });
  appendLater({ kind: 'ended', server: serverId(), record });
}

function notRecorded(attempt: Attempt, cause: unknown): AppError {
  log('error', 'A record could not be kept, so nothing was done.', { record: attempt.id, error: cause });
  return new AppError('not-recorded', undefined, { cause });
}

/** Whether an action only looks at something. */
export function isLook(action: RecordAction): boolean {
  return /^(?:view|read|export):/.test(action);
}
