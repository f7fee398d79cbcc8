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
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { customDataOf } from '#lib/state/custom-data.ts';
import { openStateAt } from '#lib/state/state.ts';
import { departments } from '#lib/testing/dae/departments.ts';
import { insurance } from '#lib/testing/dae/insurance.ts';
import { vendorsDae4 } from '#lib/testing/dae/vendors-dae4.ts';
import { runCommand } from '#lib/testing/new-tenant.ts';
import { freshStateFolder } from '#lib/testing/state-folder.ts';

// Each test starts processes of their own, several of them.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

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

/** The same without custom data, which have tests of their own. */
const hooksAlone = { scripts: departments.scripts };

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

  describe('with custom data', () => {
    const settings = () => ({
      APP_BASE_URL: 'http://localhost:3000',
      AUTH0_DOMAIN: 'example.eu.auth0.com',
      ...Object.fromEntries(['AUTH0_CLIENT_ID', 'AUTH0_CLIENT_SECRET'].map((name) => [name, 'x'])),
      ...Object.fromEntries(
        ['MANAGEMENT_CLIENT_ID', 'MANAGEMENT_CLIENT_SECRET'].map((name) => [`AUTH0_${name}`, 'x']),
      ),
      AUTH0_SECRET: 'x'.repeat(32),
      STATE_DIR: state,
    });
    let state: string;
    beforeEach(async () => {
      state = await freshStateFolder();
    });
    afterEach(() => rmSync(state, { recursive: true }));

    const importingData = (customData: unknown, ...args: string[]) =>
      runCommand(
        'import-dae',
        [stored({ ...departments, customData }), '--hooks', hooks, ...args],
        settings(),
      );

    async function dataInState(): Promise<unknown> {
      const opened = await openStateAt({ folder: state });
      const { json } = await customDataOf('https://example.eu.auth0.com', async () => opened).read();
      await opened.close();
      return JSON.parse(json);
    }

    test('puts them where the hooks read them, and a second run changes nothing', async () => {
      const { customData } = departments;
      expect((await importingData(customData)).output).toContain('are where the hooks read them');
      expect(await dataInState()).toEqual(customData);
      expect((await importingData(customData)).exitCode).toBe(0);
    });

    test('keeps others that stand there, unless it is told otherwise', async () => {
      await importingData({ by: 'a hook' });
      const kept = await importingData({ by: 'DAE' });
      expect(kept.exitCode).toBe(1);
      expect(kept.output).toContain(
        '✗ The custom data were not taken: other data stand there already, and were kept.',
      );
      expect(await dataInState()).toEqual({ by: 'a hook' });
      expect((await importingData({ by: 'DAE' }, '--force')).exitCode).toBe(0);
      expect(await dataInState()).toEqual({ by: 'DAE' });
    });

    test.each([['too many of them', { text: 'x'.repeat(400_000) }, 'and hooks can keep 400000']])(
      'says that there are %s, and takes the hooks',
      async (_, customData, sentence) => {
        const { exitCode, output } = await importingData(customData);
        expect(exitCode).toBe(1);
        expect(output).toContain(sentence);
        expect(await dataInState()).toEqual({});
        expect(existsSync(path.join(hooks, 'write.js'))).toBe(true);
      },
    );

    test('says what to do where no tenant is set yet', async () => {
      const { exitCode, output } = await importing(departments, '--file', path.join(folder, 'none'));
      expect(exitCode).toBe(1);
      expect(output).toContain(
        'the settings of a tenant are not there yet. Run npm run setup, and run the import again',
      );
      expect(existsSync(path.join(hooks, 'write.js'))).toBe(true);
    });
  });

  test('keeps hooks that are there, unless it is told otherwise', async () => {
    mkdirSync(hooks);
    writeFileSync(path.join(hooks, 'access.js'), '(ctx, cb) => cb()');
    writeFileSync(path.join(hooks, 'customDomain.js'), '(ctx, cb) => cb()');
    const kept = await importing(hooksAlone);
    expect(kept.exitCode).toBe(1);
    expect(kept.output).toContain(
      'would be replaced: access.js; would stay in force beside the imported ones: customDomain.js. Nothing was written.',
    );
    expect(readdirSync(hooks).sort()).toEqual(['access.js', 'customDomain.js']);
    expect(readFileSync(path.join(hooks, 'access.js'), 'utf8')).toBe('(ctx, cb) => cb()');
    const forced = await importing(hooksAlone, '--force');
    expect(forced.exitCode).toBe(0);
    expect(readFileSync(path.join(hooks, 'access.js'), 'utf8')).toBe(departments.scripts.access);
    expect(forced.output).toContain('customDomain.js was in the folder already and stays in force');
    rmSync(path.join(hooks, 'customDomain.js'));
    expect((await importing(hooksAlone)).exitCode).toBe(0);
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
