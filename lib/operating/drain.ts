import { setTimeout as wait } from 'node:timers/promises';
import { log } from '#lib/log.ts';
import { closeServers, requestsInFlight, untilNothingInFlight } from './in-flight.ts';

/** Something that must end before the process does, in the order in which it is to be ended. */
export interface Part {
  name: string;
  end: () => Promise<void>;
}

/** How a server goes. */
export interface DrainTimes {
  /** How long it goes on taking requests, so that whoever distributes them learns that it is going. */
  delayMs: number;
  /** How long the requests may take then. */
  requestsLongestMs: number;
  /** How long each part may take to end. */
  partLongestMs: number;
}

const key = Symbol.for('steward.is-draining');
const holder: typeof globalThis & { [key]?: boolean } = globalThis;

/** Whether this server is about to end; it then says so to whoever distributes requests. */
export function isDraining(): boolean {
  return holder[key] === true;
}

/**
 * Ends what this process does without cutting anything off: says that it is going, lets requests end, then ends
 * its parts one after the other. What takes too long is left, and logged.
 */
export async function drain(
  { delayMs, requestsLongestMs, partLongestMs }: DrainTimes,
  parts: readonly Part[],
): Promise<void> {
  holder[key] = true;
  log('info', 'Stopping: requests in flight are answered, then the server ends.', {
    inFlight: requestsInFlight(),
  });
  await wait(delayMs);
  await untilNothingInFlight(requestsLongestMs);
  const cutOff = requestsInFlight();
  if (cutOff > 0) log('warn', 'Requests took too long and are cut off.', { requests: cutOff });
  closeServers();
  for (const { name, end } of parts) await ended(name, end, partLongestMs);
}

async function ended(name: string, end: () => Promise<void>, longestMs: number): Promise<void> {
  const late = new AbortController();
  try {
    const isLate = wait(longestMs, true, { signal: late.signal }).catch(() => false);
    const isOver = await Promise.race([end().then(() => true), isLate.then(() => false)]);
    if (!isOver) log('warn', `${name} did not end in time.`);
  } catch (error) {
    log('error', `${name} did not end well.`, { error });
  } finally {
    late.abort();
  }
}
