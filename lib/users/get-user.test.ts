import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type People, putPeople, signedIn } from '#lib/testing/people.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { getUser } from './get-user.ts';

let tenant: TestTenant;
let people: People;

const settings = `(ctx, callback) => callback(null, {
  dict: { memberships: 'Department' },
  membershipProperty: 'app_metadata.department',
  languageDictionary: { labels: { 'user_metadata.title': 'Role in the team' } },
  suppressRawData: ctx.request.user.app_metadata.department === 'HR',
  userFields: [
    { property: 'user_metadata.title', label: 'Title' },
    { property: 'user_metadata.tags', label: 'Tags' },
    { property: 'user_metadata.secret', label: 'Secret', display: false },
    { property: 'user_metadata.office', label: 'Office',
      display: (function (user, value) { return value[0].toUpperCase(); }).toString() },
    { property: 'app_metadata.active', label: 'Active' },
  ],
})`;

const access = `function (ctx, callback) {
  var own = ctx.request.user.app_metadata.department;
  if (ctx.payload.user.app_metadata.department !== own) return callback(new Error('Not yours.'));
  if (ctx.payload.action === 'delete:user') return callback(new Error('Nobody is deleted here.'));
  callback();
}`;

beforeAll(async () => {
  tenant = await startTestTenant('own');
  people = await putPeople(tenant);
  await tenant.putUser({
    user_id: 'auth0|ann',
    name: 'Ann Lee',
    email: 'ann@example.com',
    email_verified: true,
    blocked: true,
    app_metadata: { department: 'Finance', active: true, costs: 'confidential' },
    user_metadata: { title: 'Controller', tags: ['a', 'b'], secret: 'x', office: 'Berlin' },
  });
  await tenant.putUser({ user_id: 'auth0|hal', name: 'Hal', app_metadata: { department: 'HR' } });
});

afterAll(() => tenant.stop());
beforeEach(() => tenant.setHooks({ settings, access }));

describe('a user’s page', () => {
  test('shows the user with the declared fields and what may be done, in one call', async () => {
    const calls = await tenant.callsOf(async () => {
      const view = await getUser(signedIn(people.kelly), 'auth0|ann');
      expect(view).toMatchObject({
        userId: 'auth0|ann',
        displayName: 'Ann Lee',
        email: 'ann@example.com',
        emailVerified: true,
        status: 'blocked',
        memberships: ['Finance'],
        membershipsLabel: 'Department',
        identities: [{ connection: 'Username-Password-Authentication', provider: 'auth0', isSocial: false }],
        isSelf: false,
      });
      expect(view.fields).toEqual([
        { property: 'user_metadata.title', label: 'Role in the team', value: 'Controller' },
        { property: 'user_metadata.tags', label: 'Tags', value: 'a, b' },
        { property: 'user_metadata.office', label: 'Office', value: 'BERLIN' },
        { property: 'app_metadata.active', label: 'Active', value: 'Yes' },
      ]);
      expect(view.permitted['change:profile']).toEqual({ permitted: true });
      expect(view.permitted['delete:user']).toEqual({ permitted: false, reason: 'Nobody is deleted here.' });
      expect(view.raw).toMatchObject({ app_metadata: { costs: 'confidential' } });
    });
    expect(calls).toEqual(['GET /users/auth0%7Cann']);
  });

  test('sends no raw profile where the settings suppress it', async () => {
    expect((await getUser(signedIn(people.amir), 'auth0|hal')).raw).toBeNull();
  });

  test('shows a masked user as masked everywhere, raw profile included', async () => {
    await tenant.setHooks({
      settings,
      access: `(ctx, callback) => callback(null, { name: 'A.', app_metadata: { department: 'Finance' } })`,
    });
    const view = await getUser(signedIn(people.kelly), 'auth0|ann');
    expect(view).toMatchObject({ userId: 'auth0|ann', displayName: 'A.', email: null });
    expect(JSON.stringify(view)).not.toMatch(/confidential|Controller|BERLIN|ann@/);
  });

  test('is not there for a user who is not the manager’s', async () => {
    await expect(getUser(signedIn(people.kelly), 'auth0|hal')).rejects.toMatchObject({ code: 'not-found' });
    await expect(getUser(signedIn(people.kelly), 'auth0|gone')).rejects.toMatchObject({ code: 'not-found' });
    expect((await getUser(signedIn(people.amir), 'auth0|hal')).displayName).toBe('Hal');
  });

  test('tells the manager on their own page why they cannot block themselves', async () => {
    const view = await getUser(signedIn(people.kelly), 'auth0|kelly');
    expect(view.isSelf).toBe(true);
    expect(view.permitted['block:user']).toEqual({ permitted: false, reason: 'You cannot block yourself.' });
  });
});
