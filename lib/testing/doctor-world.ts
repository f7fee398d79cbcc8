import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, vi } from 'vitest';
import type { Finding } from '#scripts/doctor/finding.ts';
import { type NewTenant, runCommand, startNewTenant } from './new-tenant.ts';

/** A tenant of a company's, with managers, that the set-up has been run in; one for all tests of a file. */
export let tenant: NewTenant;
/** The env file that the set-up wrote. */
export let file: string;
/** What stands in it, as the doctor finds nothing wrong with it. */
export let good: Record<string, string>;
/** A copy of the project's hooks, another one for each test. */
export let hooks: string;

/** A machine at work must not make a hook look wrong. */
export const patient = { HOOK_WAIT_MS: '60000', HOOK_CPU_MS: '10000' };

const ownHooks = path.resolve(import.meta.dirname, '../../hooks');
const managers = [
  {
    user_id: 'auth0|kelly',
    email: 'kelly@example.com',
    app_metadata: { department: 'Finance', roles: ['Delegated Admin - User'] },
  },
  {
    user_id: 'auth0|ivan',
    email: 'ivan@example.com',
    app_metadata: { department: 'IT', roles: ['Delegated Admin - Administrator'] },
  },
  {
    user_id: 'auth0|noor',
    email: 'noor@example.com',
    app_metadata: { roles: ['Delegated Admin - User'] },
  },
];

/** Called once at the top of a test file. Each test starts processes of their own, several of them. */
export function withDoctor(): void {
  vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });
  let folder: string;
  beforeAll(async () => {
    tenant = await startNewTenant();
    for (const name of ['Username-Password-Authentication', 'Contractors']) {
      await tenant.ask('POST', '/connections', { name, strategy: 'auth0' });
    }
    for (const manager of managers) await tenant.putUser(manager);
    folder = mkdtempSync(path.join(tmpdir(), 'doctor-'));
    file = path.join(folder, 'env');
    const { output } = await runCommand('setup', ['--yes', '--file', file], {
      AUTH0_DOMAIN: new URL(tenant.url).host,
      AUTH0_MANAGEMENT_TOKEN: await tenant.token(),
    });
    expect(output).toContain('Ready.');
    const kept = Object.fromEntries(
      Object.entries(parseEnv(readFileSync(file, 'utf8'))).map(([name, value]) => [name, `${value}`]),
    );
    good = { ...kept, ...patient };
  });
  afterAll(async () => {
    await tenant.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    hooks = mkdtempSync(path.join(folder, 'hooks-'));
    for (const name of globSync('*.js', { cwd: ownHooks }))
      cpSync(path.join(ownHooks, name), path.join(hooks, name));
  });
}

/** What the doctor finds with the set-up's variables, but for these. */
export async function examine(changes: Record<string, string> = {}) {
  const ran = await runCommand('doctor', ['--file', '/dev/null', '--json'], {
    ...good,
    HOOKS_DIR: hooks,
    ...changes,
  });
  const { ok, findings }: { ok: boolean; findings: Finding[] } = JSON.parse(ran.stdout);
  return { exitCode: ran.exitCode, ok, findings, problems: findings.filter((finding) => !finding.ok) };
}

export function writeHook(name: string, text: string) {
  writeFileSync(path.join(hooks, `${name}.js`), text);
}
