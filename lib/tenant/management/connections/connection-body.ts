import { z } from 'zod';

/** Options of which the tenant reads some members itself; those are checked, the rest is kept. */
const connectionOptions = z
  .object({
    passwordPolicy: z.enum(['none', 'low', 'fair', 'good', 'excellent', '']).nullable().optional(),
    password_complexity_options: z
      .strictObject({ min_length: z.int().min(1).max(128).optional() })
      .optional(),
    password_no_personal_info: z.strictObject({ enable: z.boolean() }).optional(),
    password_dictionary: z
      .strictObject({ enable: z.boolean(), dictionary: z.array(z.string().max(50)).max(200).optional() })
      .optional(),
    password_history: z
      .strictObject({ enable: z.boolean(), size: z.int().min(0).max(24).optional() })
      .optional(),
    requires_username: z.boolean().optional(),
    brute_force_protection: z.boolean().optional(),
  })
  .catchall(z.json());

const changeable = {
  display_name: z.string().max(128).optional(),
  options: connectionOptions.optional(),
  enabled_clients: z.array(z.string()).optional(),
  is_domain_connection: z.boolean().optional(),
  show_as_button: z.boolean().optional(),
  realms: z.array(z.string()).optional(),
  metadata: z.record(z.string().max(255), z.string().max(255).nullable()).optional(),
};

export const newConnectionBody = z.strictObject({
  name: z
    .string()
    .max(128)
    .regex(/^[a-zA-Z0-9](-[a-zA-Z0-9]|[a-zA-Z0-9])*$/),
  strategy: z.string().min(1),
  ...changeable,
});

export const changedConnectionBody = z.strictObject(changeable);
