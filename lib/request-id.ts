import { AsyncLocalStorage } from 'node:async_hooks';

/** The header that carries a request's id: taken over from a proxy in front, and given back with the answer. */
export const requestIdHeader = 'x-request-id';

const ids = new AsyncLocalStorage<string>();

/** Runs something as part of a request: what is logged and recorded meanwhile carries its id. */
export function withRequestId<T>(id: string, run: () => T): T {
  return ids.run(id, run);
}

/** The id of the request that is being answered; `undefined` outside of one. */
export function currentRequestId(): string | undefined {
  return ids.getStore();
}

/** The id that a proxy in front gave the request, if it has the form of one; else a new one. */
export function requestIdFrom(received: string | null): string {
  return received && /^[\w.:-]{8,64}$/.test(received) ? received : crypto.randomUUID();
}
