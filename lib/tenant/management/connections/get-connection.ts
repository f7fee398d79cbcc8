import { param } from '../call/find-user.ts';
import { pickFields } from '../call/pick-fields.ts';
import type { Endpoint } from '../endpoint.ts';
import { findConnection } from './connection.ts';

export const getConnection: Endpoint = {
  method: 'GET',
  path: '/connections/{id}',
  scopes: ['read:connections'],
  rateLimit: 'connections',
  handle: (call, tenant) => ({
    status: 200,
    body: pickFields(call.query, findConnection(tenant, param(call, 'id'))),
  }),
};
