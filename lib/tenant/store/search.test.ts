import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matches } from '#lib/lucene/evaluate.ts';
import { printLucene } from '#lib/lucene/print.ts';
import { queryArbitrary, userArbitrary } from '#lib/lucene/query-arbitrary.ts';
import { makeUser } from './make-user.ts';
import { openStore } from './open-store.ts';
import type { UserCollection } from './store.ts';

function ids(users: UserCollection, query?: string, sort?: string): string[] {
  return users.search({ query, sort, page: 0, perPage: 100 }).users.map((user) => user.user_id.slice(6));
}

describe('searching', () => {
  test('the indexes answer exactly what evaluating the query for each user answers, also after changes', () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({ id: fc.nat({ max: 30 }), profile: userArbitrary }),
        fc.record({ id: fc.nat({ max: 30 }), profile: fc.constant(undefined) }),
        fc.record({ query: queryArbitrary }),
      ),
      { minLength: 20, maxLength: 60 },
    );
    fc.assert(
      fc.property(steps, (made) => {
        const { users } = openStore();
        for (const step of made) {
          if ('query' in step) {
            const expected = Array.from(users.values()).filter((user) => matches(step.query, user));
            const page = users.search({
              query: printLucene(step.query),
              sort: 'user_id:1',
              page: 0,
              perPage: 100,
            });
            expect(page.users).toEqual(expected.sort((a, b) => (a.user_id < b.user_id ? -1 : 1)));
            expect(page.total).toBe(expected.length);
          } else if (step.profile) {
            users.set(`auth0|${step.id}`, makeUser(String(step.id), step.profile));
          } else {
            users.delete(`auth0|${step.id}`);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('pages go through all matches once, and the total counts them all', () => {
    const { users } = openStore();
    for (let number = 0; number < 250; number++) {
      const department = number % 10 === 0 ? 'HR' : 'Finance';
      users.set(
        `auth0|${number}`,
        makeUser(String(number), { name: 'Same name', app_metadata: { department } }),
      );
    }
    const query = 'app_metadata.department:"Finance"';
    const seen = [0, 1, 2].flatMap(
      (page) => users.search({ query, sort: 'name:1', page, perPage: 100 }).users,
    );
    expect(new Set(seen.map((user) => user.user_id)).size).toBe(225);
    expect(users.search({ query, page: 7, perPage: 100 })).toEqual({ users: [], total: 225 });
  });

  test('a value that few have finds nobody who had it before', () => {
    const { users } = openStore();
    for (let number = 0; number < 100; number++) {
      users.set(`auth0|${number}`, makeUser(`${number}`, { email: `${number}@example.com` }));
    }
    expect(ids(users, 'email:7@example.com')).toEqual(['7']);
    users.set('auth0|7', makeUser('7', { email: 'new@example.com' }));
    expect(ids(users, 'email:7@example.com')).toEqual([]);
    expect(ids(users, 'email:NEW@example.com')).toEqual(['7']);
    users.delete('auth0|7');
    expect(ids(users, 'email:new@example.com')).toEqual([]);
  });

  test('the password hash is neither in the answer nor something to search for', () => {
    const { users } = openStore();
    users.set('auth0|a', makeUser('a', { password_hash: 'secret' }));
    expect(users.search({ page: 0, perPage: 5 }).users[0]).not.toHaveProperty('password_hash');
    expect(ids(users, '_exists_:password_hash')).toEqual([]);
    expect(ids(users, 'password_hash:secret')).toEqual([]);
    expect(users.get('auth0|a')?.password_hash).toBe('secret');
  });

  test('organization_id asks for members, also negated', () => {
    const store = openStore();
    store.users.set('auth0|a', makeUser('a'));
    store.users.set('auth0|b', makeUser('b'));
    store.collection('organization-members').set('org_1 auth0|a', {
      id: 'org_1 auth0|a',
      organization_id: 'org_1',
      user_id: 'auth0|a',
    });
    expect(ids(store.users, 'organization_id:org_1')).toEqual(['a']);
    expect(ids(store.users, 'NOT organization_id:org_1')).toEqual(['b']);
  });
});

describe('sorting', () => {
  const { users } = openStore();
  users.set(
    'auth0|1',
    makeUser('1', { name: 'bert', logins_count: 10, last_login: '2026-02-01T00:00:00.000Z' }),
  );
  users.set('auth0|2', makeUser('2', { name: 'Anna', logins_count: 9 }));
  users.set('auth0|3', makeUser('3', { name: 'Zoe', last_login: '2026-03-01T00:00:00.000Z' }));
  users.set('auth0|4', makeUser('4', { username: 'x', logins_count: 9 }));

  test.each([
    ['name:1', ['2', '1', '3', '4']],
    ['name:-1', ['3', '1', '2', '4']],
    ['logins_count:1', ['2', '4', '1', '3']],
    ['logins_count:-1', ['1', '2', '4', '3']],
    ['last_login:-1', ['3', '1', '2', '4']],
    ['nothing:1', ['1', '2', '3', '4']],
  ])('%s puts users without a value last and ignores the case of names', (sort, expected) => {
    expect(ids(users, undefined, sort)).toEqual(expected);
    expect(ids(users, '_exists_:user_id', sort)).toEqual(expected);
  });

  test('an order follows few changes and many', () => {
    const many = openStore().users;
    const names = () => many.search({ sort: 'name:-1', page: 0, perPage: 3 }).users.map((user) => user.name);
    for (let number = 0; number < 900; number++)
      many.set(`auth0|${number}`, makeUser(`${number}`, { name: 'm' }));
    expect(names()).toEqual(['m', 'm', 'm']);
    many.set('auth0|5', makeUser('5', { name: 'z' }));
    expect(names()).toEqual(['z', 'm', 'm']);
    for (let number = 0; number < 900; number++)
      many.set(`auth0|${number}`, makeUser(`${number}`, { name: `${number}` }));
    expect(names()).toEqual(['99', '98', '97']);
    many.delete('auth0|99');
    expect(names()).toEqual(['98', '97', '96']);
  });
});

describe('the index delay', () => {
  test('a change is found by search only when it is due, and by id, e-mail and username at once', () => {
    let now = 0;
    const { users } = openStore({ indexDelayMs: () => 5000, now: () => now });
    users.set('auth0|a', makeUser('a', { name: 'Old', email: 'a@example.com' }));
    expect(ids(users)).toEqual([]);
    expect(users.get('auth0|a')?.name).toBe('Old');
    expect(users.byEmail('a@example.com')).toHaveLength(1);
    now = 4999;
    expect(ids(users)).toEqual([]);
    users.set('auth0|a', makeUser('a', { name: 'New' }));
    now = 5000;
    expect(ids(users, 'name:Old')).toEqual(['a']);
    now = 9999;
    expect(ids(users, 'name:New')).toEqual(['a']);
    users.delete('auth0|a');
    expect(ids(users)).toEqual(['a']);
    now = 14_999;
    expect(ids(users)).toEqual([]);
  });

  test('a delay switched off lets no older change come after a newer one', () => {
    let now = 0;
    let indexDelayMs = 5000;
    const { users } = openStore({ indexDelayMs: () => indexDelayMs, now: () => now });
    users.set('auth0|a', makeUser('a', { name: 'Old' }));
    indexDelayMs = 0;
    users.set('auth0|a', makeUser('a', { name: 'New' }));
    expect(ids(users, 'name:New')).toEqual(['a']);
    now = 10_000;
    expect(ids(users, 'name:New')).toEqual(['a']);
  });
});
