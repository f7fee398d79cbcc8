import { findUser, param } from '../call/find-user.ts';
import { replyWithCheckpoint, replyWithPage } from '../call/read-paging.ts';
import type { Endpoint, ManagementCall, ManagementReply } from '../endpoint.ts';
import {
  findOrganization,
  memberCollection,
  type Organization,
  organizationCollection,
} from './organization.ts';

export const listOrganizations: Endpoint = {
  method: 'GET',
  path: '/organizations',
  scopes: ['read:organizations'],
  rateLimit: 'other',
  handle: (call, tenant) => reply(call, Array.from(organizationCollection(tenant).values())),
};

export const getOrganization: Endpoint = {
  method: 'GET',
  path: '/organizations/{id}',
  scopes: ['read:organizations'],
  rateLimit: 'other',
  handle: (call, tenant) => ({ status: 200, body: findOrganization(tenant, param(call, 'id')) }),
};

/** `GET /users/{id}/organizations` */
export const listUserOrganizations: Endpoint = {
  method: 'GET',
  path: '/users/{id}/organizations',
  scopes: ['read:organizations'],
  rateLimit: 'other',
  handle(call, tenant) {
    const user = findUser(tenant, param(call, 'id'));
    const organizations = Array.from(memberCollection(tenant).values())
      .filter((member) => member.user_id === user.user_id)
      .flatMap((member) => organizationCollection(tenant).get(member.organization_id) ?? []);
    return reply(call, organizations);
  },
};

function reply(call: ManagementCall, organizations: Organization[]): ManagementReply {
  const sorted = organizations.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const toItem = (organization: Organization) => organization;
  if (call.query.has('take') || call.query.has('from')) {
    return replyWithCheckpoint(call, 'organizations', sorted, { idOf: ({ id }) => id, toItem });
  }
  return replyWithPage(call, 'organizations', sorted, toItem);
}
