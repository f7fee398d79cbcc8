import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differencesBetween, differingParts, partsNamedIn } from './diff.ts';

const before = {
  name: 'Nina',
  blocked: false,
  updated_at: '1',
  app_metadata: { department: 'Finance', tags: ['a'], vendor: 'Acme' },
  identities: [{ user_id: 'nina' }],
};

describe('what differs', () => {
  test('is kept with both sides, metadata one by one, and what changes by itself is left out', () => {
    const after = {
      ...before,
      blocked: true,
      updated_at: '2',
      email: 'nina@example.com',
      app_metadata: { tags: ['a'], department: 'HR', seen: true },
    };
    expect(differingParts(before, after)).toEqual({
      before: { blocked: false, app_metadata: { department: 'Finance', vendor: 'Acme' } },
      after: { blocked: true, email: 'nina@example.com', app_metadata: { department: 'HR', seen: true } },
    });
  });

  test('is nothing between two that are the same, in whatever order their members stand', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (user) => {
        const same = JSON.parse(JSON.stringify(user));
        const turned = Object.fromEntries(Object.entries(same).reverse());
        expect(differingParts(same, turned as never)).toEqual({ before: {}, after: {} });
        expect(differencesBetween(same, turned as never)).toEqual([]);
      }),
    );
  });

  test('is shown one by one', () => {
    expect(
      differencesBetween(
        { blocked: false, app_metadata: { department: 'Finance', vendor: 'Acme' } },
        { blocked: true, email: 'n', app_metadata: { department: 'HR', vendor: 'Acme' } },
      ),
    ).toEqual([
      { path: 'blocked', before: false, after: true },
      { path: 'app_metadata.department', before: 'Finance', after: 'HR' },
      { path: 'email', before: undefined, after: 'n' },
    ]);
    expect(differencesBetween(null, { name: 'Nina' })).toEqual([
      { path: 'name', before: undefined, after: 'Nina' },
    ]);
  });
});

test('what a body names is picked from the user', () => {
  expect(
    partsNamedIn({ blocked: true, email: 'n', app_metadata: { department: 'HR', seen: true } }, before),
  ).toEqual({ blocked: false, app_metadata: { department: 'Finance' } });
});
