import { describe, expect, test, vi } from 'vitest';
import { endOfTrail } from '#lib/state/kept-entries.ts';
import { viewsMax } from '#lib/state/saved-views.ts';
import { openState } from '#lib/state/state.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { worldOfViews } from '#lib/testing/views-world.ts';
import { inLanguage } from '#lib/words.ts';
import { deleteView } from './delete-view.ts';
import { listSavedViews } from './list-saved-views.ts';
import { renameView } from './rename-view.ts';
import { saveView } from './save-view.ts';
import { shareView } from './share-view.ts';
import { updateView } from './update-view.ts';

const world = worldOfViews();
const { as, saved, namesFor } = world;
const address = '/users?status=blocked';
const gone = {
  code: 'not-found',
  message: 'There is no such view any more, or it is not one of yours. Nothing was changed.',
};

describe('a view', () => {
  test('is found again under its name, renamed, made another list, and deleted', async () => {
    const { viewId } = await saved(
      'kelly',
      'Blocked',
      '/users?q=mar&in=email&status=blocked&sort=-last_login&per=50',
    );
    expect(await listSavedViews(as('kelly'))).toEqual([
      {
        viewId,
        name: 'Blocked',
        address: '/users?q=mar&in=email&status=blocked&sort=-last_login&per=50',
        isShared: false,
      },
    ]);
    expect(await renameView(as('kelly'), { viewId, name: 'Never here' })).toEqual({ name: 'Never here' });
    const other = '/users?status=never-signed-in';
    expect(await updateView(as('kelly'), { viewId, address: other })).toEqual({ address: other });
    expect(await listSavedViews(as('kelly'))).toMatchObject([{ viewId, name: 'Never here', address: other }]);
    expect(await deleteView(as('kelly'), { viewId })).toEqual({ name: 'Never here' });
    expect(await listSavedViews(as('kelly'))).toEqual([]);
  });

  test('needs neither a call to the tenant nor a record', async () => {
    const state = await openState();
    const before = (await endOfTrail(state)).sequence;
    const calls = await world.callsOf(async () => {
      const { viewId } = await saved('kelly', 'Quiet');
      await listSavedViews(as('kelly'));
      await deleteView(as('kelly'), { viewId });
    });
    expect(calls).toEqual([]);
    expect((await endOfTrail(state)).sequence).toBe(before);
  });

  test('stands by its name among the others, as the person’s language sorts, shared ones last', async () => {
    for (const name of ['View 10', 'Zoe', 'Ärzte', 'View 9']) await saved('ivan', name);
    const { viewId } = await saved('ivan', 'All of us');
    await shareView(as('ivan'), { viewId, isShared: true });
    expect(await inLanguage('de', () => namesFor('ivan'))).toEqual([
      ...['Ärzte', 'View 9', 'View 10', 'Zoe'],
      'All of us',
    ]);
  });
});

describe('what is kept of a list', () => {
  test.each([
    ['its page is left out', '/users?page=7&status=blocked', address],
    ['what the list does not know is left out', `${address}&view=1&next=//evil.example`, address],
    ['what it does not understand is its default', '/users?status=nonsense&per=7', '/users'],
    ['of what is there twice the first counts', `${address}&status=active`, address],
    ['nothing but the list remains of what looks like more', `${address}#/../admin`, '/users'],
  ])('%s', async (_, given, kept) => {
    expect((await saved('kelly', 'A view', given)).address).toBe(kept);
    expect(await listSavedViews(as('kelly'))).toMatchObject([{ address: kept }]);
  });

  test.each([
    'https://evil.example/users?status=blocked',
    '//evil.example/users',
    '/users/auth0%7Cnina',
    '/users/../audit',
    '/audit?q=a',
    'javascript:alert(1)',
    'users?status=blocked',
    ' /users',
    '',
  ])('“%s” is not the list of users, and nothing is saved', async (given) => {
    const { viewId } = await saved('kelly', 'Before');
    for (const attempt of [
      () => saveView(as('kelly'), { name: 'A view', address: given }),
      () => updateView(as('kelly'), { viewId, address: given }),
    ]) {
      expect(await problemOf(attempt())).toMatchObject({
        code: 'invalid-input',
        message: 'This is not the list of users. Nothing was saved.',
      });
    }
    expect(await listSavedViews(as('kelly'))).toMatchObject([{ name: 'Before', address }]);
  });

  test('a search that is too long is refused, and the longest that is not is kept', async () => {
    const searching = (length: number) => `/users?q=${'a'.repeat(length)}`;
    expect((await saved('kelly', 'Long', searching(3_991))).address).toHaveLength(4_000);
    expect(await problemOf(saved('kelly', 'Longer', searching(3_992)))).toMatchObject({
      code: 'invalid-input',
      message: 'This search is too long to be kept as a view. Nothing was saved.',
    });
    expect(await namesFor('kelly')).toEqual(['Long']);
  });

  test('whatever came into the database leads nowhere but to the list', async () => {
    await saved('kelly', 'A view');
    const { db } = await openState();
    await db.updateTable('saved_views').set({ address: 'https://evil.example/?status=blocked' }).execute();
    expect(await listSavedViews(as('kelly'))).toMatchObject([{ address: '/users' }]);
  });
});

describe('the name of a view', () => {
  const longest = '😀'.repeat(80);

  test.each([
    ['blank', ' \t\u0000\n ', 'A view needs a name.'],
    ['longer than 80 characters', `${longest}!`, 'The name of a view has at most 80 characters.'],
  ])('that is %s is refused', async (_, name, sentence) => {
    const { viewId } = await saved('kelly', 'Before');
    for (const attempt of [
      () => saveView(as('kelly'), { name, address }),
      () => renameView(as('kelly'), { viewId, name }),
    ]) {
      expect(await problemOf(attempt())).toMatchObject({
        code: 'invalid-input',
        message: `${sentence} Nothing was changed.`,
        fields: { name: sentence },
      });
    }
    expect(await namesFor('kelly')).toEqual(['Before']);
  });

  test('of 80 characters is kept, spaces and what cannot be seen are tidied', async () => {
    expect((await saved('kelly', longest)).name).toBe(longest);
    expect((await saved('kelly', '  Blocked\u0000\n\tin   HR\ud800 ')).name).toBe('Blocked in HR');
  });

  test('that one has already is refused, in whatever case; another person may have it', async () => {
    await saved('kelly', 'Blocked');
    const { viewId } = await saved('kelly', 'Other');
    for (const attempt of [
      () => saved('kelly', 'BLOCKED'),
      () => renameView(as('kelly'), { viewId, name: 'blocked' }),
    ]) {
      expect(await problemOf(attempt())).toMatchObject({
        code: 'already-taken',
        message: expect.stringMatching(/^You already have a view called “blocked”\. Nothing was changed\.$/i),
        fields: { name: expect.stringMatching(/^You already have a view called “blocked”\.$/i) },
      });
    }
    expect((await saved('amir', 'Blocked')).name).toBe('Blocked');
    expect(await namesFor('kelly')).toEqual(['Blocked', 'Other']);
  });
});

test('the 51st view is refused in a sentence, until one is deleted', async () => {
  const views = [];
  for (let n = 1; n <= viewsMax; n += 1) views.push(await saved('kelly', `View ${n}`));
  expect(await problemOf(saved('kelly', 'One more'))).toMatchObject({
    code: 'invalid-input',
    message:
      'You have 50 views, which is as many as one person can keep. Nothing was changed; delete one first.',
  });
  await deleteView(as('kelly'), { viewId: views[0]?.viewId ?? '' });
  expect((await saved('kelly', 'One more')).name).toBe('One more');
});

test('a view that is gone meanwhile is neither renamed nor brought back', async () => {
  const { viewId } = await saved('kelly', 'Short-lived');
  await deleteView(as('kelly'), { viewId });
  expect(await problemOf(renameView(as('kelly'), { viewId, name: 'Again' }))).toMatchObject(gone);
  expect(await problemOf(updateView(as('kelly'), { viewId, address }))).toMatchObject(gone);
  expect(await problemOf(deleteView(as('kelly'), { viewId }))).toMatchObject(gone);
  expect(await namesFor('kelly')).toEqual([]);
});

test('where the console’s own data cannot be reached, it says what is and what is not known', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { viewId } = await saved('kelly', 'Kept');
  await world.rename('saved_views', 'away');
  expect(await problemOf(listSavedViews(as('kelly')))).toMatchObject({
    code: 'state-unavailable',
    message: expect.stringContaining('so your views cannot be shown'),
  });
  for (const attempt of [
    () => saved('kelly', 'New'),
    () => renameView(as('kelly'), { viewId, name: 'New' }),
    () => updateView(as('kelly'), { viewId, address }),
    () => deleteView(as('kelly'), { viewId }),
  ]) {
    expect(await problemOf(attempt())).toMatchObject({
      code: 'state-unavailable',
      message: expect.stringContaining('it is not known whether your views were changed'),
    });
  }
  await world.rename('away', 'saved_views');
  expect(await namesFor('kelly')).toEqual(['Kept']);
});
