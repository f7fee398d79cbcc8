import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { User } from '#lib/auth0/user.ts';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import type { JsonObject } from '#lib/json.ts';
import { editAs } from '#lib/testing/edit.ts';
import { type People, putPeople, signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { createUser } from './create-user.ts';
import { createUserForm, editUserForm } from './form.ts';
import type { FormValues } from './user-form.ts';

let tenant: TestTenant;
let people: People;
let nina: User;
let access: string;

beforeAll(async () => {
  tenant = await startTestTenant('own');
  access = await readFile(path.resolve(import.meta.dirname, '../../hooks/access.js'), 'utf8');
});
beforeEach(async () => {
  await tenant.reset();
  people = await putPeople(tenant);
  nina = await tenant.putUser({
    user_id: 'auth0|nina',
    email: 'nina@example.com',
    name: 'Nina',
    user_metadata: { title: 'Controller', address: { city: 'Berlin', zip: '10115' } },
    app_metadata: { department: 'Finance', vendor: 'Acme', tags: ['a'] },
  });
});
afterAll(async () => {
  await tenant.stop();
  await closeHookPool();
});

const main = 'Username-Password-Authentication';
const password = 'Correct-horse-7';
const omar: FormValues = { email: 'omar@example.com', password, repeatPassword: password };
const answering = (answer: JsonObject) => `(ctx, callback) => callback(null, ${JSON.stringify(answer)})`;
const userFields = [
  { property: 'name', create: true, edit: true },
  { property: 'user_metadata.title', create: true, edit: true },
  { property: 'user_metadata.address.city', create: true, edit: true },
  { property: 'app_metadata.vendor', create: true, edit: true },
];
const settings = (more: JsonObject = {}) => answering({ connections: [main], userFields, ...more });
const departments = `(ctx, callback) => callback(null, ['Finance', 'HR'])`;

const edit = (who: keyof People, values: FormValues, userId = nina.user_id) =>
  editAs(people[who], userId, values);

describe('memberships', () => {
  const write = `function (ctx, callback) {
    callback(null, { email: ctx.payload.email, password: ctx.payload.password, connection: ctx.payload.connection,
      app_metadata: { department: 'Finance', memberships: ctx.payload.memberships } });
  }`;

  test('a new name is taken where the hook lets names be made, and refused where it does not', async () => {
    const values = { ...omar, memberships: ['Treasury'] };
    const memberships = `(ctx, callback) => callback(null, { memberships: ['Finance'], createMemberships: true })`;
    await tenant.setHooks({ access, write, memberships, settings: settings() });
    expect((await createUserForm(signedIn(people.kelly))).memberships).toEqual({
      label: 'Memberships',
      choices: ['Finance'],
      createMemberships: true,
      preset: [],
      multiple: true,
    });
    await expect(createUser(signedIn(people.kelly), { values })).resolves.toBeDefined();
    await tenant.setHooks({ access, write, memberships: departments, settings: settings() });
    const again = { ...values, email: 'three@example.com' };
    expect((await problemOf(createUser(signedIn(people.kelly), { values: again }))).fields).toHaveProperty(
      'memberships',
    );
  });

  test('a user keeps a membership that the manager could not choose', async () => {
    nina = await tenant.putUser({
      ...nina,
      app_metadata: { department: 'Finance', memberships: ['Board', 'Finance'] },
    });
    await tenant.setHooks({ access, write, memberships: departments, settings: settings() });
    await edit('kelly', { memberships: ['Board', 'HR'] });
    expect((await problemOf(edit('kelly', { memberships: ['Board', 'Secret'] }))).fields).toHaveProperty(
      'memberships',
    );
  });

  test('where nothing names the place, what really stands in app_metadata counts, never the hook’s word alone', async () => {
    const aboutManager = `(ctx, callback) => callback(null, [ctx.request.user.app_metadata.department, 'a', 'Acme'])`;
    await tenant.setHooks({ access, write, memberships: aboutManager, settings: settings() });
    expect((await editUserForm(signedIn(people.ivan), nina.user_id)).loaded.memberships).toEqual([
      'a',
      'Acme',
    ]);
  });

  test('an error of the hook is shown', async () => {
    const memberships = `(ctx, callback) => callback(new Error('The directory is closed.'))`;
    await tenant.setHooks({ access, write, memberships, settings: settings() });
    const problem = { code: 'refused-by-hook', message: 'The directory is closed.', hook: 'memberships' };
    expect(await problemOf(createUserForm(signedIn(people.kelly)))).toEqual(problem);
    expect(await problemOf(createUser(signedIn(people.kelly), { values: omar }))).toEqual(problem);
  });
});
