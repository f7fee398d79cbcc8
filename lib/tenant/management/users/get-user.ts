import { findUser, param } from '../call/find-user.ts';
import { pickFields } from '../call/pick-fields.ts';
import type { Endpoint } from '../endpoint.ts';
import { userAnswer } from './user-answer.ts';

/** `GET /users/{id}`: up to date at once, whatever the search index knows. */
export const getUser: Endpoint = {
  method: 'GET',
  path: '/users/{id}',
  scopes: ['read:users', 'read:current_user', 'read:user_idp_tokens'],
  rateLimit: 'read-users',
  handle: (call, tenant) => ({
    status: 200,
    body: pickFields(call.query, userAnswer(findUser(tenant, param(call, 'id')))),
  }),
};
