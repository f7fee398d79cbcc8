import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import type { FormValue } from './user-form.ts';

const unsafeNames = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a dotted path is one of plain names; `__proto__` and its kind lead out of the data. */
export function isSafePath(path: string): boolean {
  return path.split('.').every((name) => name !== '' && !unsafeNames.has(name));
}

/** What stands at a dotted path; `undefined` where a step is missing. Only own members count. */
export function valueAt(holder: object, path: string): Json | undefined {
  let value: unknown = holder;
  for (const name of path.split('.')) {
    if (!isJsonObject(value) || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value as Json | undefined;
}

/** A copy of `holder` with `value` at a dotted path; what lies beside the path stays. */
export function withValueAt(holder: JsonObject, path: string, value: Json): JsonObject {
  const [name = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...holder, [name]: value };
  const inner = holder[name];
  return { ...holder, [name]: withValueAt(isJsonObject(inner) ? inner : {}, rest.join('.'), value) };
}

/** A copy of `holder` without what stands at a dotted path. */
export function withoutValueAt(holder: JsonObject, path: string): JsonObject {
  const [name = '', ...rest] = path.split('.');
  const { [name]: inner, ...others } = holder;
  if (rest.length === 0) return others;
  return isJsonObject(inner) ? { ...others, [name]: withoutValueAt(inner, rest.join('.')) } : holder;
}

/** What a form shows of a stored value. Text, number and truth value as they are; nothing else fits a field. */
export function formValueOf(stored: Json | undefined, multiple: boolean): FormValue {
  if (multiple) {
    if (Array.isArray(stored)) return stored.map((element) => asText(element));
    return stored === undefined || stored === null || stored === '' ? [] : [asText(stored)];
  }
  if (stored === undefined || stored === null || stored === '') return null;
  if (typeof stored === 'object') {
    return Array.isArray(stored) && stored.length === 1 && stored[0] !== undefined
      ? formValueOf(stored[0], false)
      : JSON.stringify(stored);
  }
  return stored;
}

function asText(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Whether two values read from JSON are the same; the order of members does not count. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((element, at) => isSameJson(element, other[at]));
  }
  if (!isJsonObject(one) || !isJsonObject(other)) return false;
  const names = new Set([...definedNames(one), ...definedNames(other)]);
  return [...names].every(
    (name) => Object.hasOwn(one, name) && Object.hasOwn(other, name) && isSameJson(one[name], other[name]),
  );
}

function definedNames(holder: JsonObject): string[] {
  return Object.keys(holder).filter((name) => holder[name] !== undefined);
}
