import { AsyncLocalStorage } from 'node:async_hooks';

const deadlines = new AsyncLocalStorage<number>();

/** How long a person waits for a page before being told that the tenant is slow. */
export const pageTimeoutMs = 1_900;

/**
 * Gives all reading calls that `run` makes one time limit together, so that several slow answers in a row
 * end as soon as one that never comes. Writes keep their own limit: giving one up early only leaves doubt.
 */
export function withTimeLimit<T>(run: () => Promise<T>, timeoutMs = pageTimeoutMs): Promise<T> {
  return deadlines.run(Date.now() + timeoutMs, run);
}

/** `timeoutMs`, or what is left of the limit that the caller runs in; at least 1. */
export function withinTimeLimit(timeoutMs: number): number {
  const deadlineMs = deadlines.getStore() ?? Number.POSITIVE_INFINITY;
  return Math.max(1, Math.min(timeoutMs, deadlineMs - Date.now()));
}
