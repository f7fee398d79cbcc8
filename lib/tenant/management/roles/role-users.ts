import { z } from 'zod';
import type { JsonObject } from '#lib/json.ts';
import type { TenantUser } from '../../tenant-user.ts';
import { findUser, param } from '../call/find-user.ts';
import { readBody } from '../call/read-body.ts';
import { replyWithCheckpoint, replyWithPage } from '../call/read-paging.ts';
import type { Endpoint } from '../endpoint.ts';
import { assignmentCollection, assignRole, findRole } from './role.ts';

export const listRoleUsers: Endpoint = {
  method: 'GET',
  path: '/roles/{id}/users',
  scopes: ['read:users', 'read:roles'],
  rateLimit: 'other',
  handle(call, tenant) {
    const role = findRole(tenant, param(call, 'id'));
    const users = Array.from(assignmentCollection(tenant).values())
      .filter((assignment) => assignment.role_id === role.id)
      .flatMap((assignment) => tenant.store.users.get(assignment.user_id) ?? [])
      .sort((a, b) => (a.user_id < b.user_id ? -1 : 1));
    const idOf = (user: TenantUser) => user.user_id;
    if (call.query.has('take') || call.query.has('from')) {
      return replyWithCheckpoint(call, 'users', users, { idOf, toItem: toBriefUser });
    }
    return replyWithPage(call, 'users', users, toBriefUser);
  },
};

export const addRoleUsers: Endpoint = {
  method: 'POST',
  path: '/roles/{id}/users',
  scopes: ['update:roles'],
  rateLimit: 'other',
  handle(call, tenant) {
    const role = findRole(tenant, param(call, 'id'));
    const { users } = readBody(call, z.strictObject({ users: z.array(z.string().min(1)).min(1) }));
    for (const userId of users) findUser(tenant, userId);
    for (const userId of users) assignRole(tenant, role.id, userId);
    return { status: 200 };
  },
};

/** A user as lists of a role's or an organization's people show them. */
export function toBriefUser({ user_id, picture, name, email }: TenantUser): JsonObject {
  const brief = { user_id, picture, name, email };
  return Object.fromEntries(Object.entries(brief).filter(([, value]) => value !== undefined));
}
