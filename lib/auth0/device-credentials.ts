import { DeviceCredentialsClient } from 'auth0/deviceCredentials';
import { isJsonObject } from '#lib/json.ts';
import { words } from '#lib/words.ts';
import { readFromTenant } from './client.ts';
import { asAppError } from './errors.ts';
import type { Permitted } from './proofs.ts';
import { arrayIn } from './tenant-answer.ts';
import { writeAndCheck } from './write-and-check.ts';

export const deviceTypes = ['refresh_token', 'rotating_refresh_token', 'public_key'] as const;

export type DeviceType = (typeof deviceTypes)[number];

/** A device that holds a refresh token or a key of a user. */
export interface Device {
  id: string;
  name: string | undefined;
  type: DeviceType;
  clientId: string | undefined;
}

/** The API lists devices whose refresh tokens rotate, which are replaced with every use, apart from all others. */
export const deviceGroups = ['steady', 'rotating'] as const;

export type DeviceGroup = (typeof deviceGroups)[number];

/** Nobody signs in on more; the rest would be on further pages. */
const devicesMax = 100;

/**
 * One of the two lists of a user's devices, in one call: asked for no type, the API answers with all but those
 * whose refresh tokens rotate, and ignores paging.
 * @throws AppError what every reading call throws
 * @see https://auth0.com/docs/api/management/v2/device-credentials/get-device-credentials
 */
export function readDevices(permitted: Permitted<'read:devices'>, group: DeviceGroup): Promise<Device[]> {
  return group === 'steady'
    ? readList(permitted, {})
    : readDevicesOfType(permitted, 'rotating_refresh_token');
}

/** The user's devices of one type, in one call; as `readDevices` else. */
export function readDevicesOfType(permitted: Permitted<'read:devices'>, type: DeviceType): Promise<Device[]> {
  return readList(permitted, { type, page: 0, per_page: devicesMax });
}

async function readList(
  permitted: Permitted<'read:devices'>,
  asked: { type?: DeviceType; page?: number; per_page?: number },
): Promise<Device[]> {
  const { user_id: userId } = permitted.user;
  try {
    return await readFromTenant(async (client, options) => {
      const { response } = await new DeviceCredentialsClient(client).list(
        { ...asked, user_id: userId },
        options,
      );
      return credentialsIn(response).flatMap((credential) => deviceIn(credential, userId) ?? []);
    });
  } catch (error) {
    throw asAppError(error);
  }
}

/** Paged answers are an object, others an array. */
function credentialsIn(answer: unknown): unknown[] {
  const list = isJsonObject(answer) ? answer.device_credentials : answer;
  return arrayIn(Array.isArray(list) ? list : undefined);
}

function deviceIn(credential: unknown, userId: string): Device | undefined {
  if (!isJsonObject(credential) || credential.user_id !== userId) return undefined;
  const { id, device_name: name, client_id: clientId } = credential;
  if (typeof id !== 'string') return undefined;
  return {
    id,
    name: typeof name === 'string' && name !== '' ? name : undefined,
    type: deviceTypes.find((type) => type === credential.type) ?? 'refresh_token',
    clientId: typeof clientId === 'string' ? clientId : undefined,
  };
}

/**
 * Takes a device's refresh token or key back. Sent once; a doubtful end is resolved by reading back.
 * @param device one that was found for the same user
 * @throws AppError 'tenant-refused', 'tenant-limit', 'tenant-unavailable'
 */
export function deleteDevice(
  permitted: Permitted<'read:devices' | 'block:user'>,
  device: Device,
): Promise<void> {
  return writeAndCheck({
    notDone: words(
      'The tenant had a fault: it is not so that the device was signed out. Try again in a moment.',
    ),
    inDoubt: words(
      'The tenant did not confirm that the device was signed out. It may still happen: look before you try again.',
    ),
    send: (client, options) => new DeviceCredentialsClient(client).delete(device.id, options),
    isDone: async () => {
      const left = await readDevicesOfType(permitted, device.type);
      return left.every(({ id }) => id !== device.id);
    },
  });
}
