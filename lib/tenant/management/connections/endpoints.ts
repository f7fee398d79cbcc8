import type { Endpoint } from '../endpoint.ts';
import { identityEndpoints } from '../identities/endpoints.ts';
import { listConnectionClients, patchConnectionClients } from './connection-clients.ts';
import { createConnection } from './create-connection.ts';
import { deleteConnection } from './delete-connection.ts';
import { deleteConnectionUser } from './delete-connection-user.ts';
import { getConnection } from './get-connection.ts';
import { listConnections } from './list-connections.ts';
import { patchConnection } from './patch-connection.ts';

/** Connections, and the identities that tie a user to several of them. */
export const connectionEndpoints: Endpoint[] = [
  listConnections,
  createConnection,
  getConnection,
  patchConnection,
  deleteConnection,
  listConnectionClients,
  patchConnectionClients,
  deleteConnectionUser,
  ...identityEndpoints,
];
