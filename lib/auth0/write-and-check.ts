import { AppError } from '#lib/errors.ts';
import { writeToTenant } from './client.ts';
import { asAppError } from './errors.ts';
import { TenantFailure } from './tenant-failure.ts';

const writeTimeoutMs = 4_000;

interface CheckedWrite {
  /** What is to be done, in the past: 'the device was signed out'. */
  done: string;
  send: Parameters<typeof writeToTenant<unknown>>[0];
  /** Reads back whether it was done; asked only when the call left it open. */
  isDone: () => Promise<boolean>;
}

/**
 * A change that can be seen afterwards: sent once, and looked up when it is not known whether it went through.
 * @throws AppError 'tenant-unavailable' whose sentence says whether it was done, and what every write throws
 */
export async function writeAndCheck({ done, send, isDone }: CheckedWrite): Promise<void> {
  try {
    await writeToTenant(send, writeTimeoutMs);
  } catch (error) {
    if (!(error instanceof TenantFailure) || !error.leavesDoubt) throw asAppError(error);
    const wasDone = await isDone().catch(() => undefined);
    if (wasDone === true) return;
    throw new AppError('tenant-unavailable', sentenceOf(done, error, wasDone), { cause: error });
  }
}

/** A plain 5xx has ended; a call that a gateway gave up on, or that nobody answered, may still be made. */
function sentenceOf(done: string, failure: TenantFailure, wasDone: false | undefined): string {
  const hasEnded = failure.kind === 'answered' && failure.status !== 504 && failure.status !== 408;
  return wasDone === false && hasEnded
    ? `The tenant had a fault: it is not so that ${done}. Try again in a moment.`
    : `The tenant did not confirm that ${done}. It may still happen: look before you try again.`;
}
