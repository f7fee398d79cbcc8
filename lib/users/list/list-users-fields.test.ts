import { describe, expect, test, vi } from 'vitest';
import type { Json } from '#lib/json.ts';
import { everything, labelsOf, listWith, rowOf, withList } from '#lib/testing/list-world.ts';

withList();

describe('a declared field is a column', () => {
  test.each<[string, Json, string[]]>([
    ['with search: true', true, ['A']],
    ['with an object', {}, ['A']],
    ['not with search: false', false, []],
    ['not with display: false', { display: false }, []],
    ['not where search is not said', null, []],
  ])('%s', async (_how, search, labels) => {
    const list = await listWith([{ property: 'user_metadata.a', label: 'A', search }]);
    expect(labelsOf(list)).toEqual([
      'Name',
      'Memberships',
      'Last login',
      'Logins',
      'Connection',
      'Status',
      ...labels,
    ]);
  });

  test('that is disabled nowhere', async () => {
    const search = { filter: true, sort: true };
    const list = await listWith([{ property: 'given_name', search, disable: true }]);
    expect(labelsOf(list)).not.toContain('given_name');
    expect(list.searchableBy).toEqual([]);
  });

  test('shows roots, nested values, lists, the words of an option and times as people read them', async () => {
    const contracts = [{ value: 'permanent', label: 'For good' }];
    const list = await listWith([
      { property: 'given_name', search: true },
      { property: 'created_at', search: true },
      { property: 'user_metadata.tags', search: true },
      { property: 'user_metadata.contract', search: true, edit: { type: 'select', options: contracts } },
      { property: 'user_metadata.nothing', search: true },
    ]);
    expect(rowOf(list)?.cells).toEqual({
      given_name: 'Nina',
      created_at: '1 March 2026',
      'user_metadata.tags': 'a, b',
      'user_metadata.contract': 'For good',
      'user_metadata.nothing': null,
    });
  });

  test('in its order, with its width and its label in the tenant’s words', async () => {
    const list = await listWith(
      [
        { property: 'user_metadata.last', search: { listOrder: 99, listSize: '15%' } },
        { property: 'user_metadata.first', label: 'First', search: { listOrder: -1, listSize: 120 } },
        { property: 'user_metadata.odd', search: { listSize: '1px;position:fixed' } },
      ],
      { languageDictionary: { labels: { 'user_metadata.last': 'Letzte', last_login: 'Zuletzt' } } },
    );
    expect(labelsOf(list)).toEqual([
      'First',
      'Name',
      'Memberships',
      'Zuletzt',
      'Logins',
      'Connection',
      'Status',
      'Letzte',
      'user_metadata.odd',
    ]);
    expect(list.columns.flatMap(({ width }) => width ?? [])).toEqual(['120px', '15%']);
  });

  test('is sorted by where it says so: by its sortProperty, else itself, never by metadata', async () => {
    const sort = { sort: true };
    const list = await listWith(
      [
        { property: 'given_name', search: sort },
        { property: 'user_metadata.rank', search: sort, sortProperty: 'nickname' },
        { property: 'user_metadata.title', search: sort },
        { property: 'family_name', search: {} },
      ],
      {},
      { ...everything, sort: { by: 'nickname', descending: true } },
    );
    const sorts = Object.fromEntries(list.columns.map(({ key, sortBy }) => [key, sortBy]));
    expect(sorts).toMatchObject({
      given_name: 'given_name',
      'user_metadata.rank': 'nickname',
      'user_metadata.title': null,
      family_name: null,
    });
    expect(list.sort).toEqual({ by: 'nickname', descending: true });
  });
});

describe('a display function', () => {
  test('is given the user, the value in an array, the dictionary and one object more; all rows in one call', async () => {
    const display = `(function () {
      var calls = 0;
      return function (user, value, dictionary, additional) {
        calls += 1;
        return [calls, user.name, Array.isArray(value) && value.length, value[0], dictionary.hello, typeof additional].join('|');
      };
    })()`;
    const list = await listWith([{ property: 'user_metadata.title', search: { display } }], {
      languageDictionary: { hello: 'Hallo' },
    });
    expect(list.rows.map(({ cells }) => cells['user_metadata.title'])).toEqual([
      '1|Kelly|1||Hallo|object',
      '2|Nina|1|Controller|Hallo|object',
    ]);
  });

  test('of the column comes before that of the field', async () => {
    const list = await listWith([
      { property: 'user_metadata.title', display: '() => "field"', search: { display: '() => "column"' } },
      { property: 'user_metadata.x', display: '() => "field"', search: true },
    ]);
    expect(rowOf(list)?.cells).toEqual({ 'user_metadata.title': 'column', 'user_metadata.x': 'field' });
  });

  test('that fails leaves its own cells empty, and the rest of the list is there', async () => {
    const list = await listWith([
      {
        property: 'user_metadata.title',
        search: { display: '(user) => { if (user.name === "Nina") null.x; return "fine"; }' },
      },
      { property: 'user_metadata.spin', search: { display: '() => { for (;;); }' } },
      { property: 'given_name', search: true },
    ]);
    expect(list.rows.map(({ cells }) => cells['user_metadata.title'])).toEqual(['fine', null]);
    expect(rowOf(list)?.cells).toMatchObject({ 'user_metadata.spin': null, given_name: 'Nina' });
  });

  test('that fails on what stands there is told of in the server’s log once, and on nothing it is not', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const display = '(user, value) => { value[0].no.such; return value[0].toUpperCase(); }';
    await listWith([{ property: 'user_metadata.nothing', search: { display } }]);
    expect(told).not.toHaveBeenCalled();
    await listWith([{ property: 'name', search: { display } }]);
    expect(told).toHaveBeenCalledExactlyOnceWith(
      expect.stringContaining('display for “name” failed at line 1'),
    );
    told.mockRestore();
  });

  test('may make the name, the e-mail address, the last login and the connection', async () => {
    const list = await listWith([
      { property: 'name', display: '(user, value) => value[0].toUpperCase()', search: { listOrder: 0 } },
      { property: 'email', display: '(user, value) => value[0].split("@")[0] + "@…"' },
      { property: 'last_login', display: '(user, value) => value[0] ? "Yes" : "Never"', search: true },
      { property: 'connection', display: '(user, value) => value[0].slice(0, 8)', search: true },
    ]);
    const nina = rowOf(list);
    expect(nina).toMatchObject({ name: 'NINA', email: 'nina@…', lastLogin: null, connection: null });
    expect(nina?.cells).toEqual({ 'last-login': 'Yes', connection: 'Username' });
    expect(JSON.stringify(list)).not.toMatch(/nina@example|2026-11-20|Username-Password/);
  });
});

test.each([
  ['user_metadata.title', 'Controller', 'Contr'],
  ['connection', 'Username-Password', 'google'],
  ['memberships', 'Financ', 'HR'],
  ['email', 'ina@exa', 'nobody@example'],
  ['given_name', 'nin', 'nan'],
])('“Search by” %s finds by it, and not by what stands elsewhere', async (property, found, notFound) => {
  const userFields = [{ property, search: { filter: true } }];
  const searching = (search: string) =>
    listWith(userFields, {}, { ...everything, search, searchBy: property });
  expect((await searching(found)).rows.map(({ name }) => name)).toContain('Nina');
  expect((await searching(notFound)).rows).toEqual([]);
});
