import { pickFields } from '../call/pick-fields.ts';
import { invalidQuery } from '../call/read-paging.ts';
import type { Endpoint } from '../endpoint.ts';
import { userAnswer } from './user-answer.ts';

/**
 * `GET /users-by-email`: up to date at once. The case counts, as with Auth0: addresses of database users are kept in
 * lower case, and those of other connections as their identity provider writes them.
 */
export const listUsersByEmail: Endpoint = {
  method: 'GET',
  path: '/users-by-email',
  scopes: ['read:users'],
  rateLimit: 'read-users',
  handle(call, tenant) {
    const email = call.query.get('email');
    if (!email) throw invalidQuery('Missing required property: email', 'email');
    const users = tenant.store.users.byEmail(email).filter((user) => user.email === email);
    return { status: 200, body: users.map((user) => pickFields(call.query, userAnswer(user))) };
  },
};
