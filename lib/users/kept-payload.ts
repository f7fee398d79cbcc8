import type { JsonObject } from '#lib/json.ts';

const charactersMax = 20_000;
/** No request holds more. */
const formCharactersMax = 1_000_000;
/** As deep as a hook's answer may be; what writes, compares and searches records goes down one call for each. */
const levelsMax = 100;

/**
 * What was asked for as a record keeps it, or why it does not: sent by hand it may have no end and no bottom, or be
 * the same part so often that writing it out would take all memory.
 */
export function keptPayload(asked: JsonObject): JsonObject {
  const reason = reasonAgainst(asked, charactersMax);
  if (reason !== undefined) return { omitted: reason };
  try {
    const text = JSON.stringify(asked);
    return text.length > charactersMax ? { omitted: `${text.length} characters` } : JSON.parse(text);
  } catch {
    return { omitted: 'what cannot be written as JSON' };
  }
}

/** The values of a form as a record keeps them: whole, however long, but where they have no end or no bottom. */
export function keptValues(values: JsonObject): JsonObject {
  const reason = reasonAgainst(values, formCharactersMax);
  return reason === undefined ? values : { omitted: reason };
}

/** Goes no further than the limits, whatever it is given. */
function reasonAgainst(asked: JsonObject, longest: number): string | undefined {
  // At least as many characters as this has the JSON of what was met so far.
  let characters = 0;
  const open: { value: unknown; level: number }[] = [{ value: asked, level: 1 }];
  for (let one = open.pop(); one; one = open.pop()) {
    const { value, level } = one;
    characters += typeof value === 'string' ? value.length + 2 : 1;
    if (typeof value === 'object' && value !== null) {
      if (level > levelsMax) return `what is nested deeper than ${levelsMax} levels`;
      for (const [name, member] of Object.entries(value)) {
        if (member === undefined) continue;
        if (!Array.isArray(value)) characters += name.length + 3;
        open.push({ value: member, level: level + 1 });
      }
    }
    if (characters > longest) return `more than ${longest} characters`;
  }
  return undefined;
}
