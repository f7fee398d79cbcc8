/** A parsed user search. Trees are plain data: compare, build and print them freely. */
export type Query =
  | { kind: 'all' }
  /** At least two queries, as the parser makes it. */
  | { kind: 'and'; queries: Query[] }
  | { kind: 'or'; queries: Query[] }
  | { kind: 'not'; query: Query }
  /** The whole value, as written or quoted. Without a field: any of the default fields. */
  | { kind: 'term'; field?: string; value: string }
  /** The texts between the asterisks: `ab*c` is `['ab', 'c']`, `ab*` is `['ab', '']`. One is not empty. */
  | { kind: 'wildcard'; field?: string; literals: string[] }
  | { kind: 'exists'; field: string }
  /** An end that is missing is open; one of the two is there. */
  | { kind: 'range'; field: string; from?: RangeEnd; to?: RangeEnd };

export interface RangeEnd {
  value: string;
  inclusive: boolean;
}

/** A query that compares something: neither `all` nor a combination of others. */
export type Leaf = Exclude<Query, { kind: 'all' | 'and' | 'or' | 'not' }>;

/** Every comparison in a query, from left to right. */
export function* leavesOf(query: Query): Generator<Leaf> {
  if (query.kind === 'and' || query.kind === 'or') {
    for (const part of query.queries) yield* leavesOf(part);
  } else if (query.kind === 'not') {
    yield* leavesOf(query.query);
  } else if (query.kind !== 'all') {
    yield query;
  }
}

/** The names of the fields that a query reads; `undefined` stands for the default fields. */
export function fieldsOf(query: Query): Set<string | undefined> {
  return new Set(Array.from(leavesOf(query), (leaf) => leaf.field));
}
