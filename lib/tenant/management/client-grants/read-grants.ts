import type { StoredGrant } from '../../oidc/client.ts';
import { param } from '../call/find-user.ts';
import { replyWithCheckpoint, replyWithPage } from '../call/read-paging.ts';
import type { Endpoint } from '../endpoint.ts';
import { findGrant, grantAnswer, grantCollection } from './client-grant.ts';

/** `GET /client-grants?client_id=&audience=`, by page or by checkpoint. */
export const listGrants: Endpoint = {
  method: 'GET',
  path: '/client-grants',
  scopes: ['read:client_grants'],
  rateLimit: 'other',
  handle(call, tenant) {
    const wanted = (name: 'client_id' | 'audience', grant: StoredGrant) =>
      [null, grant[name]].includes(call.query.get(name));
    const matching = Array.from(grantCollection(tenant).values())
      .filter((grant) => wanted('client_id', grant) && wanted('audience', grant))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    if (call.query.has('take') || call.query.has('from')) {
      const checkpoint = { idOf: ({ id }: StoredGrant) => id, toItem: grantAnswer };
      return replyWithCheckpoint(call, 'client_grants', matching, checkpoint);
    }
    return replyWithPage(call, 'client_grants', matching, grantAnswer);
  },
};

export const getGrant: Endpoint = {
  method: 'GET',
  path: '/client-grants/{id}',
  scopes: ['read:client_grants'],
  rateLimit: 'other',
  handle: (call, tenant) => ({ status: 200, body: grantAnswer(findGrant(tenant, param(call, 'id'))) }),
};
