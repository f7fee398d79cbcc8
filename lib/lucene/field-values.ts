/** A value that the search knows. Null, empty texts, empty arrays and empty objects are not among them. */
export type SearchableValue = string | number | boolean;

/** Reads one field of a user; `some` stops at the first value that passes. */
export interface FieldReader {
  /** Whether upper and lower case are the same in this field. */
  ignoresCase: boolean;
  some(user: object, test: (value: SearchableValue) => boolean): boolean;
  /** Like `some`, over everything at and below the field. */
  someWithin(user: object, test: (value: SearchableValue) => boolean): boolean;
}

const fieldsIgnoringCase = new Set([
  'email',
  'name',
  'given_name',
  'family_name',
  'nickname',
  'email.domain',
]);

/** Where a term without a field is looked for, besides everything in `app_metadata`. */
const defaultFields = [
  'email',
  'name',
  'given_name',
  'family_name',
  'nickname',
  'username',
  'phone_number',
  'user_id',
];

/** The reader of a dotted path. Arrays on the way are no level of their own, as in Auth0's index. */
export function fieldReader(field: string): FieldReader {
  const ignoresCase = fieldsIgnoringCase.has(field);
  if (field === 'email.domain') {
    const some: FieldReader['some'] = (user, test) => {
      const email = memberOf(user, 'email');
      const domain = typeof email === 'string' ? email.slice(email.lastIndexOf('@') + 1) : '';
      return domain !== '' && test(domain);
    };
    return { ignoresCase, some, someWithin: some };
  }
  const path = field.split('.');
  return {
    ignoresCase,
    some: (user, test) => someAt(user, path, 0, false, test),
    someWithin: (user, test) => someAt(user, path, 0, true, test),
  };
}

/** The readers for terms without a field. */
export function defaultReaders(): FieldReader[] {
  const metadata = fieldReader('app_metadata');
  return [...defaultFields.map(fieldReader), { ...metadata, some: metadata.someWithin }];
}

type Test = (value: SearchableValue) => boolean;

function someAt(
  value: unknown,
  path: readonly string[],
  depth: number,
  within: boolean,
  test: Test,
): boolean {
  if (Array.isArray(value)) return value.some((element) => someAt(element, path, depth, within, test));
  const key = path[depth];
  if (key !== undefined) {
    return isObject(value) && someAt(memberOf(value, key), path, depth + 1, within, test);
  }
  if (typeof value === 'string') return value !== '' && test(value);
  if (typeof value === 'number' || typeof value === 'boolean') return test(value);
  return (
    within &&
    isObject(value) &&
    Object.values(value).some((member) => someAt(member, path, depth, true, test))
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function memberOf(holder: object, key: string): unknown {
  return Object.hasOwn(holder, key) ? Reflect.get(holder, key) : undefined;
}
