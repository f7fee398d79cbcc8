import { describe, expect, test } from 'vitest';
import { openState } from '#lib/state/state.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { worldOfViews } from '#lib/testing/views-world.ts';
import type { Manager } from './manager.ts';
import { deleteView } from './views/delete-view.ts';
import { listSavedViews } from './views/list-saved-views.ts';
import { renameView } from './views/rename-view.ts';
import { saveView } from './views/save-view.ts';
import { shareView } from './views/share-view.ts';
import { updateView } from './views/update-view.ts';

const world = worldOfViews();
const { as, saved, namesFor } = world;
const address = '/users?status=active';

/** Every way to change a view, by its id. */
const changes: [string, (manager: Manager, viewId: string) => Promise<unknown>][] = [
  ['renamed', (manager, viewId) => renameView(manager, { viewId, name: 'Taken over' })],
  ['made another list', (manager, viewId) => updateView(manager, { viewId, address })],
  ['deleted', (manager, viewId) => deleteView(manager, { viewId })],
];
const sharing: typeof changes = [
  ['shared', (manager, viewId) => shareView(manager, { viewId, isShared: true })],
  ['taken from everybody', (manager, viewId) => shareView(manager, { viewId, isShared: false })],
];

const allRows = async () => (await openState()).db.selectFrom('saved_views').selectAll().execute();

/** A view of Ivan's, shared with everybody. */
async function sharedView(): Promise<string> {
  const { viewId } = await saved('ivan', 'Leavers');
  await shareView(as('ivan'), { viewId, isShared: true });
  return viewId;
}

describe('somebody else’s view', () => {
  test.each(changes)('cannot be %s by its id, and answers like one that there is not', async (_, change) => {
    const { viewId } = await saved('kelly', 'Kelly’s');
    const before = await allRows();
    for (const person of ['amir', 'olga', 'ivan'] as const) {
      const refused = await problemOf(change(as(person), viewId));
      expect(refused.code).toBe('not-found');
      expect(await problemOf(change(as(person), crypto.randomUUID()))).toEqual(refused);
    }
    expect(await allRows()).toEqual(before);
    await change(as('kelly'), viewId);
    expect(await allRows()).not.toEqual(before);
  });

  test('cannot be read, also by an administrator, and cannot be shared for its owner', async () => {
    const { viewId } = await saved('kelly', 'Kelly’s');
    for (const person of ['amir', 'olga', 'ivan', 'noor'] as const)
      expect(await namesFor(person)).toEqual([]);
    expect(await problemOf(shareView(as('ivan'), { viewId, isShared: true }))).toMatchObject({
      code: 'not-found',
    });
    expect(await namesFor('kelly')).toEqual(['Kelly’s']);
  });

  test('does not keep anybody from its name or tell that there is one', async () => {
    await saved('kelly', 'Blocked');
    expect(await namesFor('amir')).toEqual([]);
    await saved('amir', 'Blocked');
    expect(await namesFor('amir')).toEqual(['Blocked']);
  });
});

describe('a shared view', () => {
  test.each(changes)('cannot be %s but by administrators', async (_, change) => {
    const viewId = await sharedView();
    const before = await allRows();
    for (const person of ['kelly', 'olga', 'amir'] as const) {
      expect(await problemOf(change(as(person), viewId))).toMatchObject({
        code: 'not-allowed',
        message: 'Only administrators share views and change shared ones. Nothing was changed.',
      });
    }
    expect(await allRows()).toEqual(before);
    await change(as('ivan'), viewId);
    expect(await allRows()).not.toEqual(before);
  });

  test('is seen by everybody who sees users, as an address and nothing else', async () => {
    const viewId = await sharedView();
    const view = { viewId, name: 'Leavers', address: '/users?status=blocked', isShared: true };
    for (const person of ['kelly', 'olga', 'amir', 'noor', 'ivan'] as const) {
      expect(await listSavedViews(as(person))).toEqual([view]);
    }
  });

  test.each(sharing)('cannot be %s but by administrators', async (_, change) => {
    const viewId = await sharedView();
    for (const person of ['kelly', 'olga', 'amir'] as const) {
      const own = await saved(person, 'My own');
      for (const id of [viewId, own.viewId]) {
        expect((await problemOf(change(as(person), id))).code).toBe('not-allowed');
      }
      expect(await namesFor(person)).toEqual(['My own', 'Leavers']);
    }
    await change(as('ivan'), viewId);
    await shareView(as('ivan'), { viewId, isShared: false });
    expect(await namesFor('kelly')).toEqual(['My own']);
    expect(await namesFor('ivan')).toEqual(['Leavers']);
  });

  test('has a name that no other shared one has, and is refused as the 51st', async () => {
    await sharedView();
    const own = await saved('ivan', 'LEAVERS');
    expect(await problemOf(shareView(as('ivan'), { viewId: own.viewId, isShared: true }))).toMatchObject({
      code: 'already-taken',
      message: 'There already is a shared view called “LEAVERS”. Nothing was changed.',
    });
    for (let n = 2; n <= 50; n += 1) {
      const { viewId } = await saved('ivan', `View ${n}`);
      await shareView(as('ivan'), { viewId, isShared: true });
    }
    await renameView(as('ivan'), { viewId: own.viewId, name: 'One more' });
    expect(await problemOf(shareView(as('ivan'), { viewId: own.viewId, isShared: true }))).toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('There are 50 shared views'),
    });
  });
});

test('whoever may look may keep views, an Auditor and an Operator too', async () => {
  for (const person of ['amir', 'olga', 'kelly', 'noor', 'ivan'] as const) {
    const { viewId } = await saved(person, 'A view');
    await renameView(as(person), { viewId, name: 'Renamed' });
    await updateView(as(person), { viewId, address });
    expect(await namesFor(person)).toEqual(['Renamed']);
    await deleteView(as(person), { viewId });
  }
});

test('whoever has no role keeps none and sees none, shared ones included', async () => {
  const viewId = await sharedView();
  const pia = as('pia');
  for (const attempt of [
    () => listSavedViews(pia),
    () => saveView(pia, { name: 'A view', address }),
    ...[...changes, ...sharing].map(
      ([, change]) =>
        () =>
          change(pia, viewId),
    ),
  ]) {
    expect((await problemOf(attempt())).code).toBe('no-role');
  }
  expect(await allRows()).toMatchObject([{ name: 'Leavers', address: '/users?status=blocked' }]);
});
