import type { JsonObject } from '#lib/json.ts';
import { param } from '../call/find-user.ts';
import { readBody } from '../call/read-body.ts';
import { grantCollection } from '../client-grants/client-grant.ts';
import { connectionCollection } from '../connections/connection.ts';
import type { Endpoint } from '../endpoint.ts';
import { clientAnswer, clientCollection, findClient } from './client.ts';
import { changedClientBody } from './client-body.ts';

/** `PATCH /clients/{id}`: each root member that is sent replaces the present one; `client_metadata` merges by key. */
export const patchClient: Endpoint = {
  method: 'PATCH',
  path: '/clients/{id}',
  scopes: ['update:clients', 'update:client_keys', 'update:client_credentials'],
  rateLimit: 'other',
  handle(call, tenant) {
    const present = findClient(tenant, param(call, 'id'));
    const { client_metadata: metadata, ...body } = readBody(call, changedClientBody);
    const changed = {
      ...present,
      ...body,
      ...(metadata && { client_metadata: merged(present.client_metadata, metadata) }),
      updated_at: new Date().toISOString(),
    };
    clientCollection(tenant).set(changed.client_id, changed);
    return { status: 200, body: clientAnswer(call, changed) };
  },
};

/** `DELETE /clients/{id}`: its grants go with it, and no connection names it any more. 204 also when it was not there. */
export const deleteClient: Endpoint = {
  method: 'DELETE',
  path: '/clients/{id}',
  scopes: ['delete:clients'],
  rateLimit: 'other',
  handle(call, tenant) {
    const clientId = param(call, 'id');
    clientCollection(tenant).delete(clientId);
    for (const grant of Array.from(grantCollection(tenant).values())) {
      if (grant.client_id === clientId) grantCollection(tenant).delete(grant.id);
    }
    for (const connection of Array.from(connectionCollection(tenant).values())) {
      const enabled = connection.enabled_clients.filter((id) => id !== clientId);
      if (enabled.length < connection.enabled_clients.length) {
        connectionCollection(tenant).set(connection.id, { ...connection, enabled_clients: enabled });
      }
    }
    return { status: 204 };
  },
};

function merged(present: JsonObject | undefined, changes: Record<string, string | null>): JsonObject {
  const entries = Object.entries({ ...present, ...changes });
  return Object.fromEntries(entries.filter(([, value]) => value !== null && value !== ''));
}
