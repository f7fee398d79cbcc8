import { param } from '../call/find-user.ts';
import { forgetUser } from '../call/forget-user.ts';
import type { Endpoint } from '../endpoint.ts';
import { connectionCollection } from './connection.ts';

/** `DELETE /connections/{id}`: the connection goes, and with it the users whose main identity it is. */
export const deleteConnection: Endpoint = {
  method: 'DELETE',
  path: '/connections/{id}',
  scopes: ['delete:connections'],
  rateLimit: 'connections',
  handle(call, tenant) {
    const connection = connectionCollection(tenant).get(param(call, 'id'));
    if (!connection) return { status: 204 };
    connectionCollection(tenant).delete(connection.id);
    for (const user of Array.from(tenant.store.users.values())) {
      if (user.identities[0]?.connection === connection.name) forgetUser(tenant, user.user_id);
    }
    return { status: 202 };
  },
};
