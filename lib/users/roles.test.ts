import { describe, expect, test } from 'vitest';
import type { User } from '#lib/auth0/user.ts';
import type { JsonObject } from '#lib/json.ts';
import { managerOf, requireScope } from './manager.ts';
import { permissionsOf, rolesAndPermissionsOf } from './roles.ts';

const operator = 'Delegated Admin - Operator';
const claim = 'https://example.com/auth0-delegated-admin';

function rolesOf(profile: JsonObject, claims?: JsonObject) {
  return rolesAndPermissionsOf({ user_id: 'auth0|1', ...profile }, claims).roles;
}

describe('roles', () => {
  test.each<[string, JsonObject]>([
    ['the root', { roles: [operator] }],
    ['the root’s permissions', { permissions: operator }],
    ['app_metadata', { app_metadata: { roles: operator } }],
    ['app_metadata’s permissions', { app_metadata: { permissions: [{ name: operator }] } }],
    ['app_metadata.authorization', { app_metadata: { authorization: { roles: [operator, 'Other'] } } }],
    ['authorization’s permissions', { app_metadata: { authorization: { permissions: [operator] } } }],
  ])('are read from %s', (_, profile) => {
    expect(rolesOf(profile)).toEqual([operator]);
  });

  test.each<[string, JsonObject[string]]>([
    ['a text', operator],
    ['an array', [operator]],
    ['an object with roles', { roles: [operator] }],
    ['an object with a name', { name: operator }],
  ])('are read from the claim as %s', (_, value) => {
    expect(rolesOf({}, { [claim]: value })).toEqual([operator]);
  });

  test.each([
    ['another claim', { 'https://example.com/roles': [operator] }],
    ['a claim without https', { 'http://example.com/auth0-delegated-admin': [operator] }],
  ])('are not read from %s', (_, claims) => {
    expect(rolesOf({}, claims)).toEqual([]);
  });

  test.each<[string, JsonObject]>([
    ['another case', { roles: ['delegated admin - operator'] }],
    ['user_metadata, which users write themselves', { user_metadata: { roles: [operator] } }],
    ['a permission’s own name', { permissions: ['manage:config'] }],
    ['the name of something inherited', { roles: ['constructor', '__proto__', 'toString'] }],
    ['an object keyed by the role', { roles: { [operator]: true } }],
  ])('are not taken from %s', (_, profile) => {
    expect(rolesOf(profile)).toEqual([]);
  });

  test('add up, each permission once', () => {
    expect(permissionsOf(['Delegated Admin - Auditor', operator])).toEqual([
      'read:users',
      'manage:users',
      'read:logs',
    ]);
  });
});

describe('requireScope', () => {
  const user = (roles: string[]): User => ({ user_id: 'auth0|1', app_metadata: { roles } });

  test('lets a role do what it may', () => {
    const kelly = managerOf(user(['Delegated Admin - User']), {});
    expect(() => requireScope(kelly, 'manage:users')).not.toThrow();
  });

  test('tells somebody whose role is too small from somebody without any', () => {
    const amir = managerOf(user(['Delegated Admin - Auditor']), {});
    const pia = managerOf(user([]), {});
    expect(() => requireScope(amir, 'manage:users')).toThrow(
      expect.objectContaining({ code: 'not-allowed' }),
    );
    expect(() => requireScope(pia, 'read:users')).toThrow(expect.objectContaining({ code: 'no-role' }));
  });
});
