import type { ManagementError } from 'auth0';
import { beginAttempt } from '#lib/audit/attempt.ts';
import { noteSecrets } from '#lib/audit/note.ts';
import { env } from '#lib/env.ts';
import { accessToken, forgetToken } from './access-token.ts';
import { endOfPatience } from './patience.ts';
import { failureOfAnswer, failureOfFetch, failureOfSilence, TenantFailure } from './tenant-failure.ts';
import { withinTimeLimit } from './time-limit.ts';
import { isBulk } from './traffic/priority.ts';
import { type CallKind, fetchWithinBudget, withBreaker } from './traffic/traffic.ts';

/** What the SDK's resource classes are made with. */
interface ClientOptions {
  baseUrl: string;
  token: string;
  maxRetries: 0;
  fetch: typeof fetch;
}

export interface CallOptions {
  abortSignal: AbortSignal;
}

type Call<T> = (client: ClientOptions, options: CallOptions) => PromiseLike<T>;

/** Everything that a person waits for: token, waiting for the rate limit, the call and its body together. */
export const readTimeoutMs = 1_600;

/** What gives way to people waits for its turn as well. */
const bulkTimeoutMs = { read: 35_000, write: 8_000 };

/** Longer than a read may take: giving up on a write does not stop it, it only leaves doubt. */
export const writeTimeoutMs = 4_000;

/**
 * One reading call with everything that is safe to repeat: a refused token is renewed once, a connection
 * that the tenant had closed meanwhile is opened once more, and a rate limit whose reset falls within the
 * time limit is waited for.
 * @throws TenantFailure
 */
export function readFromTenant<T>(call: Call<T>, timeoutLongestMs = readTimeoutMs): Promise<T> {
  const timeoutMs = withinTimeLimit(isBulk() ? bulkTimeoutMs.read : timeoutLongestMs);
  return withBreaker('read', timeoutMs, () => readRepeatedly(call, timeoutMs));
}

async function readRepeatedly<T>(call: Call<T>, timeoutMs: number): Promise<T> {
  const sending = sendingWithin('read', timeoutMs);
  let isReconnected = false;
  let limited: TenantFailure | undefined;
  for (;;) {
    try {
      return await callWithToken(call, sending);
    } catch (error) {
      if (!(error instanceof TenantFailure)) throw error;
      // The next turn waits until the limit ends, or says at once that this will take too long.
      if (error.status === 429 && error.retryAfterSeconds !== undefined && !sending.signal.aborted) {
        limited = error;
        continue;
      }
      if (limited && (error.kind === 'spent' || sending.signal.aborted)) throw limited;
      if (error.kind !== 'interrupted' || isReconnected) throw error;
      isReconnected = true;
    }
  }
}

/**
 * One changing call, sent once: the SDK would repeat it after a 5xx, and a create that had gone through would
 * come back as a conflict. Only a refused token is renewed, because then nothing was done. Before it is sent the
 * attempt is written down; outside of one nothing is sent.
 * @throws AppError 'not-recorded'; TenantFailure, whose `leavesDoubt` tells whether the change may have been made
 */
export function writeToTenant<T>(call: Call<T>, timeoutLongestMs: number): Promise<T> {
  const timeoutMs = isBulk() ? bulkTimeoutMs.write : timeoutLongestMs;
  return withBreaker('write', timeoutMs, async () => {
    await beginAttempt();
    return callWithToken(call, sendingWithin('write', timeoutMs));
  });
}

/** What the calls of one read or one write share. */
interface Sending {
  signal: AbortSignal;
  fetch: typeof fetch;
}

function sendingWithin(kind: CallKind, timeoutMs: number): Sending {
  return { signal: endOfPatience(timeoutMs), fetch: fetchWithinBudget(kind, timeoutMs) };
}

async function callWithToken<T>(call: Call<T>, sending: Sending): Promise<T> {
  const token = await accessToken(sending.signal);
  try {
    return await callOnce(call, token, sending);
  } catch (error) {
    if (!(error instanceof TenantFailure) || error.status !== 401) throw error;
    forgetToken(token);
  }
  return callOnce(call, await accessToken(sending.signal), sending);
}

async function callOnce<T>(call: Call<T>, token: string, { signal, fetch }: Sending): Promise<T> {
  noteSecrets([token]);
  const baseUrl = new URL('/api/v2', env().managementOrigin).href;
  if (signal.aborted) throw failureOfSilence(signal, { beforeSending: true, cause: signal.reason });
  try {
    return await call({ baseUrl, token, maxRetries: 0, fetch }, { abortSignal: signal });
  } catch (error) {
    if (isManagementError(error) && error.cause instanceof TenantFailure) throw error.cause;
    if (signal.aborted) throw failureOfSilence(signal, { cause: error });
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
