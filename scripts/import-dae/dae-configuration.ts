import { readFileSync } from 'node:fs';
import type { HookName } from '#lib/hook-runner/hook.ts';
import { isJsonObject, type Json } from '#lib/json.ts';

/** One hook as DAE stores it. */
export interface StoredHook {
  name: HookName;
  /** The key in DAE's store: the write hook's is `create`. */
  storedAs: string;
  text: string;
}

export interface DaeConfiguration {
  hooks: StoredHook[];
  /** Entries of `scripts` that are no hook, or hold no text. */
  leftOut: { key: string; why: string }[];
  /** Absent when there is none. */
  customData: Json | undefined;
}

/** A sentence for the person at the terminal. */
export class ImportError extends Error {}

const names: Record<string, HookName> = {
  access: 'access',
  filter: 'filter',
  write: 'write',
  create: 'write',
  memberships: 'memberships',
  settings: 'settings',
  customDomain: 'customDomain',
};

/**
 * Reads what DAE keeps: `{scripts: {access, filter, create, memberships, settings, …}, customData}`.
 * @throws ImportError when the file holds something else
 */
export function readConfiguration(file: string): DaeConfiguration {
  const stored = parsed(file);
  const scripts = isJsonObject(stored) ? stored.scripts : undefined;
  if (!isJsonObject(stored) || !isJsonObject(scripts)) {
    throw new ImportError(
      `${file} holds no configuration of DAE: it should be an object with “scripts” in it. Nothing was written.`,
    );
  }
  const hooks: StoredHook[] = [];
  const leftOut: { key: string; why: string }[] = [];
  for (const [key, text] of Object.entries(scripts)) {
    const name = Object.hasOwn(names, key) ? names[key] : undefined;
    if (!name) leftOut.push({ key, why: 'it is none of the six hooks' });
    else if (typeof text !== 'string') leftOut.push({ key, why: 'it holds no text' });
    else if (text.trim() === '') leftOut.push({ key, why: 'it is empty' });
    else hooks.push({ name, storedAs: key, text });
  }
  const writes = hooks.filter(({ name }) => name === 'write');
  if (writes.length > 1 && writes[0]?.text !== writes[1]?.text) {
    throw new ImportError(
      `${file} holds two different write hooks, “write” and “create”. Delete the one that is not in use. Nothing was written.`,
    );
  }
  const taken = hooks.filter(({ name }, index) => hooks.findIndex((one) => one.name === name) === index);
  return { hooks: taken, leftOut, customData: stored.customData ?? undefined };
}

function parsed(file: string): Json {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ImportError(`${file} cannot be read (${code}). Nothing was written.`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ImportError(`${file} is no JSON (${why}). Nothing was written.`);
  }
}
