import { isJsonObject, type JsonObject } from '#lib/json.ts';

const globalBytesMax = 1024 * 1024;

/** A guest may say anything; what is no JSON changes nothing. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/**
 * The object behind `ctx.global`: one for the process, gone when it ends. Runs hand back the members that they
 * changed, so two runs at once lose each other's work only where they change the same member.
 */
export class GlobalStore {
  /** Rises with every change. */
  version = 0;
  json = '{}';
  #members: JsonObject = {};

  /** `changeJson`: `{set: {name: value}, drop: {name: true}}`. True when it was kept. */
  change(changeJson: string): boolean {
    const change = parsed(changeJson);
    if (!isJsonObject(change)) return false;
    const members: JsonObject = { ...this.#members, ...(isJsonObject(change.set) ? change.set : {}) };
    for (const name of Object.keys(isJsonObject(change.drop) ? change.drop : {})) delete members[name];
    const json = JSON.stringify(members);
    if (Buffer.byteLength(json) > globalBytesMax) return false;
    this.#members = members;
    this.json = json;
    this.version++;
    return true;
  }
}
