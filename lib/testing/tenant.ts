import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { managementScopes } from '#lib/auth0/scopes.ts';
import type { User } from '#lib/auth0/user.ts';
import type { HookName } from '#lib/hook-runner/hook.ts';
import type { JsonObject } from '#lib/json.ts';
import { allEndpoints } from '#lib/tenant/management/all-endpoints.ts';
import { clientCollection } from '#lib/tenant/management/clients/client.ts';
import { connectionCollection } from '#lib/tenant/management/connections/connection.ts';
import type { Tenant } from '#lib/tenant/management/endpoint.ts';
import { everyScope } from '#lib/tenant/server/demo-clients.ts';
import { startTenant } from '#lib/tenant/start-tenant.ts';
import { giveOwnState } from './own-state.ts';
import { seedGroups } from './seed-groups.ts';

/** An embedded tenant of one test file's own, reached over HTTP alone. */
export interface TestTenant {
  /** `http://localhost:49152` */
  readonly url: string;
  /** Puts a user in past the API's rules; answers with the user. Replaces one with the same id. */
  putUser(body: JsonObject): Promise<User>;
  removeUser(userId: string): Promise<void>;
  /** Calls the Management API past the console: `'POST', '/users/auth0%7C1/roles', { roles: [] }`. */
  api(method: string, path: string, body?: JsonObject): Promise<unknown>;
  /** Puts in what people leave behind: `logs`, `devices`, `sessions`, `methods`, `blocks`; answers with the ids of the first two. */
  putTraces(traces: JsonObject): Promise<{ logs: string[]; devices: string[] }>;
  /** Puts a user into the organization `org_acme`. */
  joinOrganization(userId: string): Promise<void>;
  /** Sets the tenant's faults; those not named go back to good health. */
  setFaults(faults: JsonObject): Promise<void>;
  /** Refuses all connections until what it answers with is called. */
  away(): Promise<() => Promise<void>>;
  /** Replaces the hooks in `HOOKS_DIR`; those not named are gone. */
  setHooks(hooks: { [name in HookName]?: string }): Promise<void>;
  /** Deletes all users and heals all faults. */
  reset(): Promise<void>;
  /**
   * The calls that `run` makes to the Management API, as `GET /users/auth0%7C1`, without the query, and those
   * that have a password mail sent, as `POST /dbconnections/change_password`.
   */
  callsOf(run: () => Promise<unknown>): Promise<string[]>;
  /** What the tenant would have sent since the last reset, the newest first. */
  mails(): Promise<JsonObject[]>;
  stop(): Promise<void>;
}

const controlSecret = 'control-secret-of-the-tests';
const setupClient = { client_id: 'setup', client_secret: 'setup-secret' };
const machineClient = { client_id: 'machine', client_secret: 'machine-secret' };
const defaultHooksFolder = path.resolve(import.meta.dirname, '../../hooks');

/**
 * Starts a tenant on a free port and sets the variables that `lib/env.ts` reads; to be called before anything
 * asks for a setting, once in a test file.
 * @param withHooks 'default': the hooks in `hooks/`; 'own': an empty folder for `setHooks`
 */
export async function startTestTenant(withHooks: 'default' | 'own' = 'default'): Promise<TestTenant> {
  const hooksFolder =
    withHooks === 'own' ? await mkdtemp(path.join(tmpdir(), 'steward-hooks-')) : defaultHooksFolder;
  const endOwnState = await giveOwnState();
  const tenant = await startTenant({
    port: 0,
    controlSecret,
    seed: (tenant) => {
      seedConnections(tenant);
      seedGroups(tenant);
    },
    clients: [
      {
        ...machineClient,
        name: 'Tests',
        grant_types: ['client_credentials'],
        scopes: managementScopes.map(({ scope }) => scope),
      },
      {
        ...setupClient,
        name: 'What tests arrange',
        grant_types: ['client_credentials'],
        scopes: everyScope(allEndpoints),
      },
    ],
  });
  Object.assign(process.env, {
    APP_BASE_URL: 'http://localhost:3000',
    AUTH0_DOMAIN: new URL(tenant.url).host,
    AUTH0_CLIENT_ID: 'web',
    AUTH0_CLIENT_SECRET: 'web-secret',
    AUTH0_SECRET: 'a-secret-of-the-tests-with-32-characters',
    AUTH0_MANAGEMENT_CLIENT_ID: machineClient.client_id,
    AUTH0_MANAGEMENT_CLIENT_SECRET: machineClient.client_secret,
    HOOKS_DIR: hooksFolder,
    // Tests make one fault after the other, and each is about that one.
    TENANT_FAULTS_MAX: process.env.TENANT_FAULTS_MAX ?? '10000',
    // A machine at work is slow to start the sandbox.
    HOOK_WAIT_MS: process.env.HOOK_WAIT_MS ?? '25000',
  });
  const control = controlOf(tenant.url);
  const api = apiOf(tenant.url);
  return {
    url: tenant.url,
    putUser: async (body) => (await control('POST', '/users', body)) as User,
    removeUser: async (userId) => {
      await control('DELETE', `/users/${encodeURIComponent(userId)}`);
    },
    api,
    putTraces: async (traces) =>
      (await control('POST', '/traces', traces)) as { logs: string[]; devices: string[] },
    joinOrganization: async (userId) => {
      await api('POST', '/organizations/org_acme/members', { members: [userId] });
    },
    setFaults: async (faults) => {
      await control('PUT', '/faults', faults);
    },
    away: tenant.away,
    setHooks: (hooks) => {
      if (withHooks !== 'own') throw new Error('The default hooks are not a test’s to replace.');
      return writeHooks(hooksFolder, hooks);
    },
    reset: async () => {
      await control('POST', '/reset');
    },
    callsOf: (run) => callsOf(tenant.url, run),
    mails: async () => (await control('GET', '/outbox')) as JsonObject[],
    stop: async () => {
      await tenant.close();
      await endOwnState();
      if (withHooks === 'own') await rm(hooksFolder, { recursive: true, force: true });
    },
  };
}

/**
 * A database for e-mail addresses with Auth0's 'good' policy, one with usernames and two applications, and Google.
 */
function seedConnections(tenant: Tenant): void {
  const connections = connectionCollection(tenant);
  const common = { is_domain_connection: false, enabled_clients: ['web', machineClient.client_id] };
  for (const [clientId, name] of [
    ['web', 'Console'],
    ['portal', 'Partner portal'],
    ['closed', 'Closed to all'],
  ] as const) {
    clientCollection(tenant).set(clientId, {
      client_id: clientId,
      name,
      app_type: 'regular_web',
      grant_types: ['authorization_code'],
      callbacks: [],
      allowed_logout_urls: [],
    });
  }
  const databases = [
    { name: 'Username-Password-Authentication', options: { passwordPolicy: 'good' as const } },
    {
      name: 'Contractors',
      options: {
        passwordPolicy: 'fair' as const,
        requires_username: true,
        validation: { username: { min: 3, max: 20 } },
      },
      enabled_clients: ['web', 'portal', machineClient.client_id],
    },
  ];
  for (const { name, ...database } of databases) {
    const id = `con_${name.replaceAll('-', '')}`.slice(0, 20);
    connections.set(id, { ...common, ...database, id, name, strategy: 'auth0', realms: [name] });
  }
  const google = { id: 'con_google', name: 'google-oauth2', strategy: 'google-oauth2', options: {} };
  connections.set(google.id, { ...common, ...google, realms: [google.name] });
}

function controlOf(url: string) {
  return async (method: string, pathname: string, body?: JsonObject): Promise<unknown> => {
    const response = await fetch(`${url}/_control${pathname}`, {
      method,
      headers: { authorization: `Bearer ${controlSecret}`, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} /_control${pathname}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
}

function apiOf(url: string): TestTenant['api'] {
  return async (method, pathname, body) => {
    const headers = { 'content-type': 'application/json' };
    const credentials = { ...setupClient, grant_type: 'client_credentials', audience: `${url}/api/v2/` };
    const granted = await fetch(`${url}/oauth/token`, {
      method: 'POST',
      headers,
      body: JSON.stringify(credentials),
    });
    const { access_token: token } = (await granted.json()) as { access_token: string };
    const response = await fetch(`${url}/api/v2${pathname}`, {
      method,
      headers: { ...headers, authorization: `Bearer ${token}` },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${pathname}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
}

/** Removed before it is written, so that the file is another one even within one tick of the clock. */
async function writeHooks(folder: string, hooks: { [name in HookName]?: string }): Promise<void> {
  for (const name of ['access', 'filter', 'write', 'memberships', 'settings', 'customDomain'] as const) {
    const file = path.join(folder, `${name}.js`);
    await rm(file, { force: true });
    const text = hooks[name];
    if (text !== undefined) await writeFile(file, text);
  }
}

interface UndiciRequest {
  origin: string;
  method: string;
  path: string;
}

async function callsOf(url: string, run: () => Promise<unknown>): Promise<string[]> {
  const calls: string[] = [];
  const onRequest = (message: unknown) => {
    const { origin, method, path: target } = (message as { request: UndiciRequest }).request;
    const { pathname } = new URL(target, url);
    if (origin === url && /^\/(api\/v2|dbconnections)\//.test(pathname)) {
      calls.push(`${method} ${pathname.replace(/^\/api\/v2/, '')}`);
    }
  };
  subscribe('undici:request:create', onRequest);
  try {
    await run();
  } finally {
    unsubscribe('undici:request:create', onRequest);
  }
  return calls;
}
