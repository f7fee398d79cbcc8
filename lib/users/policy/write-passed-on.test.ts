import { beforeEach, describe, expect, test } from 'vitest';
import { editAs } from '#lib/testing/edit.ts';
import { defaultAccess, departmentsHook, settingsHook, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { bodiesSentBy } from '#lib/testing/sent-bodies.ts';

const world = worldWithOwnHooks();

describe('a write hook that passes its payload on', () => {
  beforeEach(() =>
    world.tenant.setHooks({
      access: defaultAccess,
      memberships: departmentsHook,
      settings: settingsHook({ membershipProperty: 'app_metadata.department' }),
      write: '(ctx, callback) => callback(null, ctx.payload)',
    }),
  );

  const edit = (values: Parameters<typeof editAs>[2]) =>
    editAs(world.people.ivan, world.nina.user_id, values);

  test('saves a field, and sends no memberships where they stay as they are', async () => {
    const sent = await bodiesSentBy(() => edit({ 'user_metadata.title': 'Head' }));
    expect(sent).toEqual([{ user_metadata: { title: 'Head' } }]);
  });

  test('is stopped where the memberships were changed, so that the change is not lost in silence', async () => {
    const problem = await problemOf(edit({ 'user_metadata.title': 'Head', memberships: ['HR'] }));
    expect(problem).toMatchObject({
      code: 'refused-by-guard',
      message: expect.stringContaining('memberships'),
    });
  });

  test('is stopped where it puts other memberships there than it was given', async () => {
    await world.tenant.setHooks({
      access: defaultAccess,
      memberships: departmentsHook,
      settings: settingsHook({ membershipProperty: 'app_metadata.department' }),
      write: "(ctx, callback) => callback(null, { ...ctx.payload, memberships: ['HR'] })",
    });
    const problem = await problemOf(edit({ 'user_metadata.title': 'Head' }));
    expect(problem).toMatchObject({
      code: 'refused-by-guard',
      message: expect.stringContaining('memberships'),
    });
  });
});
