import { invalidQuery } from '../call/read-paging.ts';
import type { Endpoint, ManagementCall } from '../endpoint.ts';
import { blocksCollection, blocksOfIdentifier, toAnswer } from './user-block.ts';

/** `GET /user-blocks?identifier=` */
export const getBlocksByIdentifier: Endpoint = {
  method: 'GET',
  path: '/user-blocks',
  scopes: ['read:users'],
  rateLimit: 'read-users',
  handle(call, tenant) {
    const blocks = blocksOfIdentifier(tenant, identifierOf(call)).flatMap(({ blocked_for }) => blocked_for);
    return { status: 200, body: { blocked_for: blocks.map(toAnswer) } };
  },
};

/** `DELETE /user-blocks?identifier=` */
export const deleteBlocksByIdentifier: Endpoint = {
  method: 'DELETE',
  path: '/user-blocks',
  scopes: ['update:users'],
  rateLimit: 'delete-users',
  handle(call, tenant) {
    for (const { id } of blocksOfIdentifier(tenant, identifierOf(call))) blocksCollection(tenant).delete(id);
    return { status: 204 };
  },
};

function identifierOf(call: ManagementCall): string {
  const identifier = call.query.get('identifier');
  if (!identifier) throw invalidQuery('Missing required property: identifier', 'identifier');
  return identifier;
}
