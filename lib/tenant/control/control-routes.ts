import { createFaults } from '../faults/faults.ts';
import type { Tenant } from '../management/endpoint.ts';
import { listMails, outboxCollection } from '../outbox/send-mail.ts';
import type { Route } from '../server/route.ts';
import { emptyTenant } from './empty-tenant.ts';
import { faultsRoutes } from './faults-routes.ts';
import { requireSecret } from './require-secret.ts';
import { tracesRoutes } from './traces-routes.ts';
import { usersRoutes } from './users-routes.ts';

interface Control {
  /** Sent as bearer token with every request. An empty secret opens nothing. */
  secret: string;
  /** Fills the emptied tenant again at a reset, as at its first start. */
  fill: (tenant: Tenant) => Promise<void>;
}

/**
 * What a test uses to rearrange the tenant while it runs: `/_control/faults` (GET, PUT, PATCH), `/_control/users`
 * (POST, DELETE by id), `/_control/traces` (POST), `/_control/outbox` (GET, DELETE) and `/_control/reset` (POST).
 */
export function controlRoutes({ secret, fill }: Control): Route[] {
  const getOutbox: Route = {
    method: 'GET',
    path: '/_control/outbox',
    handle: (_, tenant) => ({ status: 200, json: listMails(tenant).map((mail) => ({ ...mail })) }),
  };
  const emptyOutbox: Route = {
    method: 'DELETE',
    path: '/_control/outbox',
    handle(_, tenant) {
      for (const mail of listMails(tenant)) tenant.store.collection(outboxCollection).delete(mail.id);
      return { status: 204 };
    },
  };
  const reset: Route = {
    method: 'POST',
    path: '/_control/reset',
    async handle(_, tenant) {
      Object.assign(tenant.faults, createFaults());
      emptyTenant(tenant);
      await fill(tenant);
      return { status: 204 };
    },
  };
  const routes = [...faultsRoutes, ...usersRoutes, ...tracesRoutes, getOutbox, emptyOutbox, reset];
  return routes.map((route) => requireSecret(secret, route));
}
