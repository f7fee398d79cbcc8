import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import type { JsonObject } from '#lib/json.ts';
import { editAs } from '#lib/testing/edit.ts';
import { type People, putPeople, signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { createUser } from './create-user.ts';
import { editUserForm } from './form/form.ts';
import { checkEditForm } from './form/form-check-edit.ts';
import { getUser } from './get-user.ts';
import { listUsers } from './list/list-users.ts';
import { updateUser } from './update-user.ts';
import type { UserListInput } from './user-view.ts';

let tenant: TestTenant;
let people: People;

const defaultHook = (name: string) =>
  readFile(path.resolve(import.meta.dirname, `../../hooks/${name}.js`), 'utf8');

/** Of everybody but herself Kelly may see the initial, the department and the job title; IT sees all. */
const mask = `function (ctx, callback) {
  var user = ctx.payload.user;
  if (ctx.payload.action !== 'read:user') return callback();
  if (ctx.request.user.app_metadata.department === 'IT') return callback();
  if (user.app_metadata.department !== 'Finance') return callback(new Error('Not yours.'));
  if (user.user_id === ctx.request.user.user_id) return callback();
  callback(null, {
    name: user.name.charAt(0) + '.',
    app_metadata: { department: 'Finance' },
    user_metadata: { title: user.user_metadata && user.user_metadata.title },
  });
}`;

beforeAll(async () => {
  tenant = await startTestTenant('own');
});
beforeEach(async () => {
  await tenant.reset();
  people = await putPeople(tenant);
  await tenant.putUser(hidden);
  const [filter, write, memberships, settings] = await Promise.all(
    ['filter', 'write', 'memberships', 'settings'].map(defaultHook),
  );
  await tenant.setHooks({ access: mask, filter, write, memberships, settings });
});
afterAll(async () => {
  await tenant.stop();
  await closeHookPool();
});

/** Whatever is not Kelly's to see holds the word “masked”. */
const hidden = {
  user_id: 'auth0|hidden',
  email: 'masked-address@example.com',
  email_verified: true,
  username: 'masked-username',
  phone_number: '+49 30 MASKED',
  name: 'Nina Masked',
  given_name: 'Given-Masked',
  family_name: 'Family-Masked',
  nickname: 'masked-nickname',
  picture: 'https://example.com/masked.png',
  last_login: '2026-11-20T08:00:00.000Z',
  identities: [{ connection: 'Contractors', provider: 'auth0', user_id: 'hidden', isSocial: false }],
  user_metadata: {
    title: 'Controller',
    phone: 'masked-phone',
    address: { street: 'masked', city: 'Masked' },
  },
  app_metadata: { department: 'Finance', costCenter: 'FI-2040', employment: 'masked', note: 'masked' },
} satisfies JsonObject;

const everything = { search: '', sort: { by: 'name', descending: false }, page: 1, perPage: 25 } as const;
const kelly = () => signedIn(people.kelly);
const listOf = (more: Partial<UserListInput>) => listUsers(kelly(), { ...everything, ...more });

function expectNothingMasked(answer: unknown): void {
  expect(JSON.stringify(answer)).not.toMatch(/masked/i);
}

describe('what the access hook masks is in nothing that the manager is sent', () => {
  test('in the list, on the page and in the form; IT is sent all of it', async () => {
    const answers = [
      await listOf({}),
      await getUser(kelly(), hidden.user_id),
      await editUserForm(kelly(), hidden.user_id),
    ];
    for (const answer of answers) expectNothingMasked(answer);
    expect(JSON.stringify(answers)).not.toContain('Contractors');
    expect(JSON.stringify(answers)).toContain('N.');
    const ivan = signedIn(people.ivan);
    expect(JSON.stringify(await listUsers(ivan, everything))).toContain('Nina Masked');
    expect(JSON.stringify(await getUser(ivan, hidden.user_id))).toContain('masked-phone');
    expect(JSON.stringify(await editUserForm(ivan, hidden.user_id))).toContain('masked-phone');
  });

  test('in the answer of a save, nor in the list that shows it before the index does', async () => {
    await tenant.setFaults({ indexDelayMs: 60_000 });
    const saved = await editAs(people.kelly, hidden.user_id, { 'user_metadata.title': 'Auditor' });
    expect(saved).toEqual({ changed: true, userId: hidden.user_id, name: 'N.' });
    const list = await listOf({});
    expectNothingMasked(list);
    expect(list.rows.map(({ name }) => name)).toContain('N.');
    const byIvan = await editAs(people.ivan, hidden.user_id, { 'user_metadata.title': 'Controller' });
    expect(byIvan.name).toBe('Nina Masked');
  });

  test('in the answer of a create, where a hook fills in what the manager does not see', async () => {
    await tenant.setHooks({
      access: mask,
      settings: await defaultHook('settings'),
      write: `(ctx, callback) => callback(null, { email: ctx.payload.email, password: ctx.payload.password,
        connection: ctx.payload.connection, name: 'Masked by the hook', app_metadata: { department: 'Finance' } })`,
    });
    const password = 'Correct-horse-7';
    const values = { email: 'typed@example.com', password, repeatPassword: password };
    expectNothingMasked(await createUser(kelly(), { values }));
    const byIvan = { ...values, email: 'other@example.com', connection: 'Username-Password-Authentication' };
    expect((await createUser(signedIn(people.ivan), { values: byIvan })).name).toBe('Masked by the hook');
  });

  test('in any refusal: checked while typing, stale, refused, partly saved', async () => {
    const { userId, loaded } = await editUserForm(kelly(), hidden.user_id);
    const typed = { name: 'x'.repeat(200), 'app_metadata.costCenter': '1', 'app_metadata.employment': 'x' };
    const problems: unknown[] = [await checkEditForm(kelly(), { userId, values: typed })];
    const save = async (values: JsonObject, from = loaded) =>
      problems.push(await problemOf(updateUser(kelly(), { userId, loaded: from, values: values as never })));
    await save(typed);
    await save({ name: 'Nina' }, {});
    await save(
      { name: 'Nina' },
      { ...loaded, name: 'Nina Masked'.slice(0, 4), email: 'guessed@example.com' },
    );
    await tenant.putUser({
      ...hidden,
      user_id: 'auth0|taken',
      username: 'taken',
      email: 'taken@example.com',
    });
    await save({ 'user_metadata.title': 'Head', username: 'taken' });
    await save({ email: 'taken@example.com' });
    await save({ password: 'short', repeatPassword: 'short' });
    await tenant.putUser({ ...hidden, user_metadata: { ...hidden.user_metadata, phone: 'masked-again' } });
    expectNothingMasked(problems);
    expect(problems).toHaveLength(7);
  });

  test('in what a search finds: nobody is found by it, and IT finds them', async () => {
    const masked = ['Nina Masked', 'masked-address@example.com', 'email:masked*', 'app_metadata.note:masked'];
    for (const search of masked) {
      expect(await listOf({ search }), search).toMatchObject({ rows: [] });
      const byIvan = await listUsers(signedIn(people.ivan), { ...everything, search });
      expect(byIvan.rows, search).toHaveLength(1);
    }
    const byWhatIsSeen = await listOf({ search: 'user_metadata.title:Controller' });
    expect(byWhatIsSeen.rows.map(({ name }) => name)).toEqual(['N.']);
  });
});
