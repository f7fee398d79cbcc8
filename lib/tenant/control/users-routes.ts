import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { JsonObject } from '#lib/json.ts';
import { param } from '../management/call/find-user.ts';
import { forgetUser } from '../management/call/forget-user.ts';
import { readBody } from '../management/call/read-body.ts';
import { connectionByName } from '../management/connections/connection.ts';
import { ManagementError, type Tenant } from '../management/endpoint.ts';
import { hashPassword } from '../passwords.ts';
import type { Route } from '../server/route.ts';
import type { TenantUser } from '../tenant-user.ts';

const identity = z
  .object({ connection: z.string(), provider: z.string(), user_id: z.string(), isSocial: z.boolean() })
  .catchall(z.json());

const userBody = z
  .object({
    user_id: z.string().min(3).optional(),
    connection: z.string().default('Username-Password-Authentication'),
    password: z.string().optional(),
    email: z.string().optional(),
    username: z.string().optional(),
    identities: z.array(identity).min(1).optional(),
    name: z.string().optional(),
    created_at: z.iso.datetime().optional(),
    updated_at: z.iso.datetime().optional(),
    app_metadata: z.record(z.string(), z.json()).optional(),
    user_metadata: z.record(z.string(), z.json()).optional(),
  })
  .catchall(z.json());

/**
 * `POST /_control/users`: puts a user in as the body says, past every rule of the API; for a test's fixtures. A user
 * with the same id is replaced. Answers 201 with the user.
 */
const putUser: Route = {
  method: 'POST',
  path: '/_control/users',
  async handle(call, tenant) {
    const { password, connection, ...attributes } = readBody(call, userBody);
    const strategy = connectionByName(tenant, connection)?.strategy ?? 'auth0';
    const userId = attributes.user_id ?? `${strategy}|${randomBytes(12).toString('hex')}`;
    const time = new Date().toISOString();
    const user: TenantUser = {
      created_at: time,
      updated_at: time,
      email_verified: false,
      name: attributes.email ?? attributes.username ?? userId,
      nickname: (attributes.email ?? attributes.username ?? userId).split('@')[0],
      ...attributes,
      user_id: userId,
      identities: attributes.identities ?? [
        {
          connection,
          provider: strategy,
          user_id: userId.slice(userId.indexOf('|') + 1),
          isSocial: strategy === 'google-oauth2',
        },
      ],
      ...(password === undefined ? {} : { password_hash: await hashPassword(password) }),
    };
    tenant.store.users.set(userId, user);
    return { status: 201, json: toAnswer(user) };
  },
};

const deleteUser: Route = {
  method: 'DELETE',
  path: '/_control/users/{id}',
  handle(call, tenant) {
    refuseUnknown(tenant, param(call, 'id'));
    forgetUser(tenant, param(call, 'id'));
    return { status: 204 };
  },
};

export const usersRoutes: Route[] = [putUser, deleteUser];

function refuseUnknown(tenant: Tenant, userId: string): void {
  if (!tenant.store.users.get(userId)) throw new ManagementError(404, 'There is no user with this id.');
}

function toAnswer({ password_hash: _, ...user }: TenantUser): JsonObject {
  return JSON.parse(JSON.stringify(user));
}
