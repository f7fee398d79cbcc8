import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { controlRoutes } from './control/control-routes.ts';
import { emptyTenant } from './control/empty-tenant.ts';
import { createFaults, type Faults } from './faults/faults.ts';
import { loginPart, type PageSettings } from './login/login-part.ts';
import { errorPage } from './login/other-pages.ts';
import type { Tenant } from './management/endpoint.ts';
import type { TenantClient } from './oidc/client.ts';
import { openClients } from './oidc/clients.ts';
import { oidcPart } from './oidc/oidc-part.ts';
import { oidcProvider } from './oidc/provider.ts';
import { signingKey } from './oidc/signing-key.ts';
import { allRoutes } from './server/all-routes.ts';
import { listenOnLoopback } from './server/loopback.ts';
import { managementApi } from './server/management-api.ts';
import { otherRoutes } from './server/other-routes.ts';
import { requestListener } from './server/request-listener.ts';
import { openStore } from './store/open-store.ts';

export interface TenantOptions extends Partial<PageSettings> {
  /** 0 takes any free port. */
  port: number;
  /** Without a file nothing outlives `close`. */
  file?: string;
  clients: readonly TenantClient[];
  /** Fills the tenant at its first start, and at a reset through the control endpoint. */
  seed?: (tenant: Tenant) => Promise<void> | void;
  faults?: Partial<Faults>;
  /** Opens the control endpoint `/_control`; without it there is none. */
  controlSecret?: string;
}

export interface RunningTenant {
  /** `http://localhost:4400`, without a trailing slash. */
  url: string;
  port: number;
  /** `http://localhost:4400/` */
  issuer: string;
  addresses: readonly AddressInfo[];
  clients: readonly TenantClient[];
  /** Refuses all connections until what it answers with is called, as a server does that is being restarted. */
  away(): Promise<() => Promise<void>>;
  /** Stops listening and writes what is not written yet. */
  close(): Promise<void>;
}

/**
 * Starts an embedded tenant in this process, at loopback only.
 *
 * @throws when the port is taken, or the file is in use or damaged; nothing is left running then.
 */
export async function startTenant(options: TenantOptions): Promise<RunningTenant> {
  const faults = createFaults(options.faults);
  const store = openStore({ file: options.file, indexDelayMs: () => faults.indexDelayMs });
  let listener: RequestListener = (_request, response) => response.writeHead(503).end();
  try {
    const server = await listenOnLoopback((request, response) => listener(request, response), options.port);
    try {
      const tenant: Tenant = { issuer: `http://localhost:${server.port}/`, store, faults };
      await fillOnce(tenant, options);
      listener = await listenerOf(tenant, options);
      return {
        url: tenant.issuer.slice(0, -1),
        port: server.port,
        issuer: tenant.issuer,
        addresses: server.addresses,
        clients: options.clients,
        away: server.away,
        close: async () => {
          await server.close();
          store.close();
        },
      };
    } catch (error) {
      await server.close();
      throw error;
    }
  } catch (error) {
    store.close();
    throw error;
  }
}

async function listenerOf(tenant: Tenant, options: TenantOptions): Promise<RequestListener> {
  const { title = 'Embedded tenant', demoPeople = [], demoPassword, controlSecret, seed } = options;
  const clients = openClients(tenant, options.clients);
  const key = await signingKey(tenant.store);
  const provider = oidcProvider(tenant, clients, key, (description) => errorPage(title, description));
  const fill = async () => seed?.(tenant);
  const control = controlSecret ? controlRoutes({ secret: controlSecret, fill }) : [];
  return requestListener(tenant, [
    managementApi(tenant, key),
    oidcPart(provider),
    loginPart({ tenant, provider, clients, settings: { title, demoPeople, demoPassword } }),
    otherRoutes(tenant, [...allRoutes, ...control]),
  ]);
}

/** Seeds a tenant whose store does not say that it was seeded to the end. */
async function fillOnce(tenant: Tenant, { seed }: TenantOptions): Promise<void> {
  const marks = tenant.store.collection<{ at: string }>('seeded');
  if (!seed || marks.get('demo')) return;
  emptyTenant(tenant);
  await seed(tenant);
  marks.set('demo', { at: new Date().toISOString() });
}
