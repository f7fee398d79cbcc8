import { beforeEach, describe, expect, test } from 'vitest';
import { editAs } from '#lib/testing/edit.ts';
import { answering, defaultAccess, omar, settingsHook, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { type People, signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { createUser } from './create-user.ts';
import { permit } from './permit.ts';

const world = worldWithOwnHooks();

const roles = ['Delegated Admin - Administrator'];

/** Where a write hook may put what a membership brings with it, as parts of app_metadata. */
const places: Record<string, object> = {
  'app_metadata.roles': { roles },
  'app_metadata.permissions': { permissions: roles },
  'app_metadata.authorization': { authorization: { groups: [], roles } },
};

/** A write hook under which whoever joins 'Admins' gets a role of this console. */
const mapping = (brought: object) => `function (ctx, callback) {
  var body = Object.assign({}, ctx.payload);
  var chosen = body.memberships;
  delete body.memberships;
  body.app_metadata = Object.assign({}, body.app_metadata, { department: 'Finance', groups: chosen });
  if (chosen.indexOf('Admins') !== -1) Object.assign(body.app_metadata, ${JSON.stringify(brought)});
  callback(null, body);
}`;

const setHooks = (brought: object) =>
  world.tenant.setHooks({
    access: defaultAccess,
    memberships: answering(['Finance', 'Admins']),
    settings: settingsHook({ membershipProperty: 'app_metadata.groups' }),
    write: mapping(brought),
  });

const create = (who: keyof People, memberships: string[]) =>
  createUser(signedIn(world.people[who]), { values: { ...omar, memberships } });
const edit = (who: keyof People, memberships: string[]) =>
  editAs(world.people[who], world.nina.user_id, { memberships });

describe.each(Object.entries(places))('a membership that brings a role with it, at %s', (place, brought) => {
  beforeEach(() => setHooks(brought));

  test('needs that role to create somebody in it, and other memberships do not', async () => {
    for (const who of ['kelly', 'olga'] as const) {
      const calls = await world.tenant.callsOf(async () => {
        const problem = await problemOf(create(who, ['Admins']));
        expect(problem).toMatchObject({ code: 'refused-by-guard', hook: 'write' });
        expect(problem.message).toMatch(new RegExp(`^“${place}” was stopped .* more rights in this console`));
      });
      expect(calls.filter((call) => call.startsWith('POST'))).toEqual([]);
    }
    const { userId } = await create('ivan', ['Admins']);
    const { user } = await permit(signedIn(world.people.ivan), userId, 'read:user');
    expect(user.app_metadata).toMatchObject({ groups: ['Admins'], ...brought });
    const other = { ...omar, email: 'other@example.com', memberships: ['Finance'] };
    await expect(createUser(signedIn(world.people.kelly), { values: other })).resolves.toBeDefined();
  });

  test('needs that role to move somebody into it, and other memberships do not', async () => {
    for (const who of ['kelly', 'olga'] as const) {
      const calls = await world.tenant.callsOf(async () => {
        expect(await problemOf(edit(who, ['Finance', 'Admins']))).toMatchObject({
          code: 'refused-by-guard',
          hook: 'write',
        });
      });
      expect(calls.filter((call) => call.startsWith('PATCH'))).toEqual([]);
    }
    expect(await edit('kelly', ['Finance'])).toMatchObject({ changed: true });
    expect(await edit('ivan', ['Finance', 'Admins'])).toMatchObject({ changed: true });
  });

  test('needs that role to change somebody who has it, also to take the membership away', async () => {
    await edit('ivan', ['Admins']);
    for (const who of ['kelly', 'olga'] as const) {
      expect(await problemOf(edit(who, ['Finance']))).toMatchObject({ code: 'refused-by-guard' });
    }
    expect(await edit('ivan', ['Finance'])).toMatchObject({ changed: true });
  });
});
