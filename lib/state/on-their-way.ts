const key = Symbol.for('steward.entries-on-their-way');
const holder: typeof globalThis & { [key]?: Set<Promise<void>> } = globalThis;

/**
 * Lets something be written behind the back of whoever has been answered already. Whoever reads the trail in this
 * process waits for it, and so does whoever closes the database.
 * @param write must not reject
 */
export function writeSoon(write: () => Promise<void>): void {
  holder[key] ??= new Set();
  const writes = holder[key];
  const written = new Promise<void>((resolve) => setImmediate(resolve)).then(write);
  writes.add(written);
  void written.finally(() => writes.delete(written));
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
