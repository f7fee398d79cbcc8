import fc from 'fast-check';
import type { Json } from '#lib/json.ts';
import type { Query } from './query.ts';

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: fc.constantFrom(...'ab AND"\\()[]{}:*?!+-~^/\u3000|&<>.'), maxLength: 6 }),
  fc.constantFrom('AND', 'OR', 'NOT', 'TO', '&&', '||', '_exists_', 'Finance', 'Jane Doe', '5', '2018-01'),
);

/** Fields that the users of `userArbitrary` have, and any other. */
const fields = fc.oneof(
  fc.constantFrom(
    'name',
    'email',
    'email.domain',
    'logins_count',
    'blocked',
    'created_at',
    'app_metadata.department',
  ),
  fc.constantFrom(
    'app_metadata.teams.name',
    'identities.connection',
    '_exists_',
    'AND',
    'user_metadata.colour',
  ),
  texts.filter((text) => text !== ''),
);
const values = fc.oneof(texts, fc.constantFrom('jane', 'example.com', 'HR', 'blue', 'true', 'red', 'DB'));
const literals = fc
  .array(fc.oneof(texts, fc.constantFrom('', 'jan', 'F', 'example')), { minLength: 2, maxLength: 4 })
  .filter((parts) => parts.some((part) => part !== ''));
const rangeEnds = fc.record({ value: values, inclusive: fc.boolean() });

const leaves: fc.Arbitrary<Query> = fc.oneof(
  fc.constant<Query>({ kind: 'all' }),
  fc.record({ kind: fc.constant('exists' as const), field: fields }),
  fc.record({
    kind: fc.constant('term' as const),
    field: fc.option(fields, { nil: undefined }),
    value: values,
  }),
  fc.record({
    kind: fc.constant('wildcard' as const),
    field: fc.option(fields, { nil: undefined }),
    literals,
  }),
  fc.record({ kind: fc.constant('range' as const), field: fields, from: rangeEnds }),
  fc.record({ kind: fc.constant('range' as const), field: fields, to: rangeEnds }),
  fc.record({ kind: fc.constant('range' as const), field: fields, from: rangeEnds, to: rangeEnds }),
);

/** Every tree that the parser can make, for property tests. */
export const queryArbitrary: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 4 },
    leaves,
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      queries: fc.array(tie('query'), { minLength: 2, maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('not' as const), query: tie('query') }),
  ),
})).query;

function identity(connection: string) {
  return { connection, provider: 'auth0', user_id: '1', isSocial: false };
}

/** Users in the Management API's shape, some with little in them. */
export const userArbitrary = fc.record(
  {
    name: fc.constantFrom('Jane Doe', 'jane', 'Ümit Özgür', 'Finance'),
    email: fc.constantFrom('jane@example.com', 'Jan.E@Example.com', 'ann@other.example'),
    logins_count: fc.nat({ max: 9 }),
    blocked: fc.boolean(),
    created_at: fc.constantFrom('2018-01-15T10:00:00.000Z', '2026-11-01T00:00:00.000Z'),
    identities: fc.constantFrom<ReturnType<typeof identity>[]>(
      [identity('DB')],
      [identity('DB'), identity('google')],
    ),
    app_metadata: fc.record(
      {
        department: fc.constantFrom<Json>('Finance', 'HR', ['HR', 'Finance'], '', null),
        teams: fc.constantFrom<Json>([{ name: 'red' }, { name: 'blue' }], []),
      },
      { requiredKeys: [] },
    ),
    user_metadata: fc.record({ colour: fc.constantFrom<Json>('blue', 'red') }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);
