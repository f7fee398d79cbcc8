/** A copy of a JSON document, without the members that are `undefined`. */
export function copyDocument<T>(document: T): T;
export function copyDocument(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((element) => copyDocument(element ?? null));
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const member: unknown = Reflect.get(value, key);
    if (member === undefined) continue;
    if (key === '__proto__')
      Object.defineProperty(copy, key, { value: copyDocument(member), enumerable: true });
    else copy[key] = copyDocument(member);
  }
  return copy;
}
