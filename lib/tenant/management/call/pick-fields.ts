import type { JsonObject } from '#lib/json.ts';
import { readBoolean } from './read-paging.ts';

/** Applies `?fields=a,b&include_fields=false` to an answer. */
export function pickFields(query: URLSearchParams, item: JsonObject): JsonObject {
  const fields = query.get('fields')?.split(',').filter(Boolean) ?? [];
  if (fields.length === 0) return item;
  const include = readBoolean(query, 'include_fields') ?? true;
  return Object.fromEntries(Object.entries(item).filter(([key]) => fields.includes(key) === include));
}
