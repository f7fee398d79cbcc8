import type { LibraryParts } from '../modules.ts';

/** The package `uuid`; as in its first versions the module itself is a function, v4. Evaluated inside the sandbox. */
export function guestUuid({ load }: LibraryParts): unknown {
  const all = load<Record<string, unknown>>('uuid/dist/cjs-browser/index.js');
  const v4 = all.v4 as (...list: unknown[]) => unknown;
  const uuid = (...list: unknown[]) => v4(...list);
  return Object.assign(uuid, all);
}
