import { z } from 'zod';
import { findUser, param } from '../call/find-user.ts';
import { readBody } from '../call/read-body.ts';
import type { Endpoint } from '../endpoint.ts';
import { methodCollection, methodsOf, refreshMultifactor, toChangeAnswer } from './authentication-method.ts';
import { newMethod, newMethodBody } from './method-body.ts';

export const createMethod: Endpoint = {
  method: 'POST',
  path: '/users/{id}/authentication-methods',
  scopes: ['create:authentication_methods'],
  rateLimit: 'other',
  handle(call, tenant) {
    const user = findUser(tenant, param(call, 'id'));
    const method = newMethod(user.user_id, readBody(call, newMethodBody));
    methodCollection(tenant).set(method.id, method);
    refreshMultifactor(tenant, user.user_id);
    return { status: 201, body: toChangeAnswer(method) };
  },
};

/** `PUT`: the methods sent take the place of all present ones. */
export const replaceMethods: Endpoint = {
  method: 'PUT',
  path: '/users/{id}/authentication-methods',
  scopes: ['update:authentication_methods'],
  rateLimit: 'other',
  handle(call, tenant) {
    const user = findUser(tenant, param(call, 'id'));
    const bodies = readBody(call, z.array(newMethodBody));
    for (const present of methodsOf(tenant, user.user_id)) methodCollection(tenant).delete(present.id);
    const methods = bodies.map((body) => newMethod(user.user_id, body));
    for (const method of methods) methodCollection(tenant).set(method.id, method);
    refreshMultifactor(tenant, user.user_id);
    return { status: 200, body: methods.map(toChangeAnswer) };
  },
};
