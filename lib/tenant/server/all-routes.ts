import { changePasswordRoute } from '../management/dbconnections/change-password.ts';
import { outboxRoutes } from '../outbox/outbox-routes.ts';
import type { Route } from './route.ts';

/** Every address outside `/api/v2` that neither OpenID Connect nor the login page nor the control endpoint answers. */
export const allRoutes: readonly Route[] = [changePasswordRoute, ...outboxRoutes];
