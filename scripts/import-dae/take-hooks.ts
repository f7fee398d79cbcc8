import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ImportError, type StoredHook } from './dae-configuration.ts';

const hookFile = /^(access|filter|write|create|memberships|settings|customDomain)\.js$/;

/** Where the hook's text goes. */
export function fileOf(folder: string, { name }: Pick<StoredHook, 'name'>): string {
  return path.join(folder, `${name}.js`);
}

/**
 * Writes each hook to a file of its own, byte for byte. Hooks of other text that are in the folder already are kept,
 * and nothing is written, unless `force` says otherwise; even then a hook that the import does not bring stays.
 * @returns the names of the files that stay in force beside the imported ones
 */
export function takeHooks(folder: string, hooks: readonly StoredHook[], force: boolean): string[] {
  const present = existsSync(folder) ? readdirSync(folder).filter((file) => hookFile.test(file)) : [];
  const brought = new Map(hooks.map((hook) => [path.basename(fileOf(folder, hook)), hook.text]));
  const others = present.filter(
    (file) => !brought.has(file) && !(file === 'create.js' && brought.has('write.js')),
  );
  const replaced = present.filter(
    (file) => brought.has(file) && readFileSync(path.join(folder, file), 'utf8') !== brought.get(file),
  );
  if (!force && (replaced.length > 0 || others.length > 0)) {
    const parts = [
      replaced.length > 0 && `would be replaced: ${replaced.join(', ')}`,
      others.length > 0 && `would stay in force beside the imported ones: ${others.join(', ')}`,
    ];
    throw new ImportError(
      `There are hooks in ${folder} already; ${parts.filter(Boolean).join('; ')}. Nothing was written. ` +
        'Name another folder with --hooks, or let this happen with --force.',
    );
  }
  mkdirSync(folder, { recursive: true });
  for (const hook of hooks) writeWhole(fileOf(folder, hook), hook.text);
  return others;
}

/** Writes a file as a whole or not at all, so that a running server never reads half a hook. */
function writeWhole(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, file);
}
