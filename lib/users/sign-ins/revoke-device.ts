import { type DeviceType, deleteDevice, readDevicesOfType } from '#lib/auth0/device-credentials.ts';
import { AppError } from '#lib/errors.ts';
import { words } from '#lib/words.ts';
import { displayNameOf } from '../display-name.ts';
import { type Manager, requireScope } from '../manager.ts';
import { recorded } from '../recorded.ts';
import { permitRevocation } from './revocation.ts';

/**
 * Signs one of a user's devices out, in three calls: which devices are the user's is asked of the tenant, never
 * taken from the browser.
 * @param input.type says only where the device is looked for
 * @throws AppError 'invalid-input' when the user has no such device any more; 'not-found', 'not-allowed',
 * 'no-role', 'refused-by-hook', 'refused-by-guard', 'hook-failed', 'tenant-refused', 'tenant-limit',
 * 'tenant-unavailable'
 */
export const revokeDevice = recorded(
  'revoke:device',
  async (
    manager: Manager,
    { userId, deviceId, type }: { userId: string; deviceId: string; type: DeviceType },
  ): Promise<{ name: string }> => {
    requireScope(manager, 'manage:users');
    const { permitted, seenAs } = await permitRevocation(manager, userId);
    const devices = await readDevicesOfType(permitted, type);
    const device = devices.find(({ id }) => id === deviceId);
    if (!device) {
      throw new AppError(
        'invalid-input',
        words(
          'This device is signed out already, or it never was a device of this user. Nothing was changed.',
        ),
      );
    }
    await deleteDevice(permitted, device);
    return { name: displayNameOf(seenAs) };
  },
);
