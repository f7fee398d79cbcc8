import type { Json, JsonObject } from '#lib/json.ts';

/** One way in which a user signs in. The first one is the main identity. */
export interface TenantIdentity {
  connection: string;
  provider: string;
  user_id: string;
  isSocial: boolean;
  [key: string]: Json | undefined;
}

/** A user as the tenant keeps it. `password_hash` never leaves the tenant. */
export interface TenantUser {
  user_id: string;
  identities: TenantIdentity[];
  created_at: string;
  updated_at: string;
  email?: string;
  email_verified?: boolean;
  username?: string;
  phone_number?: string;
  name?: string;
  given_name?: string;
  family_name?: string;
  nickname?: string;
  picture?: string;
  blocked?: boolean;
  last_login?: string;
  last_ip?: string;
  logins_count?: number;
  multifactor?: string[];
  user_metadata?: JsonObject;
  app_metadata?: JsonObject;
  password_hash?: string;
  [key: string]: Json | TenantIdentity[] | undefined;
}
