import { z } from 'zod';
import { isJsonObject, type JsonObject } from '#lib/json.ts';
import type { TenantIdentity, TenantUser } from '../../tenant-user.ts';
import { findUser, param } from '../call/find-user.ts';
import { forgetUser } from '../call/forget-user.ts';
import { readBody } from '../call/read-body.ts';
import { type Endpoint, ManagementError } from '../endpoint.ts';

const linkBody = z.strictObject({
  provider: z.string().min(1),
  user_id: z.union([z.string().min(1), z.int()]),
  connection_id: z.string().optional(),
});

/**
 * `POST /users/{id}/identities`: the named user becomes a further identity of this one and is no user of its own any
 * more; its metadata is not kept.
 */
const linkIdentity: Endpoint = {
  method: 'POST',
  path: '/users/{id}/identities',
  scopes: ['update:users'],
  rateLimit: 'write-users',
  handle(call, tenant) {
    const primary = findUser(tenant, param(call, 'id'));
    const body = readBody(call, linkBody);
    const named = String(body.user_id);
    const userId = named.startsWith(`${body.provider}|`) ? named : `${body.provider}|${named}`;
    if (userId === primary.user_id) {
      throw new ManagementError(
        400,
        'Main identity and the new one are the same.',
        'operation_not_supported',
      );
    }
    const secondary = findUser(tenant, userId);
    const identities = [...primary.identities, ...secondary.identities.map((own) => linked(own, secondary))];
    forgetUser(tenant, secondary.user_id);
    tenant.store.users.set(primary.user_id, { ...primary, identities, updated_at: new Date().toISOString() });
    return { status: 201, body: identities.map(toAnswer) };
  },
};

/** `DELETE /users/{id}/identities/{provider}/{user_id}`: the identity becomes a user of its own again. */
const unlinkIdentity: Endpoint = {
  method: 'DELETE',
  path: '/users/{id}/identities/{provider}/{user_id}',
  scopes: ['update:users'],
  rateLimit: 'write-users',
  handle(call, tenant) {
    const primary = findUser(tenant, param(call, 'id'));
    const [main, ...others] = primary.identities;
    const isNamed = (one: TenantIdentity) =>
      one.provider === param(call, 'provider') && one.user_id === param(call, 'user_id');
    const identity = others.find(isNamed);
    if (!main || !identity) {
      const message = 'The identity does not exist, or it is the main one, which cannot be taken off.';
      throw new ManagementError(400, message, 'inexistent_identity');
    }
    const { profileData, ...own } = identity;
    const time = new Date().toISOString();
    const separate: TenantUser = {
      ...(isJsonObject(profileData) ? profileData : {}),
      user_id: `${identity.provider}|${identity.user_id}`,
      identities: [own],
      created_at: time,
      updated_at: time,
    };
    const identities = [main, ...others.filter((one) => one !== identity)];
    tenant.store.users.set(primary.user_id, { ...primary, identities, updated_at: time });
    tenant.store.users.set(separate.user_id, separate);
    return { status: 200, body: identities.map(toAnswer) };
  },
};

export const identityEndpoints: Endpoint[] = [linkIdentity, unlinkIdentity];

const profileKeys = [
  'email',
  'email_verified',
  'name',
  'username',
  'given_name',
  'family_name',
  'phone_number',
];

function linked(identity: TenantIdentity, user: TenantUser): TenantIdentity {
  const profile = profileKeys.flatMap((key) => (user[key] === undefined ? [] : [[key, user[key]] as const]));
  return { ...identity, profileData: JSON.parse(JSON.stringify(Object.fromEntries(profile))) };
}

function toAnswer(identity: TenantIdentity): JsonObject {
  return { ...identity };
}
