import { isJsonObject } from '#lib/json.ts';
import { roleNames } from '#lib/users/roles.ts';
import { type FoundClient, findClient, texts } from './find-clients.ts';
import { type ManagementApi, SetupError } from './tenant-api.ts';

/** What is in a tenant before the set-up, as far as the set-up is concerned. */
export interface TenantState {
  signIn: FoundClient | undefined;
  management: FoundClient | undefined;
  /** The Management client's grant for the Management API. */
  grant: { id: string; scopes: string[] } | undefined;
  missingRoles: string[];
  /** Connections that managers shall sign in through and do not yet. */
  connectionsToEnable: { id: string; name: string }[];
}

export interface Wanted {
  baseUrl: string;
  /** The env file as it stands. */
  variables: Record<string, string | undefined>;
  /** Names of connections for signing in; none: any will do, and all databases where there is none. */
  connections: readonly string[];
}

/** Reads what is there; changes nothing. */
export async function readTenant(api: ManagementApi, wanted: Wanted): Promise<TenantState> {
  const { baseUrl, variables } = wanted;
  const clients = await api.list('/clients?fields=client_id,client_metadata&is_global=false');
  const signIn = await findClient(api, clients, 'sign-in', {
    known: { clientId: variables.AUTH0_CLIENT_ID, secret: variables.AUTH0_CLIENT_SECRET },
    baseUrl,
  });
  const management = await findClient(api, clients, 'management', {
    known: {
      clientId: variables.AUTH0_MANAGEMENT_CLIENT_ID,
      secret: variables.AUTH0_MANAGEMENT_CLIENT_SECRET,
    },
    baseUrl,
  });
  const roles = await api.list('/roles?name_filter=Delegated%20Admin');
  return {
    signIn,
    management,
    grant: management && (await readGrant(api, management.clientId)),
    missingRoles: roleNames.filter((name) => !roles.some((role) => role.name === name)),
    connectionsToEnable: await connectionsToEnable(api, signIn?.clientId, wanted.connections),
  };
}

async function readGrant(api: ManagementApi, clientId: string) {
  const audience = `${api.origin}/api/v2/`;
  const grants = await api.list(`/client-grants?${new URLSearchParams({ client_id: clientId, audience })}`);
  const [grant] = grants;
  return grant && { id: String(grant.id), scopes: texts(grant.scope) };
}

async function connectionsToEnable(
  api: ManagementApi,
  clientId: string | undefined,
  named: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const connections = (await api.list('/connections?fields=id,name,strategy')).map((one) => ({
    id: String(one.id),
    name: String(one.name),
    isDatabase: one.strategy === 'auth0',
  }));
  const unknown = named.filter((name) => !connections.some((one) => one.name === name));
  if (unknown.length > 0) {
    const known = connections.map(({ name }) => name).join(', ') || 'none';
    throw new SetupError(
      `The tenant has no connection “${unknown.join('”, “')}”. Its connections are: ${known}. Nothing was changed.`,
    );
  }
  const enabled = clientId === undefined ? [] : await enabledFor(api, clientId, connections);
  if (named.length === 0 && enabled.length > 0) return [];
  return connections
    .filter(({ name, isDatabase }) => (named.length > 0 ? named.includes(name) : isDatabase))
    .filter(({ id }) => !enabled.includes(id))
    .map(({ id, name }) => ({ id, name }));
}

/** The ids of the connections that are enabled for a client. */
async function enabledFor(
  api: ManagementApi,
  clientId: string,
  connections: readonly { id: string }[],
): Promise<string[]> {
  const enabled: string[] = [];
  for (const { id } of connections) {
    let from = '';
    do {
      const query = new URLSearchParams({ take: '100', ...(from && { from }) });
      const body = await api.call('GET', `/connections/${encodeURIComponent(id)}/clients?${query}`);
      const page = isJsonObject(body) ? body : {};
      const clients = Array.isArray(page.clients) ? page.clients.filter(isJsonObject) : [];
      if (clients.some((client) => client.client_id === clientId)) enabled.push(id);
      from = typeof page.next === 'string' ? page.next : '';
    } while (from);
  }
  return enabled;
}
