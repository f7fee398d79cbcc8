import { describe, expect, test } from 'vitest';
import { editAs } from '#lib/testing/edit.ts';
import {
  answering,
  defaultAccess,
  mainConnection,
  omar,
  password,
  settingsHook,
  userFields,
  worldWithOwnHooks,
} from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { bodiesSentBy } from '#lib/testing/sent-bodies.ts';
import { createUser } from '../create-user.ts';
import { createUserForm, editUserForm } from '../form/form.ts';
import { getUser } from '../get-user.ts';
import { listUsers } from '../list/list-users.ts';
import { managerOf } from '../manager.ts';
import { updateUser } from '../update-user.ts';

const world = worldWithOwnHooks();
const kelly = () => signedIn(world.people.kelly);
const firstPage = { search: '', sort: { by: 'name', descending: false }, page: 1, perPage: 10 } as const;

describe('a settings hook that cannot be used is named on every way in, and nothing is sent', () => {
  test.each<[string, string, string]>([
    ['a text', answering('x'), 'its answer is not an object'],
    ['an array', answering([]), 'its answer is not an object'],
    ['connections that are no names', answering({ connections: 'main' }), '“connections”'],
    ['a truth value that is text', answering({ canCreateUser: 'no' }), '“canCreateUser”'],
    [
      'an unknown control',
      answering({ userFields: [{ property: 'a', create: { component: 'Slider' } }] }),
      '“userFields.0.create',
    ],
    ['a field without a property', answering({ userFields: [{ label: 'A' }] }), '“userFields.0.property”'],
    ['another form of memberships', answering({ memberships: 'objects' }), '“memberships”'],
    ['a path out of the data', answering({ membershipProperty: '__proto__.x' }), '“membershipProperty”'],
    ['an exception', 'function (ctx, callback) { null.x; }', 'settings'],
  ])('%s', async (_what, settings, words) => {
    await world.tenant.setHooks({ access: defaultAccess, settings });
    const { user_id: userId } = world.nina;
    const ways = [
      () => listUsers(kelly(), firstPage),
      () => getUser(kelly(), userId),
      () => createUserForm(kelly()),
      () => createUser(kelly(), { values: omar }),
      () => updateUser(kelly(), { userId, loaded: {}, values: { name: 'N' } }),
    ];
    const bodies = await bodiesSentBy(async () => {
      for (const way of ways) {
        const problem = await problemOf(way());
        expect(problem).toMatchObject({ code: 'hook-failed', hook: 'settings' });
        expect(problem.message).toContain(words);
      }
    });
    expect(bodies).toEqual([]);
  });

  test('its own refusal keeps its own sentence', async () => {
    const settings = `(ctx, callback) => callback(new Error('The console is closed today.'))`;
    await world.tenant.setHooks({ access: defaultAccess, settings });
    expect(await problemOf(listUsers(kelly(), firstPage))).toEqual({
      code: 'refused-by-hook',
      hook: 'settings',
      message: 'The console is closed today.',
    });
  });

  test('no answer at all means the defaults', async () => {
    await world.tenant.setHooks({ access: defaultAccess, settings: '(ctx, callback) => callback()' });
    expect((await listUsers(kelly(), firstPage)).canCreateUser).toBe(true);
  });
});

test.each([
  ['pt-BR,pt;q=0.9,en;q=0.8', 'pt-BR'],
  ['de;q=1', 'de'],
  ['*', 'en'],
  ['<script>', 'en'],
  [null, 'en'],
])('the settings hook is told the language of a browser that says %j: %s', async (languages, locale) => {
  const settings = '(ctx, callback) => callback(null, { dict: { title: ctx.locale } })';
  await world.tenant.setHooks({ access: defaultAccess, settings });
  const manager = managerOf(world.people.kelly, {}, languages);
  expect((await listUsers(manager, firstPage)).title).toBe(locale);
});

test('canCreateUser: false is the server’s to enforce, for this manager alone', async () => {
  const settings = `(ctx, callback) => callback(null, {
    connections: ['${mainConnection}'], canCreateUser: ctx.request.user.app_metadata.department === 'IT' })`;
  await world.tenant.setHooks({ access: defaultAccess, settings });
  expect((await listUsers(kelly(), firstPage)).canCreateUser).toBe(false);
  const refusal = { code: 'not-allowed', hook: 'settings' };
  expect(await problemOf(createUserForm(kelly()))).toMatchObject(refusal);
  const bodies = await bodiesSentBy(async () => {
    expect(await problemOf(createUser(kelly(), { values: omar }))).toMatchObject(refusal);
  });
  expect(bodies).toEqual([]);
  await expect(createUser(signedIn(world.people.ivan), { values: omar })).resolves.toBeDefined();
});

test('a username with edit: false is refused, and may be changed without it', async () => {
  const omarOfContractors = await world.tenant.putUser({
    user_id: 'auth0|omar',
    email: 'omar@example.com',
    username: 'omar',
    identities: [{ connection: 'Contractors', provider: 'auth0', user_id: 'omar', isSocial: false }],
    app_metadata: { department: 'Finance' },
  });
  const { user_id: userId } = omarOfContractors;
  const taken = settingsHook({ userFields: [{ property: 'username', edit: false }] });
  await world.tenant.setHooks({ access: defaultAccess, settings: taken });
  const form = await editUserForm(kelly(), userId);
  expect(form.fields.map(({ property }) => property)).not.toContain('username');
  const input = { userId, loaded: form.loaded, values: { username: 'other' } };
  expect((await problemOf(updateUser(kelly(), input))).message).toContain('“username” is not a field');
  await world.tenant.setHooks({ access: defaultAccess, settings: settingsHook() });
  const bodies = await bodiesSentBy(() => editAs(world.people.kelly, userId, { username: 'other' }));
  expect(bodies).toEqual([{ username: 'other', connection: 'Contractors' }]);
});

test('a field’s own check is given the value, all values, the context and the dictionary, again on save', async () => {
  const validationFunction = `function (value, values, context, dictionary) {
    return [dictionary.no, value, values.user_metadata.title, context.method, context.request.user.email,
      context.request.originalUser && context.request.originalUser.name, values.password].join('|');
  }`;
  const checked = { property: 'name', create: { validationFunction }, edit: { validationFunction } };
  const settings = settingsHook({
    userFields: [checked, ...userFields.slice(1)],
    languageDictionary: { no: 'Nay' },
  });
  await world.tenant.setHooks({ access: defaultAccess, settings });
  const values = { ...omar, name: 'Omar', 'user_metadata.title': 'Clerk' };
  expect((await problemOf(createUser(kelly(), { values }))).fields).toEqual({
    name: 'Nay|Omar|Clerk|create|kelly@example.com||',
  });
  const edited = await problemOf(editAs(world.people.kelly, world.nina.user_id, { name: 'Nina Two' }));
  expect(edited.fields).toEqual({ name: 'Nay|Nina Two|Controller|update|kelly@example.com|Nina|' });
});

test('checks of the two passwords are given both, to compare them with each other', async () => {
  const validationFunction =
    '(value, values) => "told: " + values.password.length + values.repeatPassword.length';
  const settings = settingsHook({
    userFields: ['password', 'repeatPassword'].map((property) => ({
      property,
      create: { validationFunction },
    })),
  });
  await world.tenant.setHooks({ access: defaultAccess, settings });
  const told = `told: ${password.length}${password.length}`;
  expect((await problemOf(createUser(kelly(), { values: omar }))).fields).toEqual({
    password: told,
    repeatPassword: told,
  });
});

test('a display function is given the raw value for a form, and an array of it for the list and the page', async () => {
  const display = '(user, value) => (Array.isArray(value) ? "array of " + value.length : "raw " + value)';
  const entry = { property: 'user_metadata.title', search: true, edit: true, display };
  await world.tenant.setHooks({ access: defaultAccess, settings: settingsHook({ userFields: [entry] }) });
  const { user_id: userId } = world.nina;
  expect((await editUserForm(kelly(), userId)).loaded).toMatchObject({
    'user_metadata.title': 'raw Controller',
  });
  expect((await getUser(kelly(), userId)).fields).toMatchObject([{ value: 'array of 1' }]);
  const { rows } = await listUsers(kelly(), firstPage);
  expect(rows.map(({ cells }) => cells['user_metadata.title'])).toEqual(rows.map(() => 'array of 1'));
});

test('where a display function fails, the form says so, shows nothing, and what is entered replaces what stands there', async () => {
  const display = '(user, value) => value.toUpperCase().trim(user.nothing.at.all)';
  const fields = ['name', 'user_metadata.title', 'user_metadata.empty'];
  const settings = settingsHook({
    userFields: fields.map((property) => ({ property, edit: true, ...(property !== 'name' && { display }) })),
  });
  await world.tenant.setHooks({ access: defaultAccess, settings });
  const { user_id: userId } = world.nina;
  const form = await editUserForm(kelly(), userId);
  const fieldOf = (property: string) => form.fields.find((field) => field.property === property);
  expect(fieldOf('user_metadata.title')).toMatchObject({
    value: null,
    disabled: false,
    note: expect.stringMatching(
      /^What stands here cannot be shown.*The settings hook’s display for “user_metadata.title” failed at line 1/,
    ),
  });
  expect(fieldOf('user_metadata.empty')).not.toHaveProperty('note');
  const untouched = await bodiesSentBy(() => editAs(world.people.kelly, userId, { name: 'Nina Two' }));
  expect(untouched).toEqual([{ name: 'Nina Two' }]);
  const changed = await bodiesSentBy(() =>
    editAs(world.people.kelly, userId, { 'user_metadata.title': 'Head' }),
  );
  expect(changed).toEqual([{ user_metadata: { title: 'Head' } }]);
});

test('the filter hook is told what is searched for and by what', async () => {
  const filter = `(ctx, callback) => callback(new Error(JSON.stringify(ctx.payload)))`;
  const searchable = { property: 'user_metadata.title', search: { filter: true } };
  await world.tenant.setHooks({
    access: defaultAccess,
    filter,
    settings: settingsHook({ userFields: [searchable] }),
  });
  const told = async (more: object) =>
    JSON.parse((await problemOf(listUsers(kelly(), { ...firstPage, ...more }))).message);
  expect(await told({ search: 'Head', searchBy: 'user_metadata.title' })).toEqual({
    search: 'Head',
    filterBy: 'user_metadata.title',
  });
  expect(await told({ search: 'Head', searchBy: 'app_metadata.salary' })).toEqual({ search: 'Head' });
});
