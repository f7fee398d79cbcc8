import { setTimeout as wait } from 'node:timers/promises';
import { asBulk } from '#lib/auth0/traffic/priority.ts';
import { AppError } from '#lib/errors.ts';

/** A tenant that is limiting requests is given so much time again and again, but not for ever. */
const waitSecondsMax = 60;
const waitsMax = 20;

/** Reads something for a file, which nobody watches: people go first, and a tenant that is limiting requests is waited for. */
export async function patiently<Value>(read: () => Promise<Value>): Promise<Value> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await asBulk(read);
    } catch (error) {
      const seconds = secondsToWait(error);
      if (seconds === undefined || waits >= waitsMax) throw error;
      await wait(seconds * 1_000);
    }
  }
}

function secondsToWait(error: unknown): number | undefined {
  if (!(error instanceof AppError) || error.code !== 'tenant-limit') return undefined;
  const seconds = Math.max(1, error.details.retryAfterSeconds ?? 1);
  return seconds <= waitSecondsMax ? seconds : undefined;
}
