import { AsyncLocalStorage } from 'node:async_hooks';
import { patientNow } from './patience.ts';

const deadlines = new AsyncLocalStorage<number>();

/** How long a person waits for a page before being told that the tenant is slow. */
const pageTimeoutMs = 1_700;

/**
 * Gives all reading calls that `run` makes one time limit together, so that several slow answers in a row
 * end as soon as one that never comes. A limit within another never prolongs it. Writes keep their own: giving
 * one up early only leaves doubt.
 */
export function withTimeLimit<T>(run: () => Promise<T>, timeoutMs = pageTimeoutMs): Promise<T> {
  return deadlines.run(patientNow() + withinTimeLimit(timeoutMs), run);
}

/**
 * Gives the reading calls that `run` makes a time limit of their own, whatever is left of the caller's: for what
 * has to follow a change that was begun.
 */
export function withOwnTimeLimit<T>(run: () => Promise<T>, timeoutMs: number): Promise<T> {
  return deadlines.run(patientNow() + timeoutMs, run);
}

/** `timeoutMs`, or what is left of the limit that the caller runs in; at least 1. */
export function withinTimeLimit(timeoutMs: number): number {
  const deadlineMs = deadlines.getStore() ?? Number.POSITIVE_INFINITY;
  return Math.max(1, Math.min(timeoutMs, deadlineMs - patientNow()));
}
