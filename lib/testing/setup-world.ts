import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { type NewTenant, runCommand, startNewTenant } from './new-tenant.ts';

/** A company's new tenant, another one for each test. */
export let tenant: NewTenant;
/** The env file that the set-up writes. */
export let file: string;

export const baseUrl = 'https://steward.example.com';

/** Called once at the top of a test file. Each test starts processes of their own, several of them. */
export function withNewTenant(): void {
  vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });
  let folder: string;
  beforeEach(async () => {
    tenant = await startNewTenant();
    folder = mkdtempSync(path.join(tmpdir(), 'setup-'));
    file = path.join(folder, 'env');
  });
  afterEach(async () => {
    await tenant.close();
    rmSync(folder, { recursive: true });
  });
}

export async function setUp(args: string[] = [], token?: string) {
  return runCommand('setup', ['--yes', '--base-url', baseUrl, '--file', file, ...args], {
    AUTH0_DOMAIN: new URL(tenant.url).host,
    AUTH0_MANAGEMENT_TOKEN: token ?? (await tenant.token()),
  });
}

/** All of the tenant that the set-up can change. */
export const everything = () =>
  Promise.all(
    [
      '/clients',
      '/client-grants',
      '/roles',
      '/connections/con_main/clients',
      '/connections/con_g/clients',
    ].map((pathname) => tenant.ask('GET', pathname)),
  );
