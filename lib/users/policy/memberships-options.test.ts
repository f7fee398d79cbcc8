import { beforeEach, expect, test } from 'vitest';
import { editAs } from '#lib/testing/edit.ts';
import { answering, defaultAccess, omar, settingsHook, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { bodiesSentBy } from '#lib/testing/sent-bodies.ts';
import { createUser } from '../create-user.ts';
import { createUserForm, editUserForm } from '../form/form.ts';
import { getUser } from '../get-user.ts';

const world = worldWithOwnHooks();
const kelly = () => signedIn(world.people.kelly);

/** Written as hooks of the Delegated Administration Extension 4 are: a membership has a value and a label. */
const write = `function (ctx, callback) {
  var picked = ctx.payload.memberships;
  if (!picked || !picked.length || !picked[0].value) {
    return callback(new Error('You must choose a department.'));
  }
  var newProfile = {
    email: ctx.payload.email,
    connection: ctx.payload.connection,
    app_metadata: { department: picked[0].value, all: picked.map(function (one) { return one.label; }) },
  };
  if (ctx.method === 'create') {
    newProfile.password = ctx.payload.password;
    newProfile.app_metadata.asked = ctx.defaultPayload.app_metadata.memberships;
  }
  return callback(null, newProfile);
}`;
const memberships = answering({ memberships: [{ value: 'Finance', label: 'Finance' }, 'HR'] });

beforeEach(() =>
  world.tenant.setHooks({ access: defaultAccess, write, memberships, settings: settings({}) }),
);

function settings(more: object): string {
  return settingsHook({ membershipProperty: 'app_metadata.department', memberships: 'options', ...more });
}

test('a hook that expects options is given these on create, in the default payload too', async () => {
  const values = { ...omar, memberships: ['Finance'] };
  const bodies = await bodiesSentBy(() => createUser(kelly(), { values }));
  expect(bodies[0]?.app_metadata).toEqual({
    department: 'Finance',
    all: ['Finance'],
    asked: [{ value: 'Finance', label: 'Finance' }],
  });
  expect((await createUserForm(kelly())).memberships?.choices).toEqual(['Finance', 'HR']);
});

test('and on every update, with the present ones where none is picked anew', async () => {
  const edit = (values: Record<string, string>) => editAs(world.people.kelly, world.nina.user_id, values);
  const bodies = await bodiesSentBy(() => edit({ email: 'other@example.com' }));
  expect(bodies).toMatchObject([{ email: 'other@example.com', app_metadata: { all: ['Finance'] } }]);
  expect((await getUser(kelly(), world.nina.user_id)).memberships).toEqual(['Finance']);
});

test('the same hook without the setting is given names, and says what it misses', async () => {
  await world.tenant.setHooks({
    access: defaultAccess,
    write,
    memberships,
    settings: settings({ memberships: 'names' }),
  });
  const values = { ...omar, memberships: ['Finance'] };
  expect((await problemOf(createUser(kelly(), { values }))).message).toBe('You must choose a department.');
});

test('what such a hook stored as objects is picked by name when the form opens', async () => {
  const stored = {
    department: 'Finance',
    memberships: [
      { value: 'Finance', label: 'F' },
      { value: 'HR', label: 'H' },
    ],
  };
  await world.tenant.putUser({ ...world.nina, app_metadata: stored });
  await world.tenant.setHooks({
    access: defaultAccess,
    write,
    memberships,
    settings: settings({ membershipProperty: null }),
  });
  const form = await editUserForm(kelly(), world.nina.user_id);
  expect(form.memberships?.preset).toEqual(['Finance', 'HR']);
});

test('without a write hook names are stored', async () => {
  await world.tenant.setHooks({
    access: answering(null),
    memberships,
    settings: settings({ membershipProperty: null }),
  });
  const values = { ...omar, memberships: ['Finance'] };
  const bodies = await bodiesSentBy(() => createUser(signedIn(world.people.ivan), { values }));
  expect(bodies[0]?.app_metadata).toEqual({ memberships: ['Finance'] });
});
