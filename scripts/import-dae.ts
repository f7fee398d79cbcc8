import path from 'node:path';
import { parseArgs } from 'node:util';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { type DaeConfiguration, ImportError, readConfiguration } from './import-dae/dae-configuration.ts';
import { keepCustomData } from './import-dae/keep-custom-data.ts';
import { type HookReport, lookAtHooks } from './import-dae/look-at-hooks.ts';
import { fileOf, takeHooks } from './import-dae/take-hooks.ts';
import { readEnvFile } from './setup/env-file.ts';

const usage = `Usage: npm run import-dae -- <file> [--hooks <folder>] [--force] [--json]

  <file>            what DAE has stored: {"scripts": {…}, "customData": {…}}
  --hooks <folder>  where the hooks go (HOOKS_DIR, else hooks)
  --file <path>     where the server's settings are (.env.local); custom data go where these say
  --force           replaces hooks and custom data that are there already
  --json            prints the report as JSON`;

// Takes DAE's stored hooks over, byte for byte, and says what behaves otherwise here. Exits with 1 when one cannot be read.
try {
  process.exitCode = await importDae(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ImportError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await closeHookPool();
}

async function importDae(args: string[]): Promise<number> {
  const { file, folder, envFile, force, json } = readArguments(args);
  const configuration = readConfiguration(file);
  const staying = takeHooks(folder, configuration.hooks, force);
  const variables = { ...readEnvFile(envFile).variables, ...process.env };
  const customData = await keepCustomData(configuration.customData, variables, force);
  const reports = await lookAtHooks(configuration.hooks);
  const isReadable = reports.every(({ failure }) => !failure);
  if (json) {
    const { leftOut } = configuration;
    console.log(
      JSON.stringify({
        ok: isReadable && customData.ok,
        folder,
        hooks: reports,
        leftOut,
        staying,
        customData,
      }),
    );
  } else {
    console.log(
      [
        ...reports.map((report) => inWords(report, folder)),
        ...rest(configuration, staying),
        customData.says,
      ].join('\n\n'),
    );
    console.log(
      `\nThe hooks run from ${folder}: HOOKS_DIR=${folder}. Then npm run doctor, and docs/moving-from-dae.md goes on.`,
    );
  }
  return isReadable && customData.ok ? 0 : 1;
}

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        hooks: { type: 'string' },
        file: { type: 'string', default: '.env.local' },
        force: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new ImportError(usage);
    const folder = path.resolve(values.hooks || process.env.HOOKS_DIR || 'hooks');
    return { file, folder, envFile: values.file, force: values.force, json: values.json };
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

function inWords({ name, storedAs, bytes, failure, differences }: HookReport, folder: string): string {
  const stored = storedAs === name ? '' : ` (DAE stores it as “${storedAs}”)`;
  const state = failure ? `✗ ${failure.message}` : '✓ the sandbox reads it.';
  const lines = differences.map(({ line, says }) => `  ${line === undefined ? '' : `line ${line}: `}${says}`);
  const head = `${name}${stored}: taken unchanged, ${bytes} bytes, ${path.relative('', fileOf(folder, { name }))}; ${state}`;
  return [
    head,
    ...(lines.length > 0 ? lines : ['  Nothing in it behaves otherwise here, as far as its code shows.']),
  ].join('\n');
}

function rest({ hooks, leftOut }: DaeConfiguration, staying: readonly string[]): string[] {
  const names = new Set(hooks.map(({ name }) => name));
  const said = leftOut.map(({ key, why }) => `“${key}” was left out: ${why}.`);
  for (const file of staying)
    said.push(`${file} was in the folder already and stays in force; delete it unless it is meant.`);
  if (!names.has('access') && !names.has('filter')) {
    said.push(
      'There is neither an access nor a filter hook: only Administrators see users here, where DAE showed all to everybody.',
    );
  } else if (!names.has('access')) {
    said.push(
      'There is no access hook: users are reachable as far as the filter hook reaches, by whatever way.',
    );
  }
  return said;
}
