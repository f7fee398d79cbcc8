import { beforeEach, describe, expect, test } from 'vitest';
import type { DeviceGroup } from '#lib/auth0/device-credentials.ts';
import { answering, defaultAccess, settingsHook, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import type { Manager } from './manager.ts';
import { listDevices } from './sign-ins/list-devices.ts';
import { listMultifactor } from './sign-ins/list-multifactor.ts';
import { listSessions } from './sign-ins/list-sessions.ts';
import { removeMultifactor } from './sign-ins/remove-multifactor.ts';
import { revokeAccess } from './sign-ins/revoke-access.ts';
import { revokeDevice } from './sign-ins/revoke-device.ts';

const world = worldWithOwnHooks();
const nina = 'auth0|nina';
const hana = 'auth0|hana';

/** An access hook that refuses one action with a sentence, and nothing else. */
function refusing(action: string): string {
  return `(ctx, callback) => callback(ctx.payload.action === '${action}' ? 'Not ${action} here.' : null)`;
}

beforeEach(async () => {
  const { tenant } = world;
  await tenant.setHooks({ access: defaultAccess });
  await tenant.putUser({ user_id: hana, email: 'hana@example.com', app_metadata: { department: 'HR' } });
  await tenant.putTraces({
    devices: [
      { user_id: nina, device_name: 'Firefox on Linux' },
      { user_id: nina, device_name: 'Safari on iPhone', type: 'rotating_refresh_token' },
      { user_id: hana, device_name: 'Hana’s laptop' },
    ],
    sessions: [{ user_id: nina }, { user_id: hana }],
    methods: [nina, hana].flatMap((userId) => [
      { user_id: userId, type: 'totp' },
      { user_id: userId, type: 'phone', phone_number: '+12125550123' },
    ]),
  });
});

const devicesOf = async (userId: string, group: DeviceGroup = 'steady') =>
  (await listDevices(signedIn(world.people.ivan), { userId, group })).devices.map(({ id }) => id);
const steadyDevices = (manager: Manager, userId: string) => listDevices(manager, { userId, group: 'steady' });
const methodsOf = async (userId: string) =>
  (await listMultifactor(signedIn(world.people.ivan), userId)).methods.map(({ id, kind }) => ({ id, kind }));
const sessionsOf = async (userId: string) =>
  (await listSessions(signedIn(world.people.ivan), userId)).sessions;

describe('what a user is signed in with', () => {
  test('is the user’s own: a device, two factors and a session without its id', async () => {
    const kelly = signedIn(world.people.kelly);
    const { devices, revoke } = await steadyDevices(kelly, nina);
    expect(devices.map(({ name }) => name)).toEqual(['Firefox on Linux']);
    expect(revoke).toEqual({ permitted: true });
    const rotating = await listDevices(kelly, { userId: nina, group: 'rotating' });
    expect(rotating.devices.map(({ name }) => name)).toEqual(['Safari on iPhone']);
    const { sessions } = await listSessions(kelly, nina);
    expect(sessions).toHaveLength(1);
    expect(Object.keys(sessions?.[0] ?? {})).not.toContain('id');
    const { methods } = await listMultifactor(kelly, nina);
    expect(methods.map(({ kind, detail }) => [kind, detail]).toSorted()).toEqual([
      ['One-time password from an app', null],
      ['Text message or voice call', '+12125550123'],
    ]);
  });

  test.each([
    ['devices', steadyDevices],
    ['sessions', listSessions],
    ['second factors', listMultifactor],
  ])('%s of another department’s user are not found, and a hook may refuse to show them', async (_, list) => {
    expect((await problemOf(list(signedIn(world.people.kelly), hana))).code).toBe('not-found');
    await world.tenant.setHooks({ access: refusing('read:devices') });
    const refused = await problemOf(list(signedIn(world.people.kelly), nina));
    expect(refused).toMatchObject({ code: 'refused-by-hook', message: 'Not read:devices here.' });
    await world.tenant.setHooks({ access: refusing('read:logs') });
    await expect(list(signedIn(world.people.kelly), nina)).resolves.toBeDefined();
  });

  test('a mask hides telephone numbers and IP addresses here as well', async () => {
    await world.tenant.setHooks({ access: '(ctx, callback) => callback(null, { name: "N." })' });
    const kelly = signedIn(world.people.kelly);
    const seen = JSON.stringify([await listMultifactor(kelly, nina), await listSessions(kelly, nina)]);
    expect(seen).toContain('Text message');
    expect(seen).not.toContain('+12125550123');
  });

  test('a tenant that lists no sessions says so, and access can be revoked all the same', async () => {
    await world.tenant.setFaults({
      respond: [{ match: { method: 'GET', path: '/users/auth0%7Cnina/sessions' }, status: 403 }],
    });
    const { sessions, revoke } = await listSessions(signedIn(world.people.kelly), nina);
    expect(sessions).toBeNull();
    expect(revoke).toEqual({ permitted: true });
  });
});

describe('revoking', () => {
  test('one device leaves the others, and takes three calls', async () => {
    const [first] = await devicesOf(nina, 'rotating');
    const type = 'rotating_refresh_token';
    const calls = await world.tenant.callsOf(() =>
      revokeDevice(signedIn(world.people.kelly), { userId: nina, deviceId: `${first}`, type }),
    );
    expect(calls).toEqual([
      'GET /users/auth0%7Cnina',
      'GET /device-credentials',
      `DELETE /device-credentials/${first}`,
    ]);
    expect(await devicesOf(nina, 'rotating')).toEqual([]);
    expect(await devicesOf(nina)).toHaveLength(1);
  });

  test('by the id of somebody else’s device, or by what is no id, does nothing', async () => {
    const [foreign] = await devicesOf(hana);
    for (const deviceId of [`${foreign}`, '..', '.', '', '../users/auth0%7Cnina']) {
      const calls = await world.tenant.callsOf(async () => {
        const problem = await problemOf(
          revokeDevice(signedIn(world.people.kelly), { userId: nina, deviceId, type: 'refresh_token' }),
        );
        expect(problem.code).toBe('invalid-input');
      });
      expect(calls.filter((call) => !call.startsWith('GET '))).toEqual([]);
    }
    expect(await devicesOf(hana)).toHaveLength(1);
    expect(await devicesOf(nina)).toHaveLength(1);
  });

  test('all access ends the sessions and takes the tokens of this user back, and of nobody else', async () => {
    const told = await revokeAccess(signedIn(world.people.kelly), { userId: nina });
    expect(told).toEqual({ name: 'Nina' });
    expect(await sessionsOf(nina)).toEqual([]);
    expect(await devicesOf(nina)).toEqual([]);
    expect(await devicesOf(nina, 'rotating')).toEqual([]);
    expect(await sessionsOf(hana)).toHaveLength(1);
    expect(await devicesOf(hana)).toHaveLength(1);
  });

  test('takes what blocking takes: role, department, the hook’s word, and nobody with more rights', async () => {
    const { kelly, amir, ivan, olga } = world.people;
    const [device] = await devicesOf(nina);
    const attempts = (manager: typeof kelly, userId: string) => [
      revokeAccess(signedIn(manager), { userId }),
      revokeDevice(signedIn(manager), { userId, deviceId: `${device}`, type: 'refresh_token' }),
    ];
    const codesOf = (manager: typeof kelly, userId: string) =>
      Promise.all(attempts(manager, userId).map(async (attempt) => (await problemOf(attempt)).code));
    expect(await codesOf(amir, hana)).toEqual(['not-allowed', 'not-allowed']);
    expect(await codesOf(kelly, hana)).toEqual(['not-found', 'not-found']);
    expect(await codesOf(olga, ivan.user_id)).toEqual(['refused-by-guard', 'refused-by-guard']);
    expect(await codesOf(kelly, kelly.user_id)).toEqual(['refused-by-guard', 'refused-by-guard']);
    const own = await problemOf(revokeAccess(signedIn(kelly), { userId: kelly.user_id }));
    expect(own.message).toContain('These are your own sign-ins');
    for (const action of ['block:user', 'read:devices']) {
      await world.tenant.setHooks({ access: refusing(action) });
      expect(await codesOf(kelly, nina)).toEqual(['refused-by-hook', 'refused-by-hook']);
    }
    await world.tenant.setHooks({ access: refusing('reset:password') });
    await revokeDevice(signedIn(kelly), { userId: nina, deviceId: `${device}`, type: 'refresh_token' });
    expect(await devicesOf(nina)).toEqual([]);
    await revokeAccess(signedIn(kelly), { userId: nina });
    expect(await sessionsOf(nina)).toEqual([]);
  });

  test('that breaks off after it was done is found to be done; before, it is said not to be', async () => {
    const match = { method: 'POST', path: '/users/auth0%7Cnina/revoke-access' };
    const kelly = () => signedIn(world.people.kelly);
    await world.tenant.setFaults({
      respond: [{ match, status: 503 }],
    });
    const problem = await problemOf(revokeAccess(kelly(), { userId: nina }));
    expect(problem.code).toBe('tenant-unavailable');
    expect(problem.message).toContain('it is not so that the sessions ended');
    expect(await sessionsOf(nina)).toHaveLength(1);
    await world.tenant.setFaults({
      respond: [{ match, status: 503, when: 'after' }],
    });
    await expect(revokeAccess(kelly(), { userId: nina })).resolves.toEqual({ name: 'Nina' });
  });
});

describe('removing second factors', () => {
  test('one leaves the other; all leaves none', async () => {
    const [first, second] = await methodsOf(nina);
    await removeMultifactor(signedIn(world.people.kelly), { userId: nina, methodId: `${first?.id}` });
    expect(await methodsOf(nina)).toEqual([second]);
    await removeMultifactor(signedIn(world.people.kelly), { userId: nina });
    expect(await methodsOf(nina)).toEqual([]);
    expect(await methodsOf(hana)).toHaveLength(2);
  });

  test('by what is no factor of this user changes nothing, least of all the user', async () => {
    const [foreign] = await methodsOf(hana);
    for (const methodId of [`${foreign?.id}`, '..', '.', '']) {
      const problem = await problemOf(
        removeMultifactor(signedIn(world.people.kelly), { userId: nina, methodId }),
      );
      expect(problem.code).toBe('invalid-input');
    }
    expect(await methodsOf(nina)).toHaveLength(2);
    expect(await methodsOf(hana)).toHaveLength(2);
  });

  test('is refused to an Auditor, across departments, by the hook and by the settings', async () => {
    const { kelly, amir } = world.people;
    const codeOf = async (manager: typeof kelly, userId: string) =>
      (await problemOf(removeMultifactor(signedIn(manager), { userId }))).code;
    expect(await codeOf(amir, hana)).toBe('not-allowed');
    expect(await codeOf(kelly, hana)).toBe('not-found');
    await world.tenant.setHooks({ access: refusing('remove:multifactor-provider') });
    expect(await codeOf(kelly, nina)).toBe('refused-by-hook');
    const { remove } = await listMultifactor(signedIn(kelly), nina);
    expect(remove).toMatchObject({ permitted: false, reason: 'Not remove:multifactor-provider here.' });
    await world.tenant.setHooks({
      access: defaultAccess,
      settings: settingsHook({ userFields: [{ property: 'multifactor', edit: false }] }),
    });
    expect(await codeOf(kelly, nina)).toBe('not-allowed');
    expect(await methodsOf(nina)).toHaveLength(2);
    await world.tenant.setHooks({ access: defaultAccess, settings: answering({}) });
    await removeMultifactor(signedIn(kelly), { userId: nina });
    expect(await methodsOf(nina)).toEqual([]);
  });
});
