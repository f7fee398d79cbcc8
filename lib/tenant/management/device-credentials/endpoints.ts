import type { JsonObject } from '#lib/json.ts';
import { revokeRefreshToken } from '../../oidc/user-sessions.ts';
import { param } from '../call/find-user.ts';
import { pickFields } from '../call/pick-fields.ts';
import { replyWithPage } from '../call/read-paging.ts';
import { type Endpoint, ManagementError } from '../endpoint.ts';
import { type DeviceCredential, deviceCollection, devicesOf } from './device-credential.ts';

/**
 * `GET /device-credentials?user_id=&client_id=&type=`. Asked for no type, Auth0 answers with refresh tokens that do
 * not rotate and with public keys, and ignores paging.
 */
const listDevices: Endpoint = {
  method: 'GET',
  path: '/device-credentials',
  scopes: ['read:device_credentials'],
  rateLimit: 'other',
  handle(call, tenant) {
    const userId = call.query.get('user_id');
    const devices = userId ? devicesOf(tenant, userId) : Array.from(deviceCollection(tenant).values());
    const wanted = ['client_id', 'type'] as const;
    const matching = devices.filter((device) =>
      wanted.every((key) => !call.query.get(key) || device[key] === call.query.get(key)),
    );
    const toItem = (device: DeviceCredential): JsonObject => pickFields(call.query, device);
    if (call.query.get('type')) return replyWithPage(call, 'device_credentials', matching, toItem);
    const steady = matching.filter(({ type }) => type !== 'rotating_refresh_token');
    return { status: 200, body: steady.map(toItem) };
  },
};

/** Auth0 takes this only with the access token of a user, which the Management API here never sees. */
const createDevice: Endpoint = {
  method: 'POST',
  path: '/device-credentials',
  scopes: ['create:current_user_device_credentials'],
  rateLimit: 'other',
  handle() {
    const message = 'A machine has no devices: this operation takes the access token of a user.';
    throw new ManagementError(403, message, 'operation_not_supported');
  },
};

/** Also takes back the refresh token that the device holds. */
const deleteDevice: Endpoint = {
  method: 'DELETE',
  path: '/device-credentials/{id}',
  scopes: ['delete:device_credentials'],
  rateLimit: 'other',
  handle(call, tenant) {
    const id = param(call, 'id');
    if (!deviceCollection(tenant).delete(id)) revokeRefreshToken(tenant.store, id);
    return { status: 204 };
  },
};

export const deviceCredentialEndpoints: Endpoint[] = [listDevices, createDevice, deleteDevice];
