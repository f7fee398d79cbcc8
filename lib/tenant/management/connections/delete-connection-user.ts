import { param } from '../call/find-user.ts';
import { forgetUser } from '../call/forget-user.ts';
import { invalidQuery } from '../call/read-paging.ts';
import type { Endpoint } from '../endpoint.ts';
import { findConnection } from './connection.ts';

/** `DELETE /connections/{id}/users?email=`: the user of a database connection with that address. */
export const deleteConnectionUser: Endpoint = {
  method: 'DELETE',
  path: '/connections/{id}/users',
  scopes: ['delete:users'],
  rateLimit: 'delete-users',
  handle(call, tenant) {
    const connection = findConnection(tenant, param(call, 'id'));
    const email = call.query.get('email');
    if (!email) throw invalidQuery('Missing required property: email', 'email');
    for (const user of tenant.store.users.byEmail(email)) {
      if (user.identities[0]?.connection === connection.name) forgetUser(tenant, user.user_id);
    }
    return { status: 204 };
  },
};
