import { isJsonObject } from '#lib/json.ts';
import { TenantFailure } from './tenant-failure.ts';
import type { User } from './user.ts';

/**
 * The user in an answer. The SDK hands over whatever a success brings, also a proxy's page or half a body;
 * whoever asked must then take the call for interrupted.
 */
export function userIn(answer: unknown): User {
  if (!isJsonObject(answer) || typeof answer.user_id !== 'string') throw new TenantFailure('interrupted');
  return answer as User;
}

/** The array in an answer, checked as far as that it is one. */
export function arrayIn<Element>(answer: Element[] | undefined): Element[] {
  if (!Array.isArray(answer)) throw new TenantFailure('interrupted');
  return answer;
}
