import { describe, expect, test } from 'vitest';
import { ownWrites } from '#lib/state/own-writes.ts';
import { type People, signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { worldWithPeople } from '#lib/testing/world.ts';
import { createUser } from './create-user.ts';
import type { FormValues } from './form/user-form.ts';
import { permit } from './permit.ts';

const world = worldWithPeople();

const password = 'Correct-horse-7';
const nina: FormValues = { email: 'nina@example.com', password, repeatPassword: password };

async function readAs(who: keyof People, userId: string) {
  return (await permit(signedIn(world.people[who]), userId, 'read:user')).user;
}

describe('Kelly, who manages Finance', () => {
  test('creates a user who lands in Finance with every field as she filled it in', async () => {
    const created = await createUser(signedIn(world.people.kelly), {
      values: {
        ...nina,
        given_name: 'Nina',
        family_name: 'Özdemir 🌱',
        memberships: ['Finance'],
        'user_metadata.title': 'Controller',
        'user_metadata.phone': '+49 30 901820',
        'user_metadata.location': 'Berlin',
        'user_metadata.address.street': 'Ackerstraße 1',
        'user_metadata.address.city': 'Berlin',
        'user_metadata.languages': ['German', 'English'],
        'user_metadata.startDate': '2027-01-04',
        'user_metadata.firstAider': true,
        'app_metadata.employment': 'permanent',
        'app_metadata.costCenter': 'FI-2040',
      },
    });
    expect(created).toMatchObject({ name: 'Nina Özdemir 🌱', email: 'nina@example.com' });
    expect(await readAs('kelly', created.userId)).toMatchObject({
      email: 'nina@example.com',
      given_name: 'Nina',
      family_name: 'Özdemir 🌱',
      name: 'Nina Özdemir 🌱',
      identities: [{ connection: 'Username-Password-Authentication', provider: 'auth0' }],
      user_metadata: {
        title: 'Controller',
        phone: '+49 30 901820',
        location: 'Berlin',
        address: { street: 'Ackerstraße 1', city: 'Berlin' },
        languages: ['German', 'English'],
        startDate: '2027-01-04',
        firstAider: true,
      },
      app_metadata: { department: 'Finance', employment: 'permanent', costCenter: 'FI-2040' },
    });
  });

  test('needs to fill in no more than e-mail address and password', async () => {
    const created = await createUser(signedIn(world.people.kelly), { values: nina });
    const user = await readAs('kelly', created.userId);
    expect(user.app_metadata).toEqual({ department: 'Finance' });
    expect(user.user_metadata ?? {}).toEqual({});
  });

  test('creates with a single call once the connections are known, and the user is noted at once', async () => {
    await createUser(signedIn(world.people.kelly), { values: nina });
    let userId = '';
    const calls = await world.tenant.callsOf(async () => {
      const values = { ...nina, email: 'omar@example.com' };
      ({ userId } = await createUser(signedIn(world.people.kelly), { values }));
    });
    expect(calls).toEqual(['POST /users']);
    expect([...(await ownWrites()).written.keys()]).toContain(userId);
  });

  test('cannot pick another department, and nobody is created', async () => {
    const calls = await world.tenant.callsOf(async () => {
      const problem = await problemOf(
        createUser(signedIn(world.people.kelly), { values: { ...nina, memberships: ['HR'] } }),
      );
      expect(problem).toMatchObject({ code: 'invalid-input', fields: { memberships: expect.any(String) } });
      expect(problem.message).toContain('“HR” is not one of yours to choose');
    });
    expect(calls).not.toContain('POST /users');
  });

  test.each([
    'user_id',
    'blocked',
    'email_verified',
    'roles',
    'permissions',
    'verify_email',
    'app_metadata',
    'app_metadata.department',
    'app_metadata.roles',
    'app_metadata.permissions',
    'app_metadata.authorization',
    'app_metadata.authorization.roles',
    'app_metadata.authorization.permissions',
    'user_metadata',
    'user_metadata.undeclared',
    'user_metadata.address',
    'https://example.com/auth0-delegated-admin',
    '__proto__',
    'constructor.prototype.roles',
    'repeat_password',
    '',
  ])('cannot send the undeclared key “%s”: the refusal names it, and nobody is created', async (key) => {
    const values: FormValues = { ...nina };
    Object.defineProperty(values, key, { value: 'IT', enumerable: true, configurable: true });
    const calls = await world.tenant.callsOf(async () => {
      const problem = await problemOf(createUser(signedIn(world.people.kelly), { values }));
      expect(problem.code).toBe('invalid-input');
      expect(problem.message).toContain(`“${key}”`);
    });
    expect(calls).toEqual([]);
  });

  test('cannot create in a connection that is not hers, and can name the one that is', async () => {
    for (const connection of ['Contractors', 'google-oauth2', 'no-such-connection']) {
      const problem = await problemOf(
        createUser(signedIn(world.people.kelly), { values: { ...nina, connection } }),
      );
      expect(problem.message).toContain('“connection”');
    }
    const values = { ...nina, connection: 'Username-Password-Authentication' };
    await expect(createUser(signedIn(world.people.kelly), { values })).resolves.toMatchObject({
      name: 'nina@example.com',
    });
  });

  test('reads at each field what is wrong with it, and nothing is sent', async () => {
    const values: FormValues = {
      email: 'nina',
      password: 'short',
      repeatPassword: 'shorter',
      name: 'x'.repeat(10_240),
      'user_metadata.location': 'Atlantis',
      'user_metadata.languages': ['English', 'Klingon'],
      'user_metadata.startDate': '2027-02-30',
      'user_metadata.firstAider': 'yes',
    };
    const calls = await world.tenant.callsOf(async () => {
      const problem = await problemOf(createUser(signedIn(world.people.kelly), { values }));
      expect(problem.code).toBe('invalid-input');
      expect(problem.fields).toEqual({
        email: 'E-mail address: An e-mail address has exactly one @.',
        name: 'Display name is too long: at most 150 characters.',
        'user_metadata.location': 'Office: pick one of the options.',
        'user_metadata.languages': 'Languages: pick one of the options.',
        'user_metadata.startDate': 'First day must be a date such as 2026-01-31.',
        'user_metadata.firstAider': 'Trained in first aid is either ticked or not.',
      });
    });
    expect(calls.filter((call) => call.startsWith('POST'))).toEqual([]);
  });

  test('reads which rules of the connection a password does not meet, and that the two differ', async () => {
    const values = { ...nina, password: 'short', repeatPassword: 'shorter' };
    const problem = await problemOf(createUser(signedIn(world.people.kelly), { values }));
    expect(problem.fields?.password).toContain('At least 8 characters');
    expect(problem.fields?.repeatPassword).toBe('The two passwords are not the same.');
    expect(JSON.stringify(problem)).not.toContain('shorter');
  });

  test('reads the sentence of a field’s own check', async () => {
    const wrong = { ...nina, 'app_metadata.costCenter': '2040' };
    const problem = await problemOf(createUser(signedIn(world.people.kelly), { values: wrong }));
    expect(problem.fields).toEqual({
      'app_metadata.costCenter':
        'A cost center is two capital letters, a hyphen and four digits, such as FI-2040.',
    });
    const right = { ...nina, 'app_metadata.costCenter': 'FI-2040' };
    await expect(createUser(signedIn(world.people.kelly), { values: right })).resolves.toBeDefined();
  });

  test('is told when somebody has the address already', async () => {
    await createUser(signedIn(world.people.kelly), { values: nina });
    const again = { ...nina, email: 'NINA@example.com' };
    expect(await problemOf(createUser(signedIn(world.people.kelly), { values: again }))).toMatchObject({
      code: 'already-taken',
    });
  });
});

test('Noor, who has no department, is told to ask IT', async () => {
  const problem = await problemOf(createUser(signedIn(world.people.noor), { values: nina }));
  expect(problem.code).toBe('refused-by-hook');
  expect(problem.message).toBe('You are not part of any department yet. Ask IT to add you to one.');
});

test('Amir, an auditor, and Pia, who has no role, create nobody', async () => {
  const values = { ...nina, memberships: ['HR'] };
  expect(await problemOf(createUser(signedIn(world.people.amir), { values }))).toMatchObject({
    code: 'not-allowed',
  });
  expect(await problemOf(createUser(signedIn(world.people.pia), { values }))).toMatchObject({
    code: 'no-role',
  });
});
