import { createHash, timingSafeEqual } from 'node:crypto';
import { ManagementError } from '../management/endpoint.ts';
import type { Route } from '../server/route.ts';

/** Puts the demo's secret, sent as bearer, before a route. Throws 401 without it. */
export function requireSecret(secret: string, route: Route): Route {
  return {
    ...route,
    handle(call, tenant) {
      const sent = /^Bearer (.+)$/.exec(call.headers.authorization ?? '')?.[1];
      if (secret === '' || sent === undefined || !timingSafeEqual(digest(sent), digest(secret))) {
        throw new ManagementError(401, 'The control endpoint takes the secret of the demo as bearer token.');
      }
      return route.handle(call, tenant);
    },
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
