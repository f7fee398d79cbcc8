import { param } from '../call/find-user.ts';
import { forgetUser } from '../call/forget-user.ts';
import type { Endpoint } from '../endpoint.ts';
import { logChange } from './log-change.ts';

/** `DELETE /users/{id}`: 204 also for a user who is not there. */
export const deleteUser: Endpoint = {
  method: 'DELETE',
  path: '/users/{id}',
  scopes: ['delete:users', 'delete:current_user'],
  rateLimit: 'delete-users',
  handle(call, tenant) {
    const user = tenant.store.users.get(param(call, 'id'));
    if (user) {
      forgetUser(tenant, user.user_id);
      logChange(tenant, call, 'Delete a User', user);
    }
    return { status: 204 };
  },
};
