import { param } from '../call/find-user.ts';
import { readBoolean, replyWithCheckpoint, replyWithPage } from '../call/read-paging.ts';
import type { Endpoint } from '../endpoint.ts';
import { clientAnswer, clientCollection, findClient, secretScopes } from './client.ts';

const scopes = ['read:clients', ...secretScopes, 'read:client_summary'];

/** `GET /clients`, by page or by checkpoint, by kind and by whether they are the tenant's own. */
export const listClients: Endpoint = {
  method: 'GET',
  path: '/clients',
  scopes,
  rateLimit: 'other',
  handle(call, tenant) {
    const kinds = call.query.get('app_type')?.split(',').filter(Boolean) ?? [];
    const firstParty = readBoolean(call.query, 'is_first_party');
    const global = readBoolean(call.query, 'is_global');
    const matching = Array.from(clientCollection(tenant).values())
      .filter((client) => kinds.length === 0 || kinds.includes(client.app_type ?? ''))
      .filter((client) => firstParty === undefined || (client.is_first_party ?? true) === firstParty)
      .filter((client) => global === undefined || (client.global ?? false) === global)
      .sort((a, b) => (a.client_id < b.client_id ? -1 : 1));
    const toItem = (client: (typeof matching)[number]) => clientAnswer(call, client);
    if (call.query.has('take') || call.query.has('from')) {
      return replyWithCheckpoint(call, 'clients', matching, { idOf: ({ client_id: id }) => id, toItem });
    }
    return replyWithPage(call, 'clients', matching, toItem);
  },
};

export const getClient: Endpoint = {
  method: 'GET',
  path: '/clients/{id}',
  scopes,
  rateLimit: 'other',
  handle: (call, tenant) => ({
    status: 200,
    body: clientAnswer(call, findClient(tenant, param(call, 'id'))),
  }),
};
