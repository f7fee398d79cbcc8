import { z } from 'zod';
import { param } from '../call/find-user.ts';
import { readBody } from '../call/read-body.ts';
import { replyWithCheckpoint } from '../call/read-paging.ts';
import type { Endpoint } from '../endpoint.ts';
import { connectionCollection, findConnection } from './connection.ts';

/** `GET /connections/{id}/clients`: the clients that the connection is enabled for, by checkpoint. */
export const listConnectionClients: Endpoint = {
  method: 'GET',
  path: '/connections/{id}/clients',
  scopes: ['read:connections'],
  rateLimit: 'connections',
  handle(call, tenant) {
    const clients = findConnection(tenant, param(call, 'id')).enabled_clients.toSorted();
    return replyWithCheckpoint(call, 'clients', clients, {
      idOf: (clientId) => clientId,
      toItem: (clientId) => ({ client_id: clientId }),
      takeMax: 1_000,
    });
  },
};

const changes = z.array(z.strictObject({ client_id: z.string().min(1), status: z.boolean() })).max(50);

export const patchConnectionClients: Endpoint = {
  method: 'PATCH',
  path: '/connections/{id}/clients',
  scopes: ['update:connections'],
  rateLimit: 'connections',
  handle(call, tenant) {
    const connection = findConnection(tenant, param(call, 'id'));
    const enabled = new Set(connection.enabled_clients);
    for (const { client_id: clientId, status } of readBody(call, changes)) {
      if (status) enabled.add(clientId);
      else enabled.delete(clientId);
    }
    connectionCollection(tenant).set(connection.id, { ...connection, enabled_clients: Array.from(enabled) });
    return { status: 204 };
  },
};
