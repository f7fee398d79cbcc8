import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { nextCommand, projectFolder } from './stack.ts';

const sources = [
  'app/**/*',
  'components/**/*',
  'lib/**/*',
  'public/**/*',
  'proxy.ts',
  'instrumentation*.ts',
  'next.config.js',
  'package-lock.json',
];

/** Builds the console unless a build newer than every source file is there. */
export function buildWhereNeeded(): void {
  const stamp = `${projectFolder}/.next/BUILD_ID`;
  const builtAt = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  const isCurrent = globSync(sources, { cwd: projectFolder }).every(
    (file) => statSync(`${projectFolder}/${file}`).mtimeMs <= builtAt,
  );
  if (isCurrent) return;
  const build = spawnSync(process.execPath, [nextCommand, 'build'], {
    cwd: projectFolder,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (build.status !== 0) throw new Error('The build failed; what is wrong stands above.');
}
