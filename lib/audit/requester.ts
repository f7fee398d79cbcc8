import { AsyncLocalStorage } from 'node:async_hooks';

/** From where a request came. */
export interface Requester {
  ip: string | null;
  userAgent: string | null;
}

const requesters = new AsyncLocalStorage<Requester>();

const userAgentCharactersMax = 400;

/** Runs something for whoever sent a request. */
export function withRequester<T>(requester: Requester, run: () => T): T {
  return requesters.run(requester, run);
}

/** Who sent the request that is being answered. */
export function currentRequester(): Requester {
  return requesters.getStore() ?? { ip: null, userAgent: null };
}

/** Set by this server itself on every request, over whatever a client sent: the other end of the connection. */
export const peerHeader = 'x-steward-peer';

/**
 * @param trustedProxies how many proxies of the operator's own stand in front; each has added to
 * `X-Forwarded-For` whom it was asked by. What stands there before is the client's own invention.
 */
export function requesterFrom(
  headers: { get(name: string): string | null },
  trustedProxies: number,
): Requester {
  const peer = headers.get(peerHeader);
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  const path = trustedProxies === 0 ? [peer] : [...forwarded, peer];
  const ip = path.at(-1 - trustedProxies) ?? null;
  return {
    ip: ip && /^[0-9a-f:.]{2,45}$/i.test(ip) ? ip : null,
    userAgent: headers.get('user-agent')?.slice(0, userAgentCharactersMax) ?? null,
  };
}
