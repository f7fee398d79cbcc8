import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';

/** What is in an env file now: its lines as they stand, and its variables. */
export interface EnvFile {
  path: string;
  exists: boolean;
  text: string;
  variables: Record<string, string | undefined>;
}

/** Reads an env file; one that is not there is empty. */
export function readEnvFile(file: string): EnvFile {
  const exists = existsSync(file);
  const text = exists ? readFileSync(file, 'utf8') : '';
  return { path: path.resolve(file), exists, text, variables: parseEnv(text) };
}

/** Which of the wanted variables the file lacks or has otherwise. */
export function changedVariables(file: EnvFile, wanted: Record<string, string>): string[] {
  return Object.keys(wanted).filter((name) => file.variables[name] !== wanted[name]);
}

/** Whether others than the owner may read the file. */
export function isReadableByOthers(file: EnvFile): boolean {
  return process.platform !== 'win32' && file.exists && (statSync(file.path).mode & 0o077) !== 0;
}

/**
 * Puts the wanted variables into the file and leaves every other line as it is. The file is replaced as a whole and
 * only its owner may read it.
 */
export function writeEnvFile(file: EnvFile, wanted: Record<string, string>): void {
  const changed = new Set(changedVariables(file, wanted));
  const written = new Set<string>();
  const lines = file.text === '' ? [] : file.text.replace(/\n$/, '').split('\n');
  const kept = lines.flatMap((line) => {
    const [, name = ''] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/.exec(line) ?? [];
    if (!changed.has(name)) return [line];
    if (written.has(name)) return [];
    written.add(name);
    return [lineOf(name, wanted[name] ?? '')];
  });
  const added = [...changed]
    .filter((name) => !written.has(name))
    .map((name) => lineOf(name, wanted[name] ?? ''));
  const temporary = `${file.path}.${process.pid}.tmp`;
  writeFileSync(temporary, `${[...kept, ...added].join('\n')}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(temporary, file.path);
}

/** Values are quoted so that neither a dotenv reader nor Next's own takes a part of one for a comment or a variable. */
function lineOf(name: string, value: string): string {
  return /^[\w.:/@-]*$/.test(value) ? `${name}=${value}` : `${name}='${value}'`;
}
