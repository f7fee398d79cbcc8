import { pickFields } from '../call/pick-fields.ts';
import { replyWithCheckpoint, replyWithPage } from '../call/read-paging.ts';
import type { Endpoint } from '../endpoint.ts';
import { type Connection, connectionAnswer, connectionCollection, optionsScope } from './connection.ts';

/** `GET /connections`, by page or by checkpoint; items come without `enabled_clients`, as Auth0 sends them. */
export const listConnections: Endpoint = {
  method: 'GET',
  path: '/connections',
  scopes: ['read:connections'],
  furtherScopes: [optionsScope],
  rateLimit: 'connections',
  handle(call, tenant) {
    const strategies = call.query.getAll('strategy');
    const name = call.query.get('name');
    const matching = Array.from(connectionCollection(tenant).values())
      .filter((connection) => strategies.length === 0 || strategies.includes(connection.strategy))
      .filter((connection) => name === null || connection.name === name)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const idOf = (connection: Connection) => connection.id;
    const toItem = (connection: Connection) =>
      pickFields(call.query, connectionAnswer(call, listed(connection)));
    if (call.query.has('take') || call.query.has('from')) {
      return replyWithCheckpoint(call, 'connections', matching, { idOf, toItem });
    }
    return replyWithPage(call, 'connections', matching, toItem);
  },
};

function listed({ enabled_clients: _, ...connection }: Connection) {
  return connection;
}
