import type { Json, JsonObject } from '#lib/json.ts';

export interface UserIdentity {
  connection: string;
  provider: string;
  user_id: string;
  isSocial?: boolean;
  [key: string]: Json | undefined;
}

/** A user as the Management API gives it. Which members are there depends on the user. */
export interface User {
  user_id: string;
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
  created_at?: string;
  updated_at?: string;
  last_login?: string;
  last_ip?: string;
  logins_count?: number;
  multifactor?: string[];
  identities?: UserIdentity[];
  user_metadata?: JsonObject;
  app_metadata?: JsonObject;
  [key: string]: Json | UserIdentity[] | undefined;
}
