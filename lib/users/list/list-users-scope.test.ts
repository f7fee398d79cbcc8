import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { User } from '#lib/auth0/user.ts';
import { AppError } from '#lib/errors.ts';
import { signedIn } from '#lib/testing/people.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { userStatuses } from '../user-status.ts';
import type { UserFilters, UserListInput } from '../user-view.ts';
import { listUsers } from './list-users.ts';

const departments = [
  'Finance',
  'HR',
  'R&D: Berlin',
  'Fin) OR (x',
  'He said "yes"',
  'back\\slash',
  'Ünïcødé 🦊',
  'AND',
];
const names = ['Ann Lee', 'Bob', 'Renée Müller', 'OR', 'x*y', 'مريم', 'Finance', '(', 'null', 'a:b'];

interface Filter {
  text: string;
  passes: (user: User) => boolean;
}

let tenant: TestTenant;
let users: User[] = [];

beforeAll(async () => {
  tenant = await startTestTenant('own');
  await tenant.setHooks({
    filter: 'function (ctx, callback) { callback(null, ctx.request.user.app_metadata.filter); }',
    access: 'function (ctx, callback) { callback(); }',
    settings:
      'function (ctx, callback) { callback(null, { membershipProperty: "app_metadata.department" }); }',
  });
  users = await Promise.all(
    Array.from({ length: 96 }, (_, at) =>
      tenant.putUser({
        user_id: `auth0|${at}`,
        email: `user${at}@${at % 3 === 0 ? 'example.com' : 'other.example'}`,
        name: names[at % names.length],
        blocked: at % 5 === 0,
        app_metadata: { department: departments[at % departments.length], level: at % 4 },
      }),
    ),
  );
});

afterAll(() => tenant.stop());

/** The manager whom the filter hook narrows to `filter`. */
function narrowedTo(filter: string) {
  const roles = ['Delegated Admin - User'];
  return signedIn({ user_id: 'auth0|manager', app_metadata: { filter, roles } });
}

function everything(search: string, filters: UserFilters = {}): UserListInput {
  return { ...filters, search, sort: { by: 'created_at', descending: false }, page: 1, perPage: 100 };
}

const quoted = (value: string) => `"${value.replace(/[\\"]/g, '\\$&')}"`;
const departmentOf = (user: User) => user.app_metadata?.department;

const leaf: fc.Arbitrary<Filter> = fc.oneof(
  fc.constantFrom(...departments).map((department) => ({
    text: `app_metadata.department:${quoted(department)}`,
    passes: (user: User) => departmentOf(user) === department,
  })),
  fc.constantFrom(...names).map((name) => ({
    text: `name:${quoted(name)}`,
    passes: (user: User) => user.name?.toLowerCase() === name.toLowerCase(),
  })),
  fc.boolean().map((blocked) => ({
    text: `blocked:${blocked}`,
    passes: (user: User) => user.blocked === blocked,
  })),
  fc.nat(3).map((level) => ({
    text: `app_metadata.level:${level}`,
    passes: (user: User) => user.app_metadata?.level === level,
  })),
);

const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    tie('filter').map((one) => ({
      text: `NOT (${one.text})`,
      passes: (user: User) => !one.passes(user),
    })),
    fc.tuple(tie('filter'), tie('filter')).map(([one, other]) => ({
      text: `(${one.text}) AND (${other.text})`,
      passes: (user: User) => one.passes(user) && other.passes(user),
    })),
    fc.tuple(tie('filter'), tie('filter')).map(([one, other]) => ({
      text: `(${one.text}) OR (${other.text})`,
      passes: (user: User) => one.passes(user) || other.passes(user),
    })),
  ),
}));

const injections = [
  'id:',
  'user_id:*',
  '*',
  '*:*',
  '_exists_:email',
  ') OR (user_id:*',
  'x) OR (blocked:true OR blocked:false',
  '"x" OR user_id:"auth0|1"',
  '" OR user_id:* OR "',
  '\\" OR user_id:* OR \\"',
  'a OR b) AND NOT (c',
  'NOT x',
  '-x',
  'NOT (x) OR (y',
  'email:*',
  '/.*/',
  '{* TO *}',
  'created_at:[* TO *]',
  'user_id:auth0|* || blocked:true',
  'x\n) OR (\nuser_id:*',
  '\u202e) OR (blocked:true',
  '((((((((((',
  'AND',
  'OR OR OR',
  '+a -b',
];

const search = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...injections) },
  { weight: 2, arbitrary: fc.string({ maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 2, arbitrary: filter.map(({ text }) => text) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...injections), fc.constantFrom(...injections))
      .map((two) => two.join(' ')),
  },
);

const someFilters: fc.Arbitrary<UserFilters> = fc.record(
  {
    status: fc.constantFrom(...userStatuses),
    membership: fc.constantFrom(...departments, ...injections),
    connection: fc.constantFrom('Username-Password-Authentication', ...injections),
  },
  { requiredKeys: [] },
);

/** Mostly none, so that enough is found to be looked at. */
const filters = fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 2, arbitrary: someFilters });

describe('whatever is searched for and filtered by', () => {
  test('every user who is listed or counted passes the filter on its own', async () => {
    let searchesAnswered = 0;
    let rowsListed = 0;
    await fc.assert(
      fc.asyncProperty(search, filters, filter, async (text, chosen, { text: narrowing, passes }) => {
        const list = await listUsers(narrowedTo(narrowing), everything(text, chosen)).catch(
          (error: unknown) => {
            if (error instanceof AppError && error.code === 'invalid-input') return undefined;
            throw error;
          },
        );
        if (!list) return;
        searchesAnswered += 1;
        rowsListed += list.rows.length;
        for (const row of list.rows) {
          const user = users.find(({ user_id }) => user_id === row.userId);
          expect(user && passes(user), `${row.userId} under ${narrowing}`).toBe(true);
        }
        expect(list.total).toBeLessThanOrEqual(users.filter(passes).length);
      }),
      { numRuns: 300 },
    );
    expect(searchesAnswered).toBeGreaterThan(100);
    expect(rowsListed).toBeGreaterThan(300);
  });

  test('and with nothing searched for, all who pass it are listed', async () => {
    await fc.assert(
      fc.asyncProperty(filter, async ({ text, passes }) => {
        const { rows, total } = await listUsers(narrowedTo(text), everything(''));
        const expected = users.filter(passes).map(({ user_id }) => user_id);
        expect(rows.map(({ userId }) => userId).toSorted()).toEqual(expected.toSorted());
        expect(total).toBe(expected.length);
      }),
      { numRuns: 60 },
    );
  });
});
