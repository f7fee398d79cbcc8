import { beforeEach, describe, expect, test } from 'vitest';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { worldWithPeople } from '#lib/testing/world.ts';
import { createUserForm, editUserForm } from './form.ts';
import { checkCreateForm } from './form-check-create.ts';
import { checkEditForm } from './form-check-edit.ts';

const world = worldWithPeople();

beforeEach(async () => {
  await world.tenant.putUser({
    user_id: 'auth0|nina',
    email: 'nina@example.com',
    name: 'Nina',
    user_metadata: {
      languages: ['Polish', 'German'],
      location: 'Warsaw',
      address: { city: 'Łódź' },
      secret: 'x',
    },
    app_metadata: { department: 'Finance', costCenter: 'FI-2040' },
  });
});

const profile = [
  'user_metadata.title',
  'user_metadata.phone',
  'user_metadata.location',
  'user_metadata.address.street',
  'user_metadata.address.city',
  'user_metadata.languages',
  'user_metadata.startDate',
  'user_metadata.firstAider',
  'app_metadata.employment',
  'app_metadata.costCenter',
];

describe('the form for a new user', () => {
  test('asks Kelly for no connection, and shows the one department that there is', async () => {
    const form = await createUserForm(signedIn(world.people.kelly));
    expect(form.fields.map(({ property }) => property)).toEqual([
      ...['email', 'given_name', 'family_name', 'name', 'memberships'],
      ...profile,
      ...['password', 'repeatPassword'],
    ]);
    expect(form.memberships).toEqual({
      label: 'Department',
      choices: ['Finance'],
      createMemberships: false,
      preset: ['Finance'],
      multiple: false,
    });
    expect(form.connections.map(({ name }) => name)).toEqual(['Username-Password-Authentication']);
    expect(form).toMatchObject({ mode: 'create', title: 'Steward demo' });
  });

  test('lets Ivan choose department and connection, with the rules of each connection', async () => {
    const form = await createUserForm(signedIn(world.people.ivan));
    expect(form.memberships).toMatchObject({
      choices: ['Engineering', 'Finance', 'HR', 'IT', 'Marketing'],
      preset: [],
    });
    const [main, contractors] = form.connections;
    expect(main).toMatchObject({ name: 'Username-Password-Authentication', requiresUsername: false });
    expect(main?.passwordPolicy.map(({ id }) => id)).toEqual(['min-length', 'character-types', 'max-bytes']);
    expect(contractors).toMatchObject({
      name: 'Contractors',
      requiresUsername: true,
      usernameRule: { minLength: 3, maxLength: 20 },
    });
    const signIn = form.fields.filter(({ group }) => group === 'sign-in').map(({ property }) => property);
    expect(signIn).toEqual(['connection', 'username', 'password', 'repeatPassword']);
  });

  test('is plain data, and holds no text of a function', async () => {
    const form = await createUserForm(signedIn(world.people.kelly));
    expect(JSON.parse(JSON.stringify(form))).toEqual(form);
    expect(JSON.stringify(form)).not.toContain('function');
    const costCenter = form.fields.find(({ property }) => property === 'app_metadata.costCenter');
    expect(costCenter).toMatchObject({ checked: true, placeholder: 'FI-2040', required: false, value: null });
  });

  test('is refused to Noor with the reason, and to Amir and Pia', async () => {
    expect(await problemOf(createUserForm(signedIn(world.people.noor)))).toMatchObject({
      message: 'You are not part of any department yet. Ask IT to add you to one.',
    });
    expect(await problemOf(createUserForm(signedIn(world.people.amir)))).toMatchObject({
      code: 'not-allowed',
    });
    expect(await problemOf(createUserForm(signedIn(world.people.pia)))).toMatchObject({ code: 'no-role' });
  });
});

describe('the form of a user', () => {
  test('shows what stands there and may be changed, and nothing else of the user', async () => {
    const form = await editUserForm(signedIn(world.people.kelly), 'auth0|nina');
    expect(form.loaded).toEqual({
      email: 'nina@example.com',
      given_name: null,
      family_name: null,
      name: 'Nina',
      memberships: ['Finance'],
      ...Object.fromEntries(profile.map((property) => [property, null])),
      'user_metadata.location': 'Warsaw',
      'user_metadata.address.city': 'Łódź',
      'user_metadata.languages': ['Polish', 'German'],
      'app_metadata.costCenter': 'FI-2040',
    });
    expect(form).toMatchObject({ userId: 'auth0|nina', displayName: 'Nina' });
    expect(JSON.stringify(form)).not.toContain('secret');
    expect(Object.values(form.parts)).toEqual(Array(4).fill({ permitted: true }));
  });

  test('offers what the user has although it is no option any more, and asks for no new password', async () => {
    const { fields } = await editUserForm(signedIn(world.people.kelly), 'auth0|nina');
    const optionsOf = (property: string) =>
      fields.find((field) => field.property === property)?.options.map(({ value }) => value);
    expect(optionsOf('user_metadata.location')).toContain('Warsaw');
    expect(optionsOf('user_metadata.languages')).toContain('Polish');
    expect(fields.filter(({ group }) => group === 'sign-in').map(({ required }) => required)).toEqual([
      false,
      false,
    ]);
  });

  test('takes two calls at most', async () => {
    const calls = await world.tenant.callsOf(() => editUserForm(signedIn(world.people.kelly), 'auth0|nina'));
    expect(calls.length).toBeLessThanOrEqual(2);
  });

  test('is nobody’s for an auditor, and IT’s for everybody', async () => {
    expect(await problemOf(editUserForm(signedIn(world.people.amir), 'auth0|nina'))).toMatchObject({
      code: 'not-allowed',
    });
    await expect(editUserForm(signedIn(world.people.ivan), 'auth0|noor')).resolves.toMatchObject({
      memberships: { preset: [] },
    });
  });
});

describe('while one is typing', () => {
  const wrong = { 'app_metadata.costCenter': '2040', name: 'x'.repeat(200), 'user_metadata.title': 'Clerk' };
  const sentences = {
    'app_metadata.costCenter':
      'A cost center is two capital letters, a hyphen and four digits, such as FI-2040.',
    name: 'Display name is too long: at most 150 characters.',
  };

  test('each field that was filled in is checked, and no other', async () => {
    expect(await checkCreateForm(signedIn(world.people.kelly), { values: wrong })).toEqual(sentences);
    expect(await checkCreateForm(signedIn(world.people.kelly), { values: {} })).toEqual({});
    expect(
      await checkEditForm(signedIn(world.people.kelly), { userId: 'auth0|nina', values: wrong }),
    ).toEqual(sentences);
    const right = { 'app_metadata.costCenter': 'FI-2075' };
    expect(
      await checkEditForm(signedIn(world.people.kelly), { userId: 'auth0|nina', values: right }),
    ).toEqual({});
  });

  test('nobody learns of a user who is not theirs', async () => {
    const input = { userId: world.people.olga.user_id, values: {} };
    expect(await problemOf(checkEditForm(signedIn(world.people.kelly), input))).toMatchObject({
      code: 'not-found',
    });
    await expect(checkEditForm(signedIn(world.people.ivan), input)).resolves.toEqual({});
  });

  test('an unknown key is named', async () => {
    const values = { 'app_metadata.roles': 'x' };
    expect((await problemOf(checkCreateForm(signedIn(world.people.kelly), { values }))).message).toContain(
      '“app_metadata.roles”',
    );
  });
});
