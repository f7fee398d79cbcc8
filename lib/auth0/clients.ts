import { ClientsClient } from 'auth0/clients';
import { ClientsClient as ConnectionClientsClient } from 'auth0/connections/clients';
import { readFromTenant } from './client.ts';
import { asAppError } from './errors.ts';
import { arrayIn } from './tenant-answer.ts';

/** An application in which people sign in. */
export interface SignInClient {
  clientId: string;
  name: string;
}

/** Which clients a connection is enabled for changes rarely. */
const freshForMs = 5 * 60_000;

const pageSize = 100;

const known = new Map<string, { clients: readonly SignInClient[]; readAtMs: number }>();

/**
 * The clients that a connection is enabled for and in which people sign in, by name; what machines use is left
 * out. Two calls to the tenant, once in five minutes.
 * @throws AppError 'tenant-unavailable', 'tenant-limit', 'tenant-refused'
 * @see https://auth0.com/docs/api/management/v2/connections/get-connection-clients
 */
export async function clientsOfConnection(connectionId: string): Promise<readonly SignInClient[]> {
  const cached = known.get(connectionId);
  if (cached && Date.now() - cached.readAtMs < freshForMs) return cached.clients;
  try {
    const [enabled, all] = await Promise.all([enabledIds(connectionId), signInClients()]);
    const clients = all.filter(({ clientId }) => enabled.has(clientId));
    known.set(connectionId, { clients, readAtMs: Date.now() });
    return clients;
  } catch (error) {
    throw asAppError(error);
  }
}

function enabledIds(connectionId: string): Promise<Set<string>> {
  return readFromTenant(async (client, options) => {
    const ids = new Set<string>();
    let from: string | undefined;
    do {
      const { response } = await new ConnectionClientsClient(client).get(
        connectionId,
        { take: pageSize, from },
        options,
      );
      for (const { client_id: clientId } of arrayIn(response.clients)) ids.add(clientId);
      from = response.next;
    } while (from);
    return ids;
  });
}

function signInClients(): Promise<SignInClient[]> {
  return readFromTenant(async (client, options) => {
    const clients: SignInClient[] = [];
    let page = 0;
    let isLast = false;
    while (!isLast) {
      const { response } = await new ClientsClient(client).list(
        {
          fields: 'client_id,name,app_type',
          include_fields: true,
          is_global: false,
          page,
          per_page: pageSize,
          include_totals: true,
        },
        options,
      );
      const listed = arrayIn(response.clients);
      for (const { client_id: clientId, name, app_type: kind } of listed) {
        if (clientId && kind !== 'non_interactive') clients.push({ clientId, name: name ?? clientId });
      }
      isLast = listed.length < pageSize;
      page += 1;
    }
    return clients.sort((a, b) => a.name.localeCompare(b.name, 'en'));
  });
}
