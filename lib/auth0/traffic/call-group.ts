/** The calls that Auth0 counts together against one limit. */
export const callGroups = [
  'read-users',
  'write-users',
  'delete-users',
  'read-logs',
  'connections',
  'other',
] as const;

export type CallGroup = (typeof callGroups)[number];

/**
 * The group of a call to the Management API.
 * @param pathname `/api/v2/users/auth0%7C1`
 * @see https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy/rate-limit-configurations
 */
export function callGroupOf(method: string, pathname: string): CallGroup {
  const [, , , resource = '', id, part] = pathname.split('/');
  if (resource === 'logs' || part === 'logs') return 'read-logs';
  if (resource === 'connections') return 'connections';
  if (resource === 'users-by-email') return 'read-users';
  if (resource === 'user-blocks' || (resource === 'users' && part === undefined)) {
    if (method === 'DELETE' && id !== undefined) return 'delete-users';
    return method === 'GET' ? 'read-users' : 'write-users';
  }
  return 'other';
}
