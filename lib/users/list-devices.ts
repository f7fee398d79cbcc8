import { type DeviceType, readDevices } from '#lib/auth0/device-credentials.ts';
import type { Manager } from './manager.ts';
import { permitToRead } from './permit.ts';
import { mayRevoke } from './revocation.ts';
import type { PartPermission } from './user-form.ts';

export interface DeviceView {
  id: string;
  /** As the tenant knows it, which may be a whole user agent; `null` where it does not. */
  name: string | null;
  type: DeviceType;
  clientId: string | null;
}

export interface UserDevices {
  devices: DeviceView[];
  /** Whether this manager may sign the devices out, and if not, why not. */
  revoke: PartPermission;
}

/**
 * The devices that are signed in for a user. Beside the user's page it takes two calls to the tenant.
 * @throws AppError 'not-found', 'refused-by-hook', 'hook-failed', 'tenant-limit', 'tenant-unavailable'
 */
export async function listDevices(manager: Manager, userId: string): Promise<UserDevices> {
  const { permitted } = await permitToRead(manager, userId, 'read:devices');
  const [devices, revoke] = await Promise.all([readDevices(permitted), mayRevoke(manager, userId)]);
  return {
    devices: devices.map(({ id, name, type, clientId }) => ({
      id,
      name: name ?? null,
      type,
      clientId: clientId ?? null,
    })),
    revoke,
  };
}
