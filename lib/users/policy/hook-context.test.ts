import { describe, expect, test } from 'vitest';
import { managerOf } from '../manager.ts';
import { hookContext } from './hook-context.ts';

const profile = {
  user_id: 'auth0|kelly',
  email: 'kelly@example.com',
  app_metadata: { department: 'Finance', roles: ['Delegated Admin - User'] },
};

describe('what a hook learns of the manager', () => {
  test('is the whole profile, the claims and the permissions', () => {
    const manager = managerOf(profile, { sub: 'auth0|kelly', 'https://example.com/team': 'blue' });
    expect(hookContext(manager, { payload: { action: 'read:user' } })).toEqual({
      payload: { action: 'read:user' },
      request: {
        user: {
          ...profile,
          sub: 'auth0|kelly',
          'https://example.com/team': 'blue',
          scope: ['read:users', 'manage:users'],
        },
      },
    });
  });

  test('holds no token', () => {
    const manager = managerOf(profile, {
      sub: 'auth0|kelly',
      access_token: 'secret-1',
      id_token: 'secret-2',
    });
    expect(JSON.stringify(hookContext(manager, {}))).not.toContain('secret');
  });

  test('has app_metadata only when the profile has some, whatever the claims say', () => {
    const manager = managerOf({ user_id: 'auth0|1' }, { app_metadata: { department: 'Finance' } });
    expect(hookContext(manager, {}).request).toEqual({ user: { user_id: 'auth0|1', scope: [] } });
  });

  test('cannot be replaced by what a verb adds to the request', () => {
    const manager = managerOf(profile, {});
    const members = { request: { user: { user_id: 'auth0|other' }, originalUser: { user_id: 'auth0|2' } } };
    expect(hookContext(manager, members).request).toMatchObject({
      user: { user_id: 'auth0|kelly' },
      originalUser: { user_id: 'auth0|2' },
    });
  });
});
