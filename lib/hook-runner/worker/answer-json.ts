import { notJson } from '../pool/messages.ts';

const forbiddenName = /"(?:__proto__|constructor|prototype)"/;
const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype']);
const depthMax = 100;

function isDeeperThan(json: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i);
    if (inString) {
      if (code === 92) i++;
      else if (code === 34) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 91 || code === 123) {
      depth++;
      if (depth > limit) return true;
    } else if (code === 93 || code === 125) depth--;
  }
  return false;
}

/**
 * Checks JSON that came out of the guest before it travels on: it must not nest deeper than 100 levels (what
 * reads it later recurses), and loses its `__proto__`, `constructor` and `prototype` members. Whether it is
 * JSON at all is for whoever parses it to find out, as parsing twice would cost every run. Returns the JSON to
 * pass on, or the reason why it cannot be.
 */
export function cleanJson(json: string): { json: string } | { problem: string } {
  if (json.length > depthMax && isDeeperThan(json, depthMax)) {
    return { problem: `it is nested deeper than ${depthMax} levels` };
  }
  if (!forbiddenName.test(json) && !json.includes('\\u')) return { json };
  try {
    const cleaned: unknown = JSON.parse(json, (name, value) =>
      forbiddenNames.has(name) ? undefined : value,
    );
    return { json: JSON.stringify(cleaned) };
  } catch {
    return { problem: notJson };
  }
}
