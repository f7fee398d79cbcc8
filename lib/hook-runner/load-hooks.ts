import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type HookName, type HookSource, hookNames } from './hook.ts';
import { closeSharedPool } from './pool/shared-pool.ts';

/** A tenant's hooks; a hook that is not there is absent. */
export type HookSet = { readonly [name in HookName]?: HookSource };

/** The file names of each hook, the first that exists counts. DAE stores the write hook as `create`. */
export const hookFileNames: Record<HookName, string[]> = {
  access: ['access.js'],
  filter: ['filter.js'],
  write: ['write.js', 'create.js'],
  memberships: ['memberships.js'],
  settings: ['settings.js'],
  customDomain: ['customDomain.js'],
};

interface CachedFile {
  stamp: string;
  source: HookSource;
}

const cache = new Map<string, CachedFile>();

/** A hook's text with its version, as runs take it. */
export const toHookSource = (name: HookName, text: string): HookSource => ({
  name,
  text,
  version: createHash('sha256').update(text).digest('base64url'),
});

async function loadFile(name: HookName, path: string): Promise<HookSource> {
  const { mtimeMs, size, ino } = await stat(path);
  const stamp = `${mtimeMs} ${size} ${ino}`;
  const cached = cache.get(path);
  if (cached?.stamp === stamp && cached.source.name === name) return cached.source;
  const source = { ...toHookSource(name, await readFile(path, 'utf8')), file: path };
  cache.set(path, { stamp, source });
  return source;
}

/**
 * Reads the hooks in a folder as text; nothing in them is run. Files that did not change since the last call
 * are not read again. A missing file is no hook; a folder or file that cannot be read is an error.
 */
export async function loadHooks(folder: string): Promise<HookSet> {
  const present = new Set(await readdir(folder));
  const hooks: { [name in HookName]?: HookSource } = {};
  await Promise.all(
    hookNames.map(async (name) => {
      const file = hookFileNames[name].find((one) => present.has(one));
      if (file) hooks[name] = await loadFile(name, join(folder, file));
    }),
  );
  return hooks;
}

/** Ends the sandbox's threads, so that a script can end; the next run starts new ones. */
export function closeHookPool(): Promise<void> {
  return closeSharedPool();
}
