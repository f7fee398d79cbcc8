import { newId } from '../call/new-id.ts';
import { readBody } from '../call/read-body.ts';
import { type Endpoint, ManagementError } from '../endpoint.ts';
import { type Connection, connectionByName, connectionCollection } from './connection.ts';
import { newConnectionBody } from './connection-body.ts';

export const createConnection: Endpoint = {
  method: 'POST',
  path: '/connections',
  scopes: ['create:connections'],
  rateLimit: 'connections',
  handle(call, tenant) {
    const body = readBody(call, newConnectionBody);
    if (connectionByName(tenant, body.name)) {
      throw new ManagementError(409, 'A connection with the same name already exists', 'conflict');
    }
    const connection: Connection = {
      is_domain_connection: false,
      ...body,
      id: newId('con_'),
      options: body.options ?? {},
      realms: body.realms ?? [body.name],
      enabled_clients: body.enabled_clients ?? [],
    };
    connectionCollection(tenant).set(connection.id, connection);
    return { status: 201, body: connection };
  },
};
