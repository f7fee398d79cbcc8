import type { Route } from './route.ts';

/** Every address outside `/api/v2` that neither OpenID Connect nor the login page answers. */
export const allRoutes: readonly Route[] = [];
