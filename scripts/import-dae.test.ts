import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { departments } from '#lib/testing/dae/departments.ts';
import { insurance } from '#lib/testing/dae/insurance.ts';
import { vendorsDae4 } from '#lib/testing/dae/vendors-dae4.ts';
import { runCommand } from '#lib/testing/new-tenant.ts';

let folder: string;
let hooks: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'import-dae-'));
  hooks = path.join(folder, 'hooks');
});
afterEach(() => rmSync(folder, { recursive: true }));

function stored(configuration: unknown): string {
  const file = path.join(folder, 'dae.json');
  writeFileSync(file, typeof configuration === 'string' ? configuration : JSON.stringify(configuration));
  return file;
}

const importing = (configuration: unknown, ...args: string[]) =>
  runCommand('import-dae', [stored(configuration), '--hooks', hooks, ...args]);

describe('npm run import-dae', () => {
  test('takes every hook byte for byte, the one stored as “create” as the write hook', async () => {
    const odd = {
      ...departments.scripts,
      access: '// Zugriff für alle 🌱\r\n\tfunction(ctx, callback) { callback(); } ',
    };
    const { exitCode, output } = await importing({ scripts: odd });
    expect(exitCode).toBe(0);
    const { create, ...others } = odd;
    for (const [name, text] of Object.entries({ ...others, write: create })) {
      expect(readFileSync(path.join(hooks, `${name}.js`)).equals(Buffer.from(text)), name).toBe(true);
    }
    expect(readdirSync(hooks).sort()).toEqual([
      'access.js',
      'filter.js',
      'memberships.js',
      'settings.js',
      'write.js',
    ]);
    expect(output).toContain('write (DAE stores it as “create”): taken unchanged');
    expect(output.match(/✓ the sandbox reads it\./g)).toHaveLength(5);
  });

  test('says where the custom data is, and that there is none', async () => {
    const { output } = await importing(departments);
    expect(output).toContain('Custom data');
    expect((await importing({ ...departments, customData: {} }, '--force')).output).toContain(
      'There is no custom data.',
    );
  });

  test('keeps hooks that are there, unless it is told otherwise', async () => {
    mkdirSync(hooks);
    writeFileSync(path.join(hooks, 'access.js'), '(ctx, cb) => cb()');
    writeFileSync(path.join(hooks, 'customDomain.js'), '(ctx, cb) => cb()');
    const kept = await importing(departments);
    expect(kept.exitCode).toBe(1);
    expect(kept.output).toContain(
      'would be replaced: access.js; would stay in force beside the imported ones: customDomain.js. Nothing was written.',
    );
    expect(readdirSync(hooks).sort()).toEqual(['access.js', 'customDomain.js']);
    expect(readFileSync(path.join(hooks, 'access.js'), 'utf8')).toBe('(ctx, cb) => cb()');
    const forced = await importing(departments, '--force');
    expect(forced.exitCode).toBe(0);
    expect(readFileSync(path.join(hooks, 'access.js'), 'utf8')).toBe(departments.scripts.access);
    expect(forced.output).toContain('customDomain.js was in the folder already and stays in force');
    rmSync(path.join(hooks, 'customDomain.js'));
    expect((await importing(departments)).exitCode).toBe(0);
  });

  test.each([
    ['no JSON', '{"scripts": {', 'is no JSON'],
    ['another object', { rules: [] }, 'holds no configuration of DAE'],
    [
      'two write hooks',
      { scripts: { write: '(a, b) => b()', create: '(a, b) => b(null)' } },
      'two different write hooks',
    ],
  ])('writes nothing for a file with %s', async (_, configuration, sentence) => {
    const { exitCode, output } = await importing(configuration);
    expect(exitCode).toBe(1);
    expect(output).toContain(sentence);
    expect(output).toContain('Nothing was written.');
    expect(existsSync(hooks)).toBe(false);
  });

  test('of an old configuration names what DAE 4 did otherwise, and where', async () => {
    const { exitCode, output } = await importing(vendorsDae4);
    expect(exitCode).toBe(0);
    expect(output).toContain('line 4: The hook expects memberships as {value, label}, as DAE 4 gave them.');
    expect(output).toContain("line 3: The version in require('lodash@4.8.2') is read over");
    expect(output).toContain('It does not look at ctx.method, so that it treats both alike.');
    expect(output).toContain('line 3: The callback is given a text as its error');
    expect(output).toContain('There is no custom data.');
  });

  test('names what is not to be had, what cannot be read and what was left out', async () => {
    const { exitCode, stdout } = await importing(insurance, '--json');
    expect(exitCode).toBe(1);
    const { ok, hooks: reports, leftOut } = JSON.parse(stdout);
    expect(ok).toBe(false);
    const said = (name: string) =>
      reports
        .find((one: { name: string }) => one.name === name)
        .differences.map(({ line, says }: { line?: number; says: string }) => `${line ?? '-'} ${says}`)
        .join('\n');
    expect(said('access')).toMatch(
      /^3 Remote calls .*HOOK_ORIGINS=https:\/\/directory\.insurance\.example\.$/m,
    );
    expect(said('access')).toMatch(/^5 Hooks are given no token/m);
    expect(said('access')).toMatch(/^7 The callback is given a text/m);
    expect(said('access')).toMatch(/^8 An object as the answer to read:user masks/m);
    expect(said('write')).toMatch(/^2 The module “ldapjs” is not there\./m);
    expect(said('write')).toMatch(/^3 “process” is not there/m);
    expect(said('write')).toMatch(/^6 ctx\.write keeps every write/m);
    expect(said('write')).toMatch(/^8 The hook passes ctx\.payload on as it is/m);
    expect(said('write')).toMatch(/^9 The hook sets “email_verified”/m);
    expect(said('write')).toMatch(/^9 The hook sets roles or permissions/m);
    expect(said('write')).not.toContain('declares no userFields');
    expect(said('settings')).toContain('user_metadata.branch (edit)');
    expect(said('settings')).toContain('STYLE_ORIGINS');
    expect(said('settings')).toContain('Raw profiles');
    const broken = reports.find((one: { name: string }) => one.name === 'memberships');
    expect(broken.failure).toMatchObject({ code: 'syntax', line: 2 });
    expect(leftOut).toEqual([{ key: 'report', why: 'it is none of the six hooks' }]);
    expect(readFileSync(path.join(hooks, 'memberships.js'), 'utf8')).toBe(insurance.scripts.memberships);
  });
});
