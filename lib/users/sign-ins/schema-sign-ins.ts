import { z } from 'zod';
import { deviceTypes } from '#lib/auth0/device-credentials.ts';

const id = z.string().min(1).max(500);

/** The form of what `revokeDevice` takes. */
export const revokeDeviceInput = z.strictObject({
  userId: z.string(),
  deviceId: id,
  type: z.enum(deviceTypes),
});

/** The form of what `removeMultifactor` takes; without a method it means all of them. */
export const removeMultifactorInput = z.strictObject({ userId: z.string(), methodId: id.optional() });
