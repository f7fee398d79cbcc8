import { appendEntry } from '#lib/state/append-entries.ts';
import { untilWritten } from '#lib/state/on-their-way.ts';
import type { NewEntry } from './record.ts';

const firstWaitMs = 500;
const longestWaitMs = 30_000;

const key = Symbol.for('steward.entries-to-append');
const holder: typeof globalThis & { [key]?: { entries: NewEntry[]; isTrying: boolean } } = globalThis;

/** Appends an entry as soon as the database takes it; what was to come first stays first. */
export function appendLater(entry: NewEntry): void {
  holder[key] ??= { entries: [], isTrying: false };
  holder[key].entries.push(entry);
  if (!holder[key].isTrying) tryAfter(firstWaitMs);
}

/** Tries once more what waits, before the database is closed; what fails then is found open at the next start. */
export async function untilAppended(): Promise<void> {
  await untilWritten();
  const waiting = holder[key];
  if (!waiting) return;
  for (const entry of waiting.entries.splice(0)) await appendEntry(entry);
}

function tryAfter(waitMs: number): void {
  const waiting = holder[key];
  if (!waiting) return;
  waiting.isTrying = true;
  setTimeout(async () => {
    while (waiting.entries[0]) {
      try {
        await appendEntry(waiting.entries[0]);
        waiting.entries.shift();
      } catch {
        return tryAfter(Math.min(waitMs * 2, longestWaitMs));
      }
    }
    waiting.isTrying = false;
  }, waitMs).unref();
}
