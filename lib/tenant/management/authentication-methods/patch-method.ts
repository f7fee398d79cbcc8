import { z } from 'zod';
import { findUser, param } from '../call/find-user.ts';
import { readBody } from '../call/read-body.ts';
import type { Endpoint } from '../endpoint.ts';
import { findMethod, methodCollection, toChangeAnswer } from './authentication-method.ts';

const body = z.strictObject({
  name: z.string().max(20).optional(),
  preferred_authentication_method: z.enum(['voice', 'sms']).optional(),
});

export const patchMethod: Endpoint = {
  method: 'PATCH',
  path: '/users/{id}/authentication-methods/{authentication_method_id}',
  scopes: ['update:authentication_methods'],
  rateLimit: 'other',
  handle(call, tenant) {
    const user = findUser(tenant, param(call, 'id'));
    const present = findMethod(tenant, user.user_id, param(call, 'authentication_method_id'));
    const changed = { ...present, ...readBody(call, body) };
    methodCollection(tenant).set(changed.id, changed);
    return { status: 200, body: toChangeAnswer(changed) };
  },
};
