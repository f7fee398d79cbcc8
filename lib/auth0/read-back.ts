import { withOwnTimeLimit } from './time-limit.ts';

/** As long as a person still waits for the answer to a change whose end was in doubt. */
const readBackTimeoutMs = 1_000;

/**
 * Looks what became of a change, in a time of its own: that of the page may have passed while the change was
 * waited for.
 */
export function readBack<T>(look: () => Promise<T>): Promise<T> {
  return withOwnTimeLimit(look, readBackTimeoutMs);
}
