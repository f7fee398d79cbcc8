import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { userStatuses } from '../user-status.ts';
import { pageSizes, type UserListInput } from '../user-view.ts';
import { addressOf, defaultList, exportAddress, listOf, sortedBy } from './list-address.ts';

const read = (address: string) =>
  listOf(Object.fromEntries(new URL(address, 'http://localhost').searchParams));

describe('the address of the list', () => {
  test('the plain list has the plain address', () => {
    expect(addressOf(defaultList)).toBe('/users');
    expect(read('/users')).toEqual({ ...defaultList, searchBy: undefined });
  });

  test('the file of a list is asked for with its search and filters alone', () => {
    const list = { ...defaultList, search: 'a b', status: 'blocked', page: 3, perPage: 100 } as const;
    expect(exportAddress(list)).toBe('/users/export?q=a+b&status=blocked');
    expect(exportAddress(defaultList)).toBe('/users/export');
  });

  test('every list comes back from its address as it was', () => {
    const lists = fc.record({
      search: fc.string({ unit: 'grapheme' }),
      searchBy: fc.constant(undefined),
      status: fc.constantFrom(undefined, ...userStatuses),
      membership: fc.constantFrom(undefined, 'Finance', 'R&D: Berlin', 'a b?c=d#'),
      connection: fc.constantFrom(undefined, 'Contractors', 'Ünïcødé/1'),
      sort: fc.record({
        by: fc.constantFrom('name', 'email', 'user_metadata.title'),
        descending: fc.boolean(),
      }),
      page: fc.integer({ min: 1, max: 1000 }),
      perPage: fc.constantFrom(...pageSizes),
    });
    fc.assert(
      fc.property(lists, (list: UserListInput) => {
        expect(read(addressOf(list))).toEqual(list);
      }),
    );
  });

  test('what an address gets wrong is the default', () => {
    expect(read('/users?page=-1&per=7&sort=')).toEqual({ ...defaultList, searchBy: undefined });
    expect(read('/users?status=nonsense&membership=&connection=')).toEqual(read('/users'));
    expect(read('/users?page=abc&per=100')).toMatchObject({ page: 1, perPage: 100 });
  });

  test('a column sorts up first, times and counts down, and a second time the other way', () => {
    const byName = sortedBy(defaultList, 'name');
    expect(byName.sort).toEqual({ by: 'name', descending: true });
    expect(sortedBy(defaultList, 'email').sort).toEqual({ by: 'email', descending: false });
    expect(sortedBy({ ...defaultList, page: 3 }, 'last_login')).toMatchObject({
      sort: { by: 'last_login', descending: true },
      page: 1,
    });
  });
});
