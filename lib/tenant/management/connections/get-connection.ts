import { param } from '../call/find-user.ts';
import { pickFields } from '../call/pick-fields.ts';
import type { Endpoint } from '../endpoint.ts';
import { connectionAnswer, findConnection, optionsScope } from './connection.ts';

export const getConnection: Endpoint = {
  method: 'GET',
  path: '/connections/{id}',
  scopes: ['read:connections'],
  furtherScopes: [optionsScope],
  rateLimit: 'connections',
  handle: (call, tenant) => ({
    status: 200,
    body: pickFields(call.query, connectionAnswer(call, findConnection(tenant, param(call, 'id')))),
  }),
};
