import { findUser, param } from '../call/find-user.ts';
import { replyWithPage } from '../call/read-paging.ts';
import type { Endpoint } from '../endpoint.ts';
import { findMethod, methodsOf, toAnswer } from './authentication-method.ts';

export const listMethods: Endpoint = {
  method: 'GET',
  path: '/users/{id}/authentication-methods',
  scopes: ['read:authentication_methods'],
  rateLimit: 'other',
  handle(call, tenant) {
    const user = findUser(tenant, param(call, 'id'));
    return replyWithPage(call, 'authenticators', methodsOf(tenant, user.user_id), toAnswer);
  },
};

export const getMethod: Endpoint = {
  method: 'GET',
  path: '/users/{id}/authentication-methods/{authentication_method_id}',
  scopes: ['read:authentication_methods'],
  rateLimit: 'other',
  handle(call, tenant) {
    const user = findUser(tenant, param(call, 'id'));
    const method = findMethod(tenant, user.user_id, param(call, 'authentication_method_id'));
    return { status: 200, body: toAnswer(method) };
  },
};
