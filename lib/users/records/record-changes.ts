import { canonicalJson } from '#lib/audit/canonical-json.ts';
import type { AuditRecord } from '#lib/audit/record.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';

/** One place of a user on both sides of an attempt. `undefined`: nothing stood there. */
export interface RecordChange {
  /** `email`, `user_metadata.address.city`. */
  place: string;
  /** `open`: nobody knows what stands there after it. */
  kind: 'added' | 'removed' | 'changed' | 'same' | 'open';
  before?: Json;
  after?: Json;
}

/**
 * The two sides of a record place by place, in the order in which they stand there. An attempt that changed nothing
 * leaves what stood there; of one whose end is not known only that is known.
 */
export function recordChanges({
  before,
  after,
  action,
  outcome,
}: Pick<AuditRecord, 'before' | 'after' | 'action' | 'outcome'>): RecordChange[] {
  const [was, is] = [leavesOf(before), leavesOf(after)];
  const isDone = outcome === 'done' || outcome === 'partly';
  if (after === null && !(isDone && action === 'delete:user')) {
    const isUnchanged = outcome === 'refused' || outcome === 'failed';
    return [...was]
      .filter(([place]) => place !== 'updated_at')
      .map(([place, value]) =>
        isUnchanged
          ? { place, before: value, after: value, kind: 'same' }
          : { place, before: value, kind: 'open' },
      );
  }
  return [...new Set([...was.keys(), ...is.keys()])].map((place): RecordChange => {
    const sides = { place, before: was.get(place), after: is.get(place) };
    return { ...sides, kind: kindOf(sides) };
  });
}

function kindOf({ before, after }: { before?: Json; after?: Json }): RecordChange['kind'] {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  return canonicalJson(before) === canonicalJson(after) ? 'same' : 'changed';
}

/** A deleted user stands in the record beside what the tenant kept about them. */
function leavesOf(side: JsonObject | null): Map<string, Json> {
  const leaves = new Map<string, Json>();
  const { user, ...others } = side ?? {};
  const members = isJsonObject(user) ? { ...user, ...others } : (side ?? {});
  const walk = (object: JsonObject, path: string) => {
    for (const [name, value] of Object.entries(object)) {
      if (isJsonObject(value) && Object.keys(value).length > 0) walk(value, `${path}${name}.`);
      else if (value !== undefined) leaves.set(path + name, value);
    }
  };
  walk(members, '');
  return leaves;
}
