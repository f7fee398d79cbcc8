import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { canonicalJson } from './canonical-json.ts';

/** One thing that stands differently after a change. `undefined`: it was not there. */
export interface Difference {
  /** `email`, `app_metadata.department`. */
  path: string;
  before: Json | undefined;
  after: Json | undefined;
}

/** Members that Auth0 merges and this console shows one by one. */
const mergedMembers: ReadonlySet<string> = new Set([
  'user_metadata',
  'app_metadata',
  'roles',
  'organizations',
]);

/** Members that change by themselves, or with every change. */
const restlessMembers: ReadonlySet<string> = new Set([
  'updated_at',
  'last_login',
  'last_ip',
  'logins_count',
  'last_password_reset',
]);

/** What of two states of a user differs, each with what it was and what it became. */
export function differingParts(
  before: JsonObject,
  after: JsonObject,
): { before: JsonObject; after: JsonObject } {
  const parts: { before: JsonObject; after: JsonObject } = { before: {}, after: {} };
  for (const name of namesIn(before, after)) {
    if (restlessMembers.has(name) || isSame(before[name], after[name])) continue;
    const [was, is] = [before[name], after[name]];
    if (mergedMembers.has(name) && (isJsonObject(was) || isJsonObject(is))) {
      const [wasIn, isIn] = [isJsonObject(was) ? was : {}, isJsonObject(is) ? is : {}];
      const differing = namesIn(wasIn, isIn).filter((key) => !isSame(wasIn[key], isIn[key]));
      parts.before[name] = pick(wasIn, differing);
      parts.after[name] = pick(isIn, differing);
    } else {
      if (was !== undefined) parts.before[name] = was;
      if (is !== undefined) parts.after[name] = is;
    }
  }
  return parts;
}

/** What `body` would change, as it stands in a user. */
export function partsNamedIn(body: JsonObject, user: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, asked]): [string, Json][] => {
      const stands = user[name];
      if (mergedMembers.has(name) && isJsonObject(asked)) {
        return [[name, pick(isJsonObject(stands) ? stands : {}, Object.keys(asked))]];
      }
      return stands === undefined ? [] : [[name, stands]];
    }),
  );
}

/** The differences between the two sides of a record, to be shown; metadata one by one. */
export function differencesBetween(before: JsonObject | null, after: JsonObject | null): Difference[] {
  const [was, is] = [flat(before ?? {}), flat(after ?? {})];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((path) => !restlessMembers.has(path) && !isSame(was.get(path), is.get(path)))
    .map((path) => ({ path, before: was.get(path), after: is.get(path) }));
}

function flat(side: JsonObject): Map<string, Json> {
  return new Map(
    Object.entries(side).flatMap(([name, value]): [string, Json][] => {
      if (value === undefined) return [];
      if (!mergedMembers.has(name) || !isJsonObject(value)) return [[name, value]];
      return Object.entries(value).flatMap(([key, one]): [string, Json][] =>
        one === undefined ? [] : [[`${name}.${key}`, one]],
      );
    }),
  );
}

function namesIn(one: JsonObject, other: JsonObject): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])];
}

function pick(from: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(from, name)).map((name) => [name, from[name]]),
  );
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null);
}
