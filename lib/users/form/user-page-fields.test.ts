import { expect, test } from 'vitest';
import type { Json } from '#lib/json.ts';
import { answering, defaultAccess, worldWithOwnHooks } from '#lib/testing/own-hooks.ts';
import { signedIn } from '#lib/testing/people.ts';
import { getUser } from '../get-user.ts';
import type { UserView } from '../user-view.ts';

const world = worldWithOwnHooks();

/** Nina's page under some fields. */
async function pageWith(userFields: Json, more: object = {}): Promise<UserView> {
  await world.tenant.putUser({
    ...world.nina,
    phone_number: '+49 30 1',
    last_login: '2026-11-20T08:00:00.000Z',
    logins_count: 3,
  });
  await world.tenant.setHooks({ access: defaultAccess, settings: answering({ userFields, ...more }) });
  return getUser(signedIn(world.people.kelly), world.nina.user_id);
}

test.each([
  ['phone_number', 'phone_number', '+49 30 1'],
  ['last_login', 'last_login', '2026-11-20'],
  ['logins_count', 'logins_count', '"loginsCount":3'],
  ['created_at', 'created_at', '"createdAt":"20'],
  ['connection', 'connection', 'Username-Password'],
  ['identities', 'connection', 'Username-Password'],
  ['email', undefined, 'nina@example.com'],
  ['name', undefined, '"displayName":"Nina"'],
])(
  '%s is taken off a user’s page, data and all, by display: false and by disable',
  async (property, fact, data) => {
    const suppressed = { suppressRawData: true };
    const { permitted: _, ...whole } = await pageWith([], suppressed);
    expect(JSON.stringify(whole)).toContain(data);
    expect(whole.offPage).toEqual([]);
    for (const off of [{ display: false }, { disable: true }]) {
      const { userId: __, permitted: ___, ...page } = await pageWith([{ property, ...off }], suppressed);
      expect(page.offPage).toEqual(fact ? [fact] : []);
      expect(JSON.stringify(page)).not.toContain(data);
    }
  },
);

test('a display function makes the name and the e-mail address in their places, and other facts among the fields', async () => {
  const page = await pageWith(
    [
      { property: 'name', display: '(user, value) => value[0].toUpperCase()' },
      { property: 'email', display: '(user, value) => "at " + value[0].split("@")[1]' },
      { property: 'last_login', label: 'Seen', display: '(user, value) => value[0].slice(0, 4)' },
      { property: 'connection', display: '(user, value, dictionary) => dictionary[value[0]]' },
      { property: 'given_name' },
    ],
    {
      languageDictionary: {
        'Username-Password-Authentication': 'Password',
        labels: { given_name: 'Vorname' },
      },
    },
  );
  expect(page).toMatchObject({
    displayName: 'NINA',
    email: 'at example.com',
    offPage: ['last_login', 'connection'],
  });
  expect(page.fields).toEqual([
    { property: 'last_login', label: 'Seen', value: '2026' },
    { property: 'connection', label: 'connection', value: 'Password' },
    { property: 'given_name', label: 'Vorname', value: '' },
  ]);
});

test('entries that only change a form or take an action away are no fields of the page', async () => {
  const properties = [
    'password',
    'repeatPassword',
    'resetPassword',
    'delete',
    'client',
    'email_verified',
    'picture',
  ];
  const page = await pageWith(properties.map((property) => ({ property, edit: false })));
  expect(page.fields).toEqual([]);
  expect(page.offPage).toEqual([]);
});
