import { z } from 'zod';
import { env } from '#lib/env.ts';
import { endOfPatience } from './patience.ts';
import { failureOfAnswer, failureOfFetch, failureOfSilence, TenantFailure } from './tenant-failure.ts';

interface CachedToken {
  value: string;
  staleAtMs: number;
}

const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

let cached: CachedToken | undefined;
let asked: Promise<CachedToken> | undefined;

/** The request is shared, so that one caller's haste does not end it for the others. */
const tokenTimeoutMs = 4_000;

/**
 * The access token of the console's own machine client, shared until a minute (or a fifth of its life, where
 * that is shorter) before it expires. Callers who come while it is being asked for wait for the same answer.
 * @param signal ends the waiting of this caller
 * @throws TenantFailure that leaves no doubt: without a token nothing else was sent
 */
export async function accessToken(signal: AbortSignal): Promise<string> {
  if (cached && Date.now() < cached.staleAtMs) return cached.value;
  asked ??= requestTokenAgain().finally(() => {
    asked = undefined;
  });
  try {
    cached = await untilAborted(asked, signal);
    return cached.value;
  } catch (error) {
    if (!(error instanceof TenantFailure)) {
      throw failureOfSilence(signal, { beforeSending: true, cause: error });
    }
    const { kind, status, retryAfterSeconds, serverWasBusy } = error;
    throw new TenantFailure(kind, {
      status,
      retryAfterSeconds,
      serverWasBusy,
      beforeSending: true,
      cause: error,
    });
  }
}

async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  // Whoever gave up has said so; the answer may still serve the others.
  work.catch(() => undefined);
  let abort: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (abort) signal.removeEventListener('abort', abort);
  }
}

/** Forgets a token that the tenant refused, unless it has been replaced meanwhile. */
export function forgetToken(refused: string): void {
  if (cached?.value === refused) cached = undefined;
}

/** A connection that the tenant had closed meanwhile is opened once more. */
async function requestTokenAgain(): Promise<CachedToken> {
  const timeout = endOfPatience(tokenTimeoutMs);
  try {
    return await requestToken(timeout);
  } catch (error) {
    if (!(error instanceof TenantFailure) || error.kind !== 'interrupted') throw error;
    return requestToken(timeout);
  }
}

async function requestToken(signal: AbortSignal): Promise<CachedToken> {
  const { managementOrigin, AUTH0_MANAGEMENT_CLIENT_ID, AUTH0_MANAGEMENT_CLIENT_SECRET } = env();
  const response = await fetch(new URL('/oauth/token', managementOrigin), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: AUTH0_MANAGEMENT_CLIENT_ID,
      client_secret: AUTH0_MANAGEMENT_CLIENT_SECRET,
      audience: new URL('/api/v2/', managementOrigin).href,
    }),
    signal,
  }).catch((error: unknown) => {
    throw failureOfFetch(error, signal);
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw failureOfToken(response, body);
  const parsed = tokenAnswer.safeParse(body);
  if (!parsed.success) throw new TenantFailure('interrupted');
  const lifeMs = parsed.data.expires_in * 1_000;
  return { value: parsed.data.access_token, staleAtMs: Date.now() + lifeMs - Math.min(60_000, lifeMs / 5) };
}

function failureOfToken(response: Response, body: unknown): TenantFailure {
  const isOurFault = [400, 401, 403].includes(response.status);
  return isOurFault
    ? new TenantFailure('credentials', { status: response.status })
    : failureOfAnswer(response.status, body, response.headers);
}
