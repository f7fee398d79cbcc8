import { expect, test } from 'vitest';
import { callGroupOf } from './call-group.ts';

test.each([
  ['GET', '/users', 'read-users'],
  ['GET', '/users/auth0%7C1', 'read-users'],
  ['GET', '/users-by-email', 'read-users'],
  ['GET', '/user-blocks/auth0%7C1', 'read-users'],
  ['POST', '/users', 'write-users'],
  ['PATCH', '/users/auth0%7C1', 'write-users'],
  ['DELETE', '/users/auth0%7C1', 'delete-users'],
  ['DELETE', '/user-blocks/auth0%7C1', 'delete-users'],
  ['GET', '/logs', 'read-logs'],
  ['GET', '/logs/90020261123', 'read-logs'],
  ['GET', '/users/auth0%7C1/logs', 'read-logs'],
  ['GET', '/connections', 'connections'],
  ['GET', '/users/auth0%7C1/roles', 'other'],
  ['DELETE', '/users/auth0%7C1/roles', 'other'],
  ['POST', '/jobs/verification-email', 'other'],
])('%s %s is counted with %s', (method, path, group) => {
  expect(callGroupOf(method, `/api/v2${path}`)).toBe(group);
});
