import { z } from 'zod';
import { newId } from '../call/new-id.ts';
import type { AuthenticationMethod } from './authentication-method.ts';

/** What `POST` and `PUT` take. `totp_secret` is accepted and not kept: the tenant asks nobody for a second factor. */
export const newMethodBody = z.strictObject({
  type: z.enum(['phone', 'email', 'totp', 'webauthn-roaming', 'passkey']),
  name: z.string().max(20).optional(),
  totp_secret: z.string().optional(),
  phone_number: z.string().max(30).optional(),
  email: z.email().optional(),
  preferred_authentication_method: z.enum(['voice', 'sms']).optional(),
  key_id: z.string().optional(),
  public_key: z.string().optional(),
  aaguid: z.uuid().optional(),
  relying_party_identifier: z.string().optional(),
  credential_device_type: z.enum(['single_device', 'multi_device']).optional(),
  credential_backed_up: z.boolean().optional(),
  identity_user_id: z.string().optional(),
  user_agent: z.string().optional(),
  user_handle: z.string().optional(),
  transports: z.array(z.string()).optional(),
});

export function newMethod(userId: string, body: z.output<typeof newMethodBody>): AuthenticationMethod {
  const { totp_secret: _, ...kept } = body;
  const createdAt = new Date().toISOString();
  return {
    ...kept,
    id: newId(`${body.type}|dev_`),
    user_id: userId,
    confirmed: true,
    created_at: createdAt,
    enrolled_at: createdAt,
  };
}
