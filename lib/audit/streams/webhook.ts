import type { StoredRecord } from '../record.ts';
import { eventOf } from './event.ts';
import { signatureOf } from './signature.ts';

export interface Webhook {
  url: string;
  /** Signs what is sent. */
  secret: string;
  /** A receiver that has taken nothing by then is tried again later. */
  answerTimeoutMs?: number;
}

const answerTimeoutMsDefault = 10_000;

/**
 * Sends one record. Redirects are not followed: what was signed for one receiver is not for another.
 * @param cutOff ends the call early; whether it arrived is then unknown
 * @throws Error with a sentence when the receiver did not confirm it by a status from 200 to 299
 */
export async function deliver(
  { url, secret, answerTimeoutMs = answerTimeoutMsDefault }: Webhook,
  record: StoredRecord,
  cutOff: AbortSignal,
): Promise<void> {
  const body = JSON.stringify(eventOf(record));
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Steward',
      'steward-record': record.record.id,
      'steward-signature': signatureOf(secret, body, Math.floor(Date.now() / 1_000)),
    },
    body,
    redirect: 'manual',
    signal: AbortSignal.any([cutOff, AbortSignal.timeout(answerTimeoutMs)]),
  }).catch((error: unknown) => {
    throw new Error(reasonOf(error, answerTimeoutMs));
  });
  // Nothing that a receiver says is of use here, and it may say a lot.
  await response.body?.cancel().catch(() => undefined);
  if (response.status < 200 || response.status > 299) throw new Error(`it answered ${response.status}`);
}

/** In words of our own: what a library says may hold the address, and an address may hold a secret. */
function reasonOf(error: unknown, answerTimeoutMs: number): string {
  if (!(error instanceof Error)) return 'it could not be reached';
  if (error.name === 'TimeoutError') return `it did not answer within ${answerTimeoutMs / 1_000} s`;
  if (error.name === 'AbortError') return 'this server is stopping';
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? `it could not be reached (${code})` : 'it could not be reached';
}
