import { refreshTokensOfUser, type UserRefreshToken } from '../../oidc/user-sessions.ts';
import type { Tenant } from '../endpoint.ts';

/** A device that a user signed in on; those that hold no token of this tenant are in `device-credentials`. */
export type DeviceCredential = {
  id: string;
  device_name: string;
  device_id: string;
  type: 'public_key' | 'refresh_token' | 'rotating_refresh_token';
  user_id: string;
  client_id: string;
};

export function deviceCollection(tenant: Pick<Tenant, 'store'>) {
  return tenant.store.collection<DeviceCredential>('device-credentials');
}

/** A user's devices: the stored ones, and one for each refresh token that still works. */
export function devicesOf(tenant: Pick<Tenant, 'store'>, userId: string): DeviceCredential[] {
  const stored = Array.from(deviceCollection(tenant).values()).filter((device) => device.user_id === userId);
  return [...stored, ...refreshTokensOfUser(tenant.store, userId).map(toDevice)];
}

function toDevice(token: UserRefreshToken): DeviceCredential {
  return {
    id: token.id,
    device_name: 'Browser',
    device_id: token.sessionId ?? token.id,
    type: 'refresh_token',
    user_id: token.userId,
    client_id: token.clientId,
  };
}
