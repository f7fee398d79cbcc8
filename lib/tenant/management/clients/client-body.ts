import { z } from 'zod';

const name = z
  .string()
  .min(1)
  .regex(/^[^<>]*$/, 'does not allow < or >');
const address = z
  .string()
  .max(1_024)
  .refine((text) => URL.canParse(text), 'Object didn’t pass validation for format absolute-uri-or-empty');
const addresses = z.array(address).max(1_000);

const metadataKeysMax = 10;
const metadata = z
  .record(z.string().max(255), z.string().max(255).nullable())
  .refine((value) => Object.keys(value).length <= metadataKeysMax, `at most ${metadataKeysMax} properties`);

/** Members whose values the tenant reads or checks; those below are kept as they come. */
const changeable = {
  description: z.string().max(140).optional(),
  app_type: z.enum(['native', 'spa', 'regular_web', 'non_interactive']).optional(),
  callbacks: addresses.optional(),
  allowed_logout_urls: addresses.optional(),
  allowed_origins: addresses.optional(),
  web_origins: addresses.optional(),
  grant_types: z.array(z.string().min(1)).optional(),
  token_endpoint_auth_method: z.enum(['none', 'client_secret_post', 'client_secret_basic']).optional(),
  is_first_party: z.boolean().optional(),
  oidc_conformant: z.boolean().optional(),
  logo_uri: z.string().optional(),
  initiate_login_uri: z.string().optional(),
  client_metadata: metadata.optional(),
  jwt_configuration: z.record(z.string(), z.json()).optional(),
  refresh_token: z.record(z.string(), z.json()).nullable().optional(),
  organization_usage: z.enum(['deny', 'allow', 'require']).optional(),
  sso: z.boolean().optional(),
  cross_origin_authentication: z.boolean().optional(),
};

export const newClientBody = z.strictObject({ name, ...changeable });

export const changedClientBody = z.strictObject({
  name: name.optional(),
  client_secret: z.string().min(1).optional(),
  ...changeable,
});
