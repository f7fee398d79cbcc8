import { param } from '../call/find-user.ts';
import { readBody } from '../call/read-body.ts';
import type { Endpoint } from '../endpoint.ts';
import { connectionCollection, findConnection } from './connection.ts';
import { changedConnectionBody } from './connection-body.ts';

/** `PATCH /connections/{id}`: each root member that is sent replaces the present one; `options` as a whole. */
export const patchConnection: Endpoint = {
  method: 'PATCH',
  path: '/connections/{id}',
  scopes: ['update:connections'],
  rateLimit: 'connections',
  handle(call, tenant) {
    const present = findConnection(tenant, param(call, 'id'));
    const changed = { ...present, ...readBody(call, changedConnectionBody) };
    connectionCollection(tenant).set(changed.id, changed);
    return { status: 200, body: changed };
  },
};
