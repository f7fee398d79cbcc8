import { existsSync } from 'node:fs';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { commandLine } from './command-line.ts';
import { examine } from './doctor/examine.ts';
import type { Finding } from './doctor/finding.ts';
import { readEnvFile } from './setup/env-file.ts';

// Says what is wrong with a configuration, in sentences; exits with 1 when something is.
const options = commandLine('npm run doctor -- [--file <file of the settings>] [--json]', {
  file: { type: 'string' },
  json: { type: 'boolean', default: false },
});
const file = options.file ?? '.env.local';
if (options.file !== undefined && !existsSync(file)) {
  console.error(`There is no file ${file}.`);
  process.exit(1);
}

// As the server reads them: what is set where it runs comes before what stands in the file.
const fromFile = readEnvFile(file).variables;
for (const [name, value] of Object.entries(fromFile)) process.env[name] ??= value;

const findings = await examine(process.env);
console.log(
  options.json ? JSON.stringify({ ok: findings.every(({ ok }) => ok), findings }) : report(findings),
);
process.exitCode = findings.every(({ ok }) => ok) ? 0 : 1;
await closeHookPool();

function report(all: readonly Finding[]): string {
  const lines = all.map(({ ok, says, todo }) => {
    const sign = ok ? (todo ? '!' : '✓') : '✗';
    return `${sign} ${says}${todo ? `\n    ${todo}` : ''}`;
  });
  const count = all.filter(({ ok }) => !ok).length;
  const sum =
    count === 0 ? 'Nothing is wrong.' : count === 1 ? 'One thing is wrong.' : `${count} things are wrong.`;
  return `${lines.join('\n')}\n\n${sum}`;
}
