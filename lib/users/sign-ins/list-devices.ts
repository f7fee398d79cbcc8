import { type DeviceGroup, type DeviceType, readDevices } from '#lib/auth0/device-credentials.ts';
import type { PartPermission } from '../form/user-form.ts';
import type { Manager } from '../manager.ts';
import { saidPermission } from '../permit/action-permission.ts';
import { permitToRead } from '../permit.ts';
import { mayRevoke } from './revocation.ts';

export interface DeviceView {
  id: string;
  /** As the tenant knows it, which may be a whole user agent; `null` where it does not. */
  name: string | null;
  type: DeviceType;
  clientId: string | null;
}

/** One of the two lists in which the tenant keeps a user's devices. */
export interface UserDevices {
  group: DeviceGroup;
  devices: DeviceView[];
  /** Whether this manager may sign the devices out, and if not, why not. */
  revoke: PartPermission;
}

/**
 * The devices that are signed in for a user, of one group. Beside the user's page it takes one call to the tenant.
 * @throws AppError 'not-found', 'refused-by-hook', 'hook-failed', 'tenant-limit', 'tenant-unavailable'
 */
export async function listDevices(
  manager: Manager,
  { userId, group }: { userId: string; group: DeviceGroup },
): Promise<UserDevices> {
  const { permitted, actions } = await permitToRead(manager, userId, 'read:devices');
  const devices = await readDevices(permitted, group);
  return {
    group,
    devices: devices.map(({ id, name, type, clientId }) => ({
      id,
      name: name ?? null,
      type,
      clientId: clientId ?? null,
    })),
    revoke: saidPermission(mayRevoke(manager, userId, actions)),
  };
}
