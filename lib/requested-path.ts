/** Carries the path asked for from `proxy.ts` to the pages, so that signing in leads back to it. */
export const requestedPathHeader = 'x-requested-path';
