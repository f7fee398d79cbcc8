import { beforeEach, describe, expect, test } from 'vitest';
import type { User } from '#lib/auth0/user.ts';
import type { Problem } from '#lib/errors.ts';
import type { JsonObject } from '#lib/json.ts';
import { editAs } from '#lib/testing/edit.ts';
import { defaultAccess, defaultHook } from '#lib/testing/own-hooks.ts';
import { type People, signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { bodiesSentBy } from '#lib/testing/sent-bodies.ts';
import { worldWithPeople } from '#lib/testing/world.ts';
import { editUserForm } from '../form/form.ts';
import type { FormValues } from '../form/user-form.ts';
import { updateUser } from '../update-user.ts';

const world = worldWithPeople('own');
const hooks = { access: defaultAccess, filter: defaultHook('filter') };
let nina: User;

beforeEach(async () => {
  nina = await world.tenant.putUser({
    user_id: 'auth0|nina',
    email: 'nina@example.com',
    email_verified: true,
    name: 'Nina',
    user_metadata: { title: 'Controller', untouched: { deep: [1, { two: 2 }] } },
    app_metadata: { department: 'Finance', roles: ['Editor'], costCenter: 'FI-2040' },
  });
});

const main = 'Username-Password-Authentication';
const fields = [
  { property: 'name', create: true, edit: true },
  { property: 'user_metadata.title', create: true, edit: true },
];
const answering = (answer: JsonObject) => `(ctx, callback) => callback(null, ${JSON.stringify(answer)})`;
const settings = (more: JsonObject = {}) =>
  answering({ userFields: fields, membershipProperty: 'app_metadata.department', ...more });

/** A write hook that passes on what was asked for, with something laid over it. */
const careless = (laidOver: JsonObject) => `function (ctx, callback) {
  var body = Object.assign({}, ctx.payload, ${JSON.stringify(laidOver)});
  if (body.memberships === ctx.payload.memberships) delete body.memberships;
  callback(null, body);
}`;

const edit = (who: keyof People, values: FormValues, userId = nina.user_id) =>
  editAs(world.people[who], userId, values);

async function refusedEdit(who: keyof People, values: FormValues, userId?: string): Promise<Problem> {
  let problem: Problem | undefined;
  const bodies = await bodiesSentBy(async () => {
    problem = await problemOf(edit(who, values, userId));
  });
  expect(bodies).toEqual([]);
  if (!problem) throw new Error('There was no refusal.');
  return problem;
}

const administrator = ['Delegated Admin - Administrator'];

describe('what a careless write hook lets through is stopped, with the key and the hook', () => {
  test.each<[string, JsonObject]>([
    ['roles', { roles: administrator }],
    ['permissions', { permissions: administrator }],
    ['app_metadata.roles', { app_metadata: { roles: administrator } }],
    ['app_metadata.permissions', { app_metadata: { permissions: administrator } }],
    ['app_metadata.authorization', { app_metadata: { authorization: { roles: administrator } } }],
    ['app_metadata.authorization', { app_metadata: { authorization: { permissions: administrator } } }],
    ['user_id', { user_id: 'auth0|other' }],
    ['blocked', { blocked: true }],
    ['email_verified', { email_verified: false }],
    ['phone_verified', { phone_verified: true }],
    ['connection', { connection: 'Contractors' }],
    ['memberships', { memberships: ['Finance', 'HR'] }],
    ['last_login', { last_login: '2030-01-01T00:00:00.000Z' }],
    ['app_metadata', { app_metadata: ['Finance'] }],
    ['user_metadata', { user_metadata: null }],
  ])('%s in %j', async (key, laidOver) => {
    await world.tenant.setHooks({ ...hooks, settings: settings(), write: careless(laidOver) });
    const problem = await refusedEdit('kelly', { name: 'Nina Two' });
    expect(problem).toMatchObject({ code: 'refused-by-guard', hook: 'write' });
    expect(problem.message).toMatch(new RegExp(`^“${key}” was stopped`));
  });

  test('another department than the manager’s, and IT may', async () => {
    const write = careless({ app_metadata: { department: 'HR' } });
    await world.tenant.setHooks({ ...hooks, settings: settings(), write });
    expect(await refusedEdit('kelly', { name: 'Nina Two' })).toMatchObject({ code: 'refused-by-guard' });
    const bodies = await bodiesSentBy(() => edit('ivan', { name: 'Nina Two' }));
    expect(bodies).toEqual([{ name: 'Nina Two', app_metadata: { department: 'HR' } }]);
  });

  test('out of the manager’s sight, unless the settings let users leave', async () => {
    const write = careless({ app_metadata: { department: 'HR' } });
    await world.tenant.setHooks({ ...hooks, settings: settings({ mayLeaveScope: true }), write });
    await expect(edit('kelly', { name: 'Nina Two' })).resolves.toMatchObject({ changed: true });
  });

  test('a manager’s own roles, also where they would only lose some', async () => {
    const write = careless({ app_metadata: { roles: ['Delegated Admin - User'] } });
    await world.tenant.setHooks({ ...hooks, settings: settings(), write });
    const problem = await refusedEdit('ivan', { name: 'Ivan Two' }, world.people.ivan.user_id);
    expect(problem.message).toContain('nobody changes their own roles');
    await expect(edit('ivan', { name: 'Olga Two' }, world.people.olga.user_id)).resolves.toMatchObject({
      changed: true,
    });
    await world.tenant.setHooks({ ...hooks, settings: settings(), write: careless({}) });
    await expect(edit('ivan', { name: 'Ivan Two' }, world.people.ivan.user_id)).resolves.toMatchObject({
      changed: true,
    });
  });

  test('the manager’s own profile spread over the user', async () => {
    const write = '(ctx, callback) => callback(null, { ...ctx.request.user, ...ctx.payload })';
    await world.tenant.setHooks({ ...hooks, settings: settings(), write });
    expect(await refusedEdit('ivan', { name: 'Nina Two' })).toMatchObject({ code: 'refused-by-guard' });
  });
});

describe('a denied action stays denied when a hook does it', () => {
  const denying = (action: string) => `function (ctx, callback) {
    if (ctx.payload.action === '${action}') return callback(new Error('Not ${action}, by policy.'));
    callback();
  }`;

  test.each<[string, JsonObject]>([
    ['change:email', { email: 'other@example.com' }],
    ['change:email', { phone_number: '+49301' }],
    ['change:username', { username: 'other' }],
    ['change:password', { password: 'Correct-horse-7' }],
  ])('%s by %j', async (action, laidOver) => {
    const write = careless(laidOver);
    await world.tenant.setHooks({ access: denying(action), settings: settings(), write });
    const problem = await refusedEdit('kelly', { name: 'Nina Two' });
    expect(problem).toMatchObject({ code: 'refused-by-guard', hook: 'write' });
    expect(problem.message).toContain(`Not ${action}, by policy.`);
  });

  test('and is done where it is permitted', async () => {
    const write = careless({ email: 'other@example.com' });
    await world.tenant.setHooks({ access: denying('nothing'), settings: settings(), write });
    const bodies = await bodiesSentBy(() => edit('kelly', { name: 'Nina Two' }));
    expect(bodies).toEqual([{ name: 'Nina Two', email: 'other@example.com', connection: main }]);
  });

  test('block:user, for a declared field', async () => {
    const declared = settings({
      userFields: [...fields, { property: 'blocked', edit: { type: 'checkbox' } }],
    });
    await world.tenant.setHooks({ access: denying('block:user'), settings: declared, write: careless({}) });
    expect((await refusedEdit('kelly', { blocked: true })).message).toBe('Not block:user, by policy.');
    await world.tenant.setHooks({ access: denying('nothing'), settings: declared, write: careless({}) });
    expect(await bodiesSentBy(() => edit('kelly', { blocked: true }))).toEqual([{ blocked: true }]);
    expect((await refusedEdit('kelly', { blocked: true }, world.people.kelly.user_id)).message).toBe(
      'You cannot block yourself.',
    );
  });

  test('change:email asked for by the manager herself: the hook’s own sentence, and the form says so', async () => {
    await world.tenant.setHooks({
      access: denying('change:email'),
      settings: settings(),
      write: careless({}),
    });
    const problem = await refusedEdit('kelly', { email: 'other@example.com' });
    expect(problem).toMatchObject({
      code: 'refused-by-hook',
      message: 'Not change:email, by policy.',
      hook: 'access',
    });
    const form = await editUserForm(signedIn(world.people.kelly), nina.user_id);
    const reason = 'Not change:email, by policy.';
    expect(form.parts['change:email']).toEqual({ permitted: false, reason });
    expect(form.parts['change:password']).toEqual({ permitted: true });
    expect(form.fields.find(({ property }) => property === 'email')).toMatchObject({
      disabled: true,
      disabledReason: reason,
    });
  });
});

describe('what the settings take away is refused by the server', () => {
  test.each(['email', 'password', 'name', 'memberships'])('%s with edit: false', async (property) => {
    const values: FormValues = {
      [property]: property === 'memberships' ? ['HR'] : 'Correct-horse-7@example.com',
    };
    const memberships = `(ctx, callback) => callback(null, ['Finance', 'HR'])`;
    const taken = settings({ userFields: [...fields.slice(1), { property, edit: false }] });
    await world.tenant.setHooks({ access: hooks.access, settings: taken, memberships, write: careless({}) });
    const problem = await problemOf(
      updateUser(signedIn(world.people.kelly), { userId: nina.user_id, loaded: {}, values }),
    );
    expect(problem.message).toContain(`“${property}” is not a field that you can set here`);
    const form = await editUserForm(signedIn(world.people.kelly), nina.user_id);
    expect(form.fields.map((field) => field.property)).not.toContain(property);
  });
});
