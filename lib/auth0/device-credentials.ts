import { DeviceCredentialsClient } from 'auth0/deviceCredentials';
import { readFromTenant } from './client.ts';
import { asAppError } from './errors.ts';
import type { Permitted } from './proofs.ts';
import { arrayIn } from './tenant-answer.ts';
import { writeAndCheck } from './write-and-check.ts';

/** A device that holds a refresh token or a key of a user. */
export interface Device {
  id: string;
  name: string | undefined;
  type: string;
  clientId: string | undefined;
}

/** Nobody signs in on more; the rest would be on further pages. */
const devicesMax = 100;

/**
 * The user's devices, in one call.
 * @throws AppError what every reading call throws
 */
export async function readDevices(permitted: Permitted<'read:devices'>): Promise<Device[]> {
  const { user_id: userId } = permitted.user;
  try {
    return await readFromTenant(async (client, options) => {
      const { response } = await new DeviceCredentialsClient(client).list(
        { user_id: userId, page: 0, per_page: devicesMax, include_totals: true },
        options,
      );
      return arrayIn(response.device_credentials).flatMap(({ id, device_name: name, type, ...rest }) =>
        id && rest.user_id === userId ? [{ id, name, type: type ?? '', clientId: rest.client_id }] : [],
      );
    });
  } catch (error) {
    throw asAppError(error);
  }
}

/**
 * Takes a device's refresh token or key back. Sent once; a doubtful end is resolved by reading back.
 * @param device one of those that `readDevices` found for the same user
 * @throws AppError 'tenant-refused', 'tenant-limit', 'tenant-unavailable'
 */
export function deleteDevice(
  permitted: Permitted<'read:devices' | 'block:user'>,
  device: Device,
): Promise<void> {
  return writeAndCheck({
    done: 'the device was signed out',
    send: (client, options) => new DeviceCredentialsClient(client).delete(device.id, options),
    isDone: async () => {
      const left = await readDevices(permitted);
      return left.every(({ id }) => id !== device.id);
    },
  });
}
