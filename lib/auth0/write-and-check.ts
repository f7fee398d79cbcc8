import { AppError } from '#lib/errors.ts';
import type { Words } from '#lib/words.ts';
import { writeToTenant } from './client.ts';
import { asAppError } from './errors.ts';
import { readBack } from './read-back.ts';
import { TenantFailure } from './tenant-failure.ts';

const writeTimeoutMs = 4_000;

interface CheckedWrite {
  /** What a person reads when it certainly was not done, though nobody refused it. */
  notDone: Words;
  /** What a person reads when nobody knows whether it was done, or still will be. */
  inDoubt: Words;
  send: Parameters<typeof writeToTenant<unknown>>[0];
  /** Reads back whether it was done; asked only when the call left it open. */
  isDone: () => Promise<boolean>;
}

/**
 * A change that can be seen afterwards: sent once, and looked up when it is not known whether it went through.
 * @throws AppError 'tenant-unavailable' whose sentence says whether it was done, and what every write throws
 */
export async function writeAndCheck({ notDone, inDoubt, send, isDone }: CheckedWrite): Promise<void> {
  try {
    await writeToTenant(send, writeTimeoutMs);
  } catch (error) {
    if (!(error instanceof TenantFailure) || !error.leavesDoubt) throw asAppError(error);
    const wasDone = await readBack(isDone).catch(() => undefined);
    if (wasDone === true) return;
    const isKnown = wasDone === false && hasEnded(error);
    throw new AppError('tenant-unavailable', isKnown ? notDone : inDoubt, {
      isInDoubt: !isKnown,
      cause: error,
    });
  }
}

/** A plain 5xx has ended; a call that a gateway gave up on, or that nobody answered, may still be made. */
function hasEnded({ kind, status }: TenantFailure): boolean {
  return kind === 'answered' && status !== 504 && status !== 408;
}
