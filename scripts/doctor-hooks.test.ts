import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type NewTenant, runCommand, startNewTenant } from '#lib/testing/new-tenant.ts';
import type { Finding } from './doctor/finding.ts';

// Each test starts processes of their own, several of them.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let tenant: NewTenant;
let folder: string;
let file: string;
let good: Record<string, string>;

const ownHooks = path.resolve(import.meta.dirname, '../hooks');
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

/** A machine at work must not make a hook look wrong. */
const patient = { HOOK_WAIT_MS: '60000', HOOK_CPU_MS: '10000' };

let hooks: string;
beforeEach(() => {
  hooks = mkdtempSync(path.join(folder, 'hooks-'));
  for (const name of globSync('*.js', { cwd: ownHooks }))
    cpSync(path.join(ownHooks, name), path.join(hooks, name));
});

async function examine(changes: Record<string, string> = {}) {
  const ran = await runCommand('doctor', ['--file', '/dev/null', '--json'], {
    ...good,
    HOOKS_DIR: hooks,
    ...changes,
  });
  const { ok, findings }: { ok: boolean; findings: Finding[] } = JSON.parse(ran.stdout);
  return { exitCode: ran.exitCode, ok, findings, problems: findings.filter((finding) => !finding.ok) };
}

function writeHook(name: string, text: string) {
  writeFileSync(path.join(hooks, `${name}.js`), text);
}

describe('npm run doctor, of a tenant’s hooks,', () => {
  test('names a hook that cannot be read, with line and column', async () => {
    writeHook('write', 'function(ctx, callback) {\n  callback(null, ;\n}');
    const { problems } = await examine();
    expect(problems).toMatchObject([
      {
        about: 'the write hook',
        says: expect.stringMatching(/^The write hook cannot be read at line 2, column 18/),
      },
    ]);
    writeHook('write', 'function(ctx, callback) {\n  callback(null, ctx.payload);\n}');
    expect((await examine()).ok).toBe(true);
  });

  test('says when a settings hook’s answer is wrong, for whom, and which connection is none', async () => {
    writeHook(
      'settings',
      `(ctx, callback) => callback(null, ctx.request.user.email.startsWith('ivan') ? { userFields: 'all' } : {})`,
    );
    expect((await examine()).problems).toMatchObject([
      { about: 'the settings hook', says: expect.stringMatching(/^For ivan@example\.com: .*userFields/) },
    ]);
    writeHook('settings', `(ctx, callback) => callback(null, { connections: ['People', 'Gone'] })`);
    expect((await examine()).problems).toMatchObject([
      { says: expect.stringContaining('“Gone”'), todo: expect.stringContaining('People') },
    ]);
    writeHook('settings', `(ctx, callback) => callback(null, { connections: ['People'] })`);
    expect((await examine()).ok).toBe(true);
  });

  test('names a function in the settings hook’s answer that cannot be read', async () => {
    const answering = (display: string) =>
      writeHook(
        'settings',
        `(ctx, callback) => callback(null, { userFields: [{ property: 'user_metadata.title', display: ${JSON.stringify(display)} }] })`,
      );
    answering('function(user, value) {\n  return value[0] +;\n}');
    expect((await examine()).problems).toMatchObject([
      {
        says: expect.stringMatching(
          /userFields “user_metadata\.title”, display \(its line 2, column \d+\)\.$/,
        ),
      },
    ]);
    answering('function(user, value) {\n  return value[0];\n}');
    expect((await examine()).ok).toBe(true);
  });

  test('says when a filter hook’s answer cannot be searched for, or not be compared here', async () => {
    writeHook('filter', `(ctx, callback) => callback(null, 'email:(((')`);
    expect((await examine()).problems).toMatchObject([
      { about: 'the filter hook', says: expect.stringContaining('is no search query') },
    ]);
    writeHook('filter', `(ctx, callback) => callback(null, 'organization_id:"org_1"')`);
    const vouched = await examine();
    expect(vouched.ok).toBe(true);
    expect(vouched.findings).toContainEqual(
      expect.objectContaining({ about: 'the filter hook', says: expect.stringContaining('organization_id') }),
    );
    rmSync(path.join(hooks, 'access.js'));
    expect((await examine()).problems).toMatchObject([
      { about: 'the filter hook', says: expect.stringContaining('Without an access hook') },
    ]);
    writeHook('filter', `(ctx, callback) => callback(null, 'app_metadata.department:"HR"')`);
    expect((await examine()).ok).toBe(true);
  });
});
