import { z } from 'zod';
import { managementAudience, type StoredGrant } from '../../oidc/client.ts';
import { param } from '../call/find-user.ts';
import { newId } from '../call/new-id.ts';
import { readBody } from '../call/read-body.ts';
import { findClient } from '../clients/client.ts';
import { type Endpoint, ManagementError } from '../endpoint.ts';
import { findGrant, grantAnswer, grantCollection, grantFor } from './client-grant.ts';

const scope = z.array(z.string().min(1).max(280)).max(1_000);
const newGrantBody = z.strictObject({
  client_id: z.string().min(1),
  audience: z.string().min(1).max(600),
  scope: scope.default([]),
  subject_type: z.literal('client').optional(),
  allow_any_organization: z.boolean().optional(),
  organization_usage: z.enum(['deny', 'allow', 'require']).optional(),
});

/** `POST /client-grants`: one for each client and API; a second is 409. */
export const createGrant: Endpoint = {
  method: 'POST',
  path: '/client-grants',
  scopes: ['create:client_grants'],
  rateLimit: 'other',
  handle(call, tenant) {
    const body = readBody(call, newGrantBody);
    findClient(tenant, body.client_id);
    if (body.audience !== managementAudience(tenant.issuer)) {
      throw new ManagementError(
        404,
        `Resource server not found: ${body.audience}`,
        'inexistent_resource_server',
      );
    }
    if (grantFor(tenant, body.client_id, body.audience)) {
      throw new ManagementError(409, 'A resource with the same identifier already exists', 'conflict');
    }
    const grant: StoredGrant = { subject_type: 'client', ...body, id: newId('cgr_') };
    grantCollection(tenant).set(grant.id, grant);
    return { status: 201, body: grantAnswer(grant) };
  },
};

/** `PATCH /client-grants/{id}`: the scopes that are sent replace those that were granted. */
export const patchGrant: Endpoint = {
  method: 'PATCH',
  path: '/client-grants/{id}',
  scopes: ['update:client_grants'],
  rateLimit: 'other',
  handle(call, tenant) {
    const present = findGrant(tenant, param(call, 'id'));
    const body = readBody(call, z.strictObject({ scope: scope.optional() }));
    const changed = { ...present, ...body };
    grantCollection(tenant).set(changed.id, changed);
    return { status: 200, body: grantAnswer(changed) };
  },
};

/** `DELETE /client-grants/{id}`; 204 also when it was not there. */
export const deleteGrant: Endpoint = {
  method: 'DELETE',
  path: '/client-grants/{id}',
  scopes: ['delete:client_grants'],
  rateLimit: 'other',
  handle(call, tenant) {
    grantCollection(tenant).delete(param(call, 'id'));
    return { status: 204 };
  },
};
