import { z } from 'zod';
import { findUser, param } from '../call/find-user.ts';
import { readBody } from '../call/read-body.ts';
import { replyWithPage } from '../call/read-paging.ts';
import type { Endpoint } from '../endpoint.ts';
import { assignmentCollection, assignRole, findRole, rolesOf, toAnswer } from './role.ts';

const body = z.strictObject({ roles: z.array(z.string().min(1)).min(1) });

export const listUserRoles: Endpoint = {
  method: 'GET',
  path: '/users/{id}/roles',
  scopes: ['read:users', 'read:roles'],
  rateLimit: 'other',
  handle(call, tenant) {
    const user = findUser(tenant, param(call, 'id'));
    return replyWithPage(call, 'roles', rolesOf(tenant, user.user_id), toAnswer);
  },
};

export const addUserRoles: Endpoint = {
  method: 'POST',
  path: '/users/{id}/roles',
  scopes: ['update:users', 'create:role_members'],
  rateLimit: 'other',
  handle(call, tenant) {
    const user = findUser(tenant, param(call, 'id'));
    const { roles } = readBody(call, body);
    for (const roleId of roles) findRole(tenant, roleId);
    for (const roleId of roles) assignRole(tenant, roleId, user.user_id);
    return { status: 204 };
  },
};

export const removeUserRoles: Endpoint = {
  method: 'DELETE',
  path: '/users/{id}/roles',
  scopes: ['update:users', 'delete:role_members'],
  rateLimit: 'other',
  handle(call, tenant) {
    const user = findUser(tenant, param(call, 'id'));
    for (const roleId of readBody(call, body).roles) {
      assignmentCollection(tenant).delete(`${roleId} ${user.user_id}`);
    }
    return { status: 204 };
  },
};
