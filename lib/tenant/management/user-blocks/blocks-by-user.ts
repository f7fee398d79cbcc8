import { findUser, param } from '../call/find-user.ts';
import type { Endpoint } from '../endpoint.ts';
import { blocksCollection, toAnswer } from './user-block.ts';

/** `GET /user-blocks/{id}`: brute-force blocks only; a user's `blocked` is another thing. */
export const getBlocksByUser: Endpoint = {
  method: 'GET',
  path: '/user-blocks/{id}',
  scopes: ['read:users'],
  rateLimit: 'read-users',
  handle(call, tenant) {
    const user = findUser(tenant, param(call, 'id'));
    const blocks = blocksCollection(tenant).get(user.user_id)?.blocked_for ?? [];
    return { status: 200, body: { blocked_for: blocks.map(toAnswer) } };
  },
};

export const deleteBlocksByUser: Endpoint = {
  method: 'DELETE',
  path: '/user-blocks/{id}',
  scopes: ['update:users'],
  rateLimit: 'delete-users',
  handle(call, tenant) {
    blocksCollection(tenant).delete(findUser(tenant, param(call, 'id')).user_id);
    return { status: 204 };
  },
};
