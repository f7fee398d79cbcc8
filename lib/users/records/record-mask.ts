import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';

/** A state of a user, and what the access hook shows of it: nothing where it refused. */
export interface MaskedState {
  state: JsonObject;
  shown: JsonObject | undefined;
}

/**
 * Which places of a user a mask leaves as they are: those that stand in one of the states at least, and in no
 * state are shown otherwise. A place is a dotted path.
 */
export function placesLeft(states: readonly MaskedState[]): ReadonlySet<string> {
  const left = new Set<string>();
  const changed = new Set<string>();
  for (const { state, shown } of states) {
    const visible = leavesOf(shown ?? {});
    for (const [place, values] of leavesOf(state)) {
      const isLeft = isDeepStrictEqual(visible.get(place), values);
      (isLeft ? left : changed).add(place);
    }
  }
  return left.difference(changed);
}

/** A part of a user, or of what was asked for, without all that stands at another place. */
export function onlyAt(places: ReadonlySet<string>, value: JsonObject): JsonObject {
  return membersAt(places, value, '') ?? {};
}

function membersAt(places: ReadonlySet<string>, value: JsonObject, path: string): JsonObject | undefined {
  const members = Object.entries(value).flatMap(([name, member]): [string, Json | undefined][] => {
    const place = path + name;
    if (isJsonObject(member)) {
      const kept = membersAt(places, member, `${place}.`);
      return kept ? [[name, kept]] : [];
    }
    return places.has(place) ? [[name, member]] : [];
  });
  return members.length > 0 ? Object.fromEntries(members) : undefined;
}

/** Two members may have the same dotted path when a name holds a dot; both are then kept. */
function leavesOf(value: JsonObject): Map<string, Json[]> {
  const leaves = new Map<string, Json[]>();
  const walk = (object: JsonObject, path: string) => {
    for (const [name, member] of Object.entries(object)) {
      if (isJsonObject(member)) walk(member, `${path}${name}.`);
      else if (member !== undefined) {
        leaves.set(path + name, [...(leaves.get(path + name) ?? []), member]);
      }
    }
  };
  walk(value, '');
  return leaves;
}
