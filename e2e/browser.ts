import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';

const args = ['--no-sandbox', '--disable-quic', '--disable-background-networking'];

/**
 * A Chromium to test with: the one named by CHROMIUM_PATH, the system's, Playwright's own where it has been
 * downloaded, else the one that comes inside an npm package and is unpacked to the temporary folder.
 */
export async function browserLaunchOptions(): Promise<LaunchOptions> {
  const installed = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', chromium.executablePath()].find(
    (candidate) => candidate && existsSync(candidate),
  );
  if (installed) return { executablePath: installed, args };
  // The package unpacks the libraries that Chromium needs only where it believes itself to be on AWS Lambda.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs24.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  return {
    executablePath,
    args,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [path.join(tmpdir(), 'al2023', 'lib'), process.env.LD_LIBRARY_PATH]
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_PATH: path.join(tmpdir(), 'fonts'),
    },
  };
}
