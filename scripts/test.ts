import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildWhereNeeded } from './build.ts';
import { projectFolder } from './stack.ts';

// Runs everything that must hold before a change lands, and prints the sum of it last.
const results = path.join(projectFolder, '.steward', 'test-results-sum');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const sum = { passed: 0, failed: 0 };

check('Lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']);
check('Route types', ['node_modules/next/dist/bin/next', 'typegen']);
check('Types', ['node_modules/typescript/bin/tsc', '--noEmit']);
check('Unused code', ['node_modules/knip/bin/knip.js']);

const unitReport = path.join(results, 'unit.json');
const unitRan = run([
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
]);
const unit = readReport<{ numPassedTests: number; numFailedTests: number }>(unitReport);
count(unit?.numPassedTests ?? 0, unit?.numFailedTests ?? 0, unitRan);

try {
  buildWhereNeeded();
  count(1, 0, true);
} catch {
  count(0, 1, false);
}

const browserReport = path.join(results, 'browser.json');
const browserRan = run(['node_modules/@playwright/test/cli.js', 'test'], {
  PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport,
});
const browser = readReport<{ stats: { expected: number; unexpected: number; flaky: number } }>(
  browserReport,
)?.stats;
count(browser?.expected ?? 0, (browser?.unexpected ?? 0) + (browser?.flaky ?? 0), browserRan);

console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed === 0 ? 0 : 1);

function check(name: string, args: string[]): void {
  console.log(`\n${name}`);
  const ok = run(args);
  count(ok ? 1 : 0, ok ? 0 : 1, ok);
}

function run(args: string[], variables: Record<string, string> = {}): boolean {
  const { status } = spawnSync(process.execPath, args, {
    cwd: projectFolder,
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...variables },
  });
  return status === 0;
}

/** A runner that failed without naming a failed test counts as one failure. */
function count(passed: number, failed: number, ok: boolean): void {
  sum.passed += passed;
  sum.failed += failed === 0 && !ok ? 1 : failed;
}

function readReport<Report>(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}
