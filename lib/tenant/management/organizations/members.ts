import { z } from 'zod';
import type { TenantUser } from '../../tenant-user.ts';
import { findUser, param } from '../call/find-user.ts';
import { readBody } from '../call/read-body.ts';
import { replyWithCheckpoint, replyWithPage } from '../call/read-paging.ts';
import type { Endpoint } from '../endpoint.ts';
import { toBriefUser } from '../roles/role-users.ts';
import { addMember, findOrganization, memberCollection } from './organization.ts';

const body = z.strictObject({ members: z.array(z.string().min(1)).min(1) });

export const listMembers: Endpoint = {
  method: 'GET',
  path: '/organizations/{id}/members',
  scopes: ['read:organization_members'],
  rateLimit: 'other',
  handle(call, tenant) {
    const organization = findOrganization(tenant, param(call, 'id'));
    const users = Array.from(memberCollection(tenant).values())
      .filter((member) => member.organization_id === organization.id)
      .flatMap((member) => tenant.store.users.get(member.user_id) ?? [])
      .sort((a, b) => (a.user_id < b.user_id ? -1 : 1));
    const idOf = (user: TenantUser) => user.user_id;
    if (call.query.has('take') || call.query.has('from')) {
      return replyWithCheckpoint(call, 'members', users, { idOf, toItem: toBriefUser });
    }
    return replyWithPage(call, 'members', users, toBriefUser);
  },
};

export const addMembers: Endpoint = {
  method: 'POST',
  path: '/organizations/{id}/members',
  scopes: ['create:organization_members'],
  rateLimit: 'other',
  handle(call, tenant) {
    const organization = findOrganization(tenant, param(call, 'id'));
    const { members } = readBody(call, body);
    for (const userId of members) findUser(tenant, userId);
    for (const userId of members) addMember(tenant, organization.id, userId);
    return { status: 204 };
  },
};

export const removeMembers: Endpoint = {
  method: 'DELETE',
  path: '/organizations/{id}/members',
  scopes: ['delete:organization_members'],
  rateLimit: 'other',
  handle(call, tenant) {
    const organization = findOrganization(tenant, param(call, 'id'));
    for (const userId of readBody(call, body).members) {
      memberCollection(tenant).delete(`${organization.id} ${userId}`);
    }
    return { status: 204 };
  },
};
