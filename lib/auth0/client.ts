import { setTimeout as wait } from 'node:timers/promises';
import type { ManagementError } from 'auth0';
import { beginAttempt } from '#lib/audit/attempt.ts';
import { noteSecrets } from '#lib/audit/note.ts';
import { env } from '#lib/env.ts';
import { accessToken, forgetToken } from './access-token.ts';
import { failureOfAnswer, failureOfFetch, TenantFailure } from './tenant-failure.ts';
import { withinTimeLimit } from './time-limit.ts';

/** What the SDK's resource classes are made with. */
interface ClientOptions {
  baseUrl: string;
  token: string;
  maxRetries: 0;
}

export interface CallOptions {
  abortSignal: AbortSignal;
}

type Call<T> = (client: ClientOptions, options: CallOptions) => PromiseLike<T>;

/** Everything that a person waits for: token, waiting for the rate limit, the call and its body together. */
export const readTimeoutMs = 1_600;

/** Longer than a read may take: giving up on a write does not stop it, it only leaves doubt. */
export const writeTimeoutMs = 4_000;

/**
 * One reading call with everything that is safe to repeat: a refused token is renewed once, a connection
 * that the tenant had closed meanwhile is opened once more, and a rate limit whose reset falls within the
 * time limit is waited for.
 * @throws TenantFailure
 */
export async function readFromTenant<T>(call: Call<T>, timeoutLongestMs = readTimeoutMs): Promise<T> {
  const timeoutMs = withinTimeLimit(timeoutLongestMs);
  const deadlineMs = Date.now() + timeoutMs;
  const signal = AbortSignal.timeout(timeoutMs);
  let reconnected = false;
  for (;;) {
    try {
      return await callWithToken(call, signal, timeoutMs);
    } catch (error) {
      if (!(error instanceof TenantFailure)) throw error;
      if (error.status === 429 && (await limitIsOver(error, deadlineMs))) continue;
      if (error.kind !== 'interrupted' || reconnected) throw error;
      reconnected = true;
    }
  }
}

/**
 * One changing call, sent once: the SDK would repeat it after a 5xx, and a create that had gone through would
 * come back as a conflict. Only a refused token is renewed, because then nothing was done. Before it is sent the
 * attempt is written down; outside of one nothing is sent.
 * @throws AppError 'not-recorded'; TenantFailure, whose `leavesDoubt` tells whether the change may have been made
 */
export async function writeToTenant<T>(call: Call<T>, timeoutMs: number): Promise<T> {
  await beginAttempt();
  return callWithToken(call, AbortSignal.timeout(timeoutMs), timeoutMs);
}

async function callWithToken<T>(call: Call<T>, signal: AbortSignal, timeoutMs: number): Promise<T> {
  const token = await accessToken(timeoutMs);
  try {
    return await callOnce(call, token, signal);
  } catch (error) {
    if (!(error instanceof TenantFailure) || error.status !== 401) throw error;
    forgetToken(token);
  }
  return callOnce(call, await accessToken(timeoutMs), signal);
}

async function callOnce<T>(call: Call<T>, token: string, signal: AbortSignal): Promise<T> {
  const baseUrl = new URL('/api/v2', env().managementOrigin).href;
  try {
    signal.throwIfAborted();
    noteSecrets([token]);
    return await call({ baseUrl, token, maxRetries: 0 }, { abortSignal: signal });
  } catch (error) {
    if (signal.aborted) throw new TenantFailure('silent', { cause: error });
    if (!isManagementError(error)) throw error;
    const { statusCode, body, rawResponse, cause } = error;
    throw statusCode === undefined
      ? failureOfFetch(cause, signal)
      : failureOfAnswer(statusCode, body, rawResponse.headers);
  }
}

/** Known by its members: the class itself comes only with the SDK's main entry, which loads all of it. */
function isManagementError(
  error: unknown,
): error is ManagementError & Required<Pick<ManagementError, 'rawResponse'>> {
  return error instanceof Error && 'rawResponse' in error && error.rawResponse !== undefined;
}

async function limitIsOver(failure: TenantFailure, deadlineMs: number): Promise<boolean> {
  const waitMs = Math.max(100, (failure.retryAfterSeconds ?? Number.POSITIVE_INFINITY) * 1_000);
  if (Date.now() + waitMs >= deadlineMs) return false;
  await wait(waitMs);
  return true;
}
