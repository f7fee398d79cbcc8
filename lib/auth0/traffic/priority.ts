import { AsyncLocalStorage } from 'node:async_hooks';

/** Who waits for a call: a person who reads, a person who saves, or a job that nobody watches. */
export const priorities = ['read', 'write', 'bulk'] as const;

export type Priority = (typeof priorities)[number];

const bulk = new AsyncLocalStorage<true>();

/**
 * Makes all calls to the tenant within `run` give way to people: they get what is left above half of the budget,
 * and wait for it up to half a minute each.
 */
export function asBulk<T>(run: () => Promise<T>): Promise<T> {
  return bulk.run(true, run);
}

export function isBulk(): boolean {
  return bulk.getStore() === true;
}

/** The share of a budget that is left to those who go first. */
const reserveShares: Record<Priority, number> = { read: 0, write: 0.1, bulk: 0.5 };

/** How many tokens must be left for others; never all, or the last in the row would never get any. */
export function reserveOf(priority: Priority, capacity: number): number {
  return Math.max(0, Math.min(reserveShares[priority] * capacity, capacity - 1));
}
