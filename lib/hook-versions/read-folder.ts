import { setTimeout as wait } from 'node:timers/promises';
import { type HookName, hookNames } from '#lib/hook-runner/hook.ts';
import { type HookSet, loadHooks } from '#lib/hook-runner/load-hooks.ts';
import type { FolderTexts } from '#lib/state/hook-version.ts';

const writingMs = 20;

/**
 * The hooks in a folder. An editor that writes a file empties or removes it for a moment, and that moment is not
 * what anybody wants to be in force: such a file is looked at once more.
 */
export async function readFolder(folder: string, before: HookSet | undefined): Promise<HookSet> {
  const found = await loadHooks(folder);
  const isBeingWritten = hookNames.some(
    (name) => found[name]?.text === '' || (before?.[name] && !found[name]),
  );
  if (!isBeingWritten) return found;
  await wait(writingMs);
  return loadHooks(folder);
}

export function textsOf(hooks: HookSet): FolderTexts {
  const texts: { [name in HookName]?: string } = {};
  for (const source of Object.values(hooks)) texts[source.name] = source.text;
  return texts;
}

/** The same for the same texts. */
export function signatureOf(hooks: HookSet): string {
  return hookNames.map((name) => hooks[name]?.version ?? '').join(' ');
}
