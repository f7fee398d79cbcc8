import { gzipSync } from 'node:zlib';
import { type BrowserContext, chromium, type Response } from '@playwright/test';
import { browserLaunchOptions } from '../../e2e/browser.ts';
import { signIn } from '../../e2e/test.ts';
import { type StartedProcess, startConsoleProcess, startTenantProcess } from '../stack.ts';
import { makeBenchPlace } from './bench-tenant.ts';
import type { Figure } from './figure.ts';
import { msOf } from './samples.ts';

/** The scripts that the list may load, gzipped; what it fetches ahead for other pages is counted too. */
const listAtMostKilobytes = 200;

/** The built console: from its start to its first page, and the scripts that a browser loads for each page. */
export async function measurePages(): Promise<Figure[]> {
  const place = await makeBenchPlace();
  const processes: StartedProcess[] = [];
  const browser = await chromium.launch(await browserLaunchOptions());
  try {
    const context = await browser.newContext({ baseURL: place.variables.APP_BASE_URL });
    const page = await context.newPage();
    const startMs = await msOf(async () => {
      processes.push(await startTenantProcess(place.variables));
      processes.push(await startConsoleProcess(place.variables));
      await page.goto('/users');
    });
    await signIn(page, 'kelly', `${place.variables.DEMO_PASSWORD}`);
    const user = await page.locator('a[href^="/users/auth0"]').first().getAttribute('href');
    const session = await context.storageState();
    const figures: Figure[] = [
      {
        what: 'from start to first page, that of signing in',
        value: startMs / 1_000,
        unit: 's',
      },
    ];
    for (const [what, address] of [
      ['/users', '/users'],
      ['/users/new', '/users/new'],
      ['/users/[userId]', `${user}`],
      ['/users/[userId]/edit', `${user}/edit`],
    ] as const) {
      const fresh = await browser.newContext({
        baseURL: place.variables.APP_BASE_URL,
        storageState: session,
      });
      const kilobytes = await kilobytesOfScripts(fresh, address);
      await fresh.close();
      figures.push({
        what: `JavaScript of ${what}, gzipped`,
        value: kilobytes,
        unit: 'kB',
        atMost: what === '/users' ? listAtMostKilobytes : undefined,
      });
    }
    return figures;
  } finally {
    await browser.close();
    await Promise.all(processes.map((started) => started.stop()));
    place.remove();
  }
}

/** All scripts that a browser without a cache loads until it comes to rest, in kB of 1,000 bytes. */
async function kilobytesOfScripts(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  const scripts: Response[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response);
  });
  const answer = await page.goto(address);
  if (!answer?.ok()) throw new Error(`${address} answered ${answer?.status()}.`);
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(scripts.map(async (script) => gzipSync(await script.body()).length));
  return sizes.reduce((sum, size) => sum + size, 0) / 1_000;
}
