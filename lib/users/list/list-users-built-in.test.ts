import { describe, expect, test } from 'vitest';
import { labelsOf, listWith, rowOf, withList, world } from '#lib/testing/list-world.ts';

withList();

describe('a built-in column', () => {
  test.each<[string, string]>([
    ['last_login', 'Last login'],
    ['logins_count', 'Logins'],
    ['connection', 'Connection'],
    ['memberships', 'Memberships'],
    ['blocked', 'Status'],
  ])(
    'of %s is taken away with its data by search: false and by disable, and has its label',
    async (property, label) => {
      for (const off of [{ search: false }, { disable: true }]) {
        expect(labelsOf(await listWith([{ property, ...off }]))).not.toContain(label);
      }
      const changed = await listWith([{ property, label: 'Changed', search: true }]);
      expect(labelsOf(changed)).toContain('Changed');
      const off = rowOf(await listWith([{ property, disable: true }]));
      expect(off).not.toEqual(rowOf(changed));
    },
  );

  test('of the name, the e-mail address or the picture that is taken away sends none', async () => {
    const off = ['name', 'email', 'picture'].map((property) => ({ property, search: false }));
    expect(rowOf(await listWith(off))).toMatchObject({
      name: world.nina.user_id,
      email: null,
      picture: null,
    });
    expect(rowOf(await listWith(off.slice(0, 1)))).toMatchObject({ name: 'nina@example.com' });
    expect(rowOf(await listWith([]))).toMatchObject({
      name: 'Nina',
      picture: 'https://example.com/nina.png',
    });
  });

  test('of the e-mail address stands by itself where the settings give it a column', async () => {
    const list = await listWith([
      { property: 'email', label: 'Mail', search: { listOrder: 9, listSize: '20%' } },
    ]);
    expect(list.columns.at(-1)).toEqual({
      key: 'email',
      kind: 'email',
      label: 'Mail',
      sortBy: 'email',
      width: '20%',
    });
    expect(labelsOf(await listWith([{ property: 'email', search: true }]))).not.toContain('E-mail address');
  });

  test('loses its order with sort: false, and is sorted by its sortProperty', async () => {
    const list = await listWith([
      { property: 'last_login', search: { sort: false } },
      { property: 'name', sortProperty: 'family_name', search: { sort: true } },
    ]);
    const sorts = Object.fromEntries(list.columns.map(({ key, sortBy }) => [key, sortBy]));
    expect(sorts).toMatchObject({ user: 'family_name', 'last-login': null, logins: 'logins_count' });
  });
});
