import { z } from 'zod';
import { param } from '../call/find-user.ts';
import { newId } from '../call/new-id.ts';
import { readBody } from '../call/read-body.ts';
import { replyWithPage } from '../call/read-paging.ts';
import { type Endpoint, ManagementError, type Tenant } from '../endpoint.ts';
import { assignmentCollection, findRole, roleCollection, toAnswer } from './role.ts';

export const listRoles: Endpoint = {
  method: 'GET',
  path: '/roles',
  scopes: ['read:roles'],
  rateLimit: 'other',
  handle(call, tenant) {
    const filter = call.query.get('name_filter')?.toLowerCase() ?? '';
    const matching = Array.from(roleCollection(tenant).values())
      .filter((role) => role.name.toLowerCase().includes(filter))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    return replyWithPage(call, 'roles', matching, toAnswer);
  },
};

export const getRole: Endpoint = {
  method: 'GET',
  path: '/roles/{id}',
  scopes: ['read:roles'],
  rateLimit: 'other',
  handle: (call, tenant) => ({ status: 200, body: toAnswer(findRole(tenant, param(call, 'id'))) }),
};

const name = z.string().min(1).max(50);
const description = z.string().max(255);

export const createRole: Endpoint = {
  method: 'POST',
  path: '/roles',
  scopes: ['create:roles'],
  rateLimit: 'other',
  handle(call, tenant) {
    const body = readBody(call, z.strictObject({ name, description: description.optional() }));
    refuseTakenName(tenant, body.name);
    const role = { id: newId('rol_'), name: body.name, description: body.description ?? body.name };
    roleCollection(tenant).set(role.id, role);
    return { status: 200, body: toAnswer(role) };
  },
};

export const patchRole: Endpoint = {
  method: 'PATCH',
  path: '/roles/{id}',
  scopes: ['update:roles'],
  rateLimit: 'other',
  handle(call, tenant) {
    const present = findRole(tenant, param(call, 'id'));
    const body = readBody(
      call,
      z.strictObject({ name: name.optional(), description: description.optional() }),
    );
    if (body.name && body.name !== present.name) refuseTakenName(tenant, body.name);
    const changed = { ...present, ...body };
    roleCollection(tenant).set(changed.id, changed);
    return { status: 200, body: toAnswer(changed) };
  },
};

/** Auth0 answers 200 with an empty body, also when the role was not there. */
export const deleteRole: Endpoint = {
  method: 'DELETE',
  path: '/roles/{id}',
  scopes: ['delete:roles'],
  rateLimit: 'other',
  handle(call, tenant) {
    const roleId = param(call, 'id');
    for (const assignment of Array.from(assignmentCollection(tenant).values())) {
      if (assignment.role_id === roleId) assignmentCollection(tenant).delete(assignment.id);
    }
    roleCollection(tenant).delete(roleId);
    return { status: 200 };
  },
};

function refuseTakenName(tenant: Tenant, wanted: string): void {
  for (const role of roleCollection(tenant).values()) {
    if (role.name === wanted) {
      throw new ManagementError(409, 'A role with the same name already exists.', 'role_conflict');
    }
  }
}
