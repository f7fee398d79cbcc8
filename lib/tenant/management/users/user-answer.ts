import type { JsonObject } from '#lib/json.ts';
import type { TenantUser } from '../../tenant-user.ts';

/** A user as the Management API shows it: without the password's hash. */
export function userAnswer({ password_hash: _secret, ...answer }: TenantUser): JsonObject {
  return answer;
}
