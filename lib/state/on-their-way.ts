import { log } from '#lib/log.ts';

const key = Symbol.for('steward.entries-on-their-way');
const holder: typeof globalThis & { [key]?: Set<Promise<void>> } = globalThis;

/**
 * Lets something be written behind the back of whoever has been answered already. Whoever reads the trail in this
 * process waits for it, and so does whoever closes the database. What fails is told of in the log, for there is
 * nobody left to tell.
 * @param recordId of the record that it is about
 */
export function writeSoon(recordId: string, write: () => Promise<void>): void {
  holder[key] ??= new Set();
  const writes = holder[key];
  const written = new Promise<void>((resolve) => setImmediate(resolve))
    .then(write)
    .catch((error: unknown) => logUnwritten(recordId, error))
    .finally(() => writes.delete(written));
  writes.add(written);
}

/** Tells the operator of a record that will not come to be, because of a bug. */
export function logUnwritten(recordId: string, error: unknown): void {
  log('error', 'What became of an attempt could not be recorded.', { record: recordId, error });
}

/** Ends when all is written that was on its way when it began. */
export async function untilWritten(): Promise<void> {
  await Promise.all(holder[key] ?? []);
}

/** Opens something that holds all that this process has ended, so that nobody misses what they have just done. */
export async function upToDate<Opened>(opened: () => Promise<Opened>): Promise<Opened> {
  await untilWritten();
  return opened();
}
