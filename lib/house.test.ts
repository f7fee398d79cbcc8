import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const files = globSync(['{app,components,lib,messages,scripts}/**/*.{ts,tsx}', '*.ts'], { cwd: root })
  .filter((file) => !/\.test\.tsx?$|^lib\/testing\//.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));

/** Every module that a file imports, written from the project's root; packages stay as they are. */
function importsOf({ file, text }: { file: string; text: string }): string[] {
  const found = text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g);
  return [...found].map(([, name = '']) => {
    if (name.startsWith('#')) return name.slice(1);
    return name.startsWith('.') ? path.join(path.dirname(file), name) : name;
  });
}

/** Files outside `allowed` that import something matching `module`. */
function strangersImporting(module: RegExp, allowed: RegExp): string[] {
  return files
    .filter(({ file }) => !allowed.test(file))
    .filter((source) => importsOf(source).some((name) => module.test(name)))
    .map(({ file }) => file);
}

describe('the house', () => {
  test.each([
    ['the Management API’s SDK', /^auth0($|\/)/, /^lib\/auth0\/|^scripts\/bench/],
    ['nextjs-auth0', /^@auth0\/nextjs-auth0/, /^lib\/sign-in\/auth0\.ts$/],
    ['next-auth', /^next-auth/, /^lib\/sign-in\/next-auth\.ts$/],
    [
      'the sign-in',
      /^lib\/sign-in\//,
      /^lib\/(sign-in\/|session|boot)|^proxy\.ts$|^app\/(route|auth\/.*)\.ts$/,
    ],
    ['the sandbox engine', /^quickjs-wasi/, /^lib\/hook-runner\//],
    ['the embedded tenant', /^lib\/tenant\//, /^lib\/(tenant|sign-in\/testing)\/|^scripts\/demo\.ts$/],
    [
      'the raw read of a user',
      /^lib\/auth0\/read-user(-roles)?\.ts$/,
      /^lib\/(users\/permit|session-user)\.ts$|^lib\/auth0\//,
    ],
    [
      'the tenant’s client',
      /^lib\/auth0\/(?!proofs|scopes|user\.ts|user-id)/,
      /^lib\/(auth0|users|operating|resolve-attempts|session|action|boot)|^scripts\/bench/,
    ],
    [
      'the hook runner',
      /^lib\/hook-runner\/(?!hook\.ts)/,
      /^lib\/(hook-runner|hook-versions|operating|users|boot|state\/testing)|^scripts\//,
    ],
    [
      'Steward’s own state',
      /^lib\/state\//,
      /^lib\/(audit|auth0\/traffic|hook-versions|operating|state|users)\/|^lib\/(boot|resolve-attempts|session)\.ts$|^scripts\/(doctor|import-dae|audit-verify)/,
    ],
    [
      'the audit trail',
      /^lib\/audit\/(?!record\.ts|diff\.ts)/,
      /^lib\/(action|audit|auth0|boot|operating|resolve-attempts|session|state|users)|^scripts\/(audit-verify|bench)/,
    ],
    ['the database’s driver', /^(pg|kysely|@electric-sql\/pglite)$/, /^lib\/state\//],
    ['OpenTelemetry', /^@opentelemetry\//, /^lib\/telemetry\//],
    ['React', /^react$/, /^(app|components)\/|^lib\/session\.ts$/],
    ['the messages of the console', /^messages\/(?!de\/sentences)/, /^(app|components|messages)\//],
    ['the components', /^components\//, /^(app|components)\//],
    ['the pages', /^app\//, /^(app|components)\//],
  ])('nobody but its owners imports %s', (_, module, owners) => {
    expect(strangersImporting(module, owners)).toEqual([]);
  });

  test('the rooms below never reach back up', () => {
    expect(
      strangersImporting(
        /^lib\/users\/(?!(manager|roles|user-status)\.ts)/,
        /^(app|components)\/|^lib\/(users\/|action|follow-restores|session)|^scripts\/(bench|doctor)/,
      ),
    ).toEqual([]);
    expect(
      strangersImporting(
        /^lib\/(session|action)\.ts$/,
        /^(app|components|proxy)|^lib\/(action|session)\.ts$/,
      ),
    ).toEqual([]);
  });

  test('only lib/env.ts reads the environment of the console', () => {
    const readers = files
      .filter(({ text }) => /process\.env/.test(text.replaceAll('process.env.NEXT_RUNTIME', '')))
      .map(({ file }) => file)
      .filter((file) => !/^(scripts\/|playwright\.config|lib\/env\.ts$|lib\/tenant\/main\.ts$)/.test(file));
    expect(readers).toEqual([]);
  });

  test('every export of an actions.ts was made by managerAction', () => {
    const actionFiles = files.filter(({ file }) => /(^|\/)actions\.ts$/.test(file));
    expect(actionFiles.length).toBeGreaterThan(0);
    for (const { file, text } of actionFiles) {
      const exported = text.split('\n').filter((line) => line.startsWith('export'));
      const made = exported.filter((line) => /^export const \w+ = managerAction\(/.test(line));
      expect(exported, file).toEqual(made);
      expect(text.startsWith("'use server';"), file).toBe(true);
    }
    const serverFiles = files
      .filter(({ text }) => /^\s*['"]use server['"]/m.test(text))
      .map(({ file }) => file);
    expect(serverFiles).toEqual(actionFiles.map(({ file }) => file));
  });

  test('every action leaves a record, but for those that change nothing or only somebody’s views', () => {
    const ofViews = ['saveView', 'renameView', 'updateView', 'shareView', 'deleteView'];
    const answering = [
      ...['checkCreateForm', 'checkEditForm', 'passwordResetChoice', 'listAssignableRoles'],
      ...['listJoinableOrganizations', 'tryHook', 'previewUndo', 'previewRestore', 'previewBulk'],
    ];
    const actionFiles = files.filter(({ file }) => /(^|\/)actions\.ts$/.test(file));
    const verbs = actionFiles.flatMap(({ text }) =>
      [...text.matchAll(/managerAction\(\s*\w+,\s*(\w+),?\s*\)/g)].map(([, verb = '']) => ({
        verb,
        from: new RegExp(`import \\{[^}]*\\b${verb}\\b[^}]*\\} from '#([^']+)'`).exec(text)?.[1] ?? '',
      })),
    );
    expect(verbs.length).toBeGreaterThan(15);
    const unrecorded = verbs.filter(({ verb, from }) => {
      const text = files.find(({ file }) => file === from)?.text ?? '';
      return !new RegExp(`export const ${verb} = (recorded|madeOfRecorded)\\(`).test(text);
    });
    expect(unrecorded.map(({ verb }) => verb).toSorted()).toEqual([...answering, ...ofViews].toSorted());
  });

  test('every page of the console asks as its manager', () => {
    const pages = files.filter(({ file }) => /^app\/\(console\)\/.*page\.tsx$/.test(file));
    expect(pages.length).toBeGreaterThan(0);
    for (const { file, text } of pages) expect(text, file).toContain('asManager(');
  });

  test('no file is longer than 250 lines, tests and what they share included', () => {
    const all = globSync(['{app,components,e2e,hooks,lib,messages,scripts}/**/*.{ts,tsx,js}', '*.ts'], {
      cwd: root,
    });
    const longOnes = all.filter(
      (file) => readFileSync(path.join(root, file), 'utf8').split('\n').length > 251,
    );
    expect(all.some((file) => file.endsWith('.spec.ts'))).toBe(true);
    expect(longOnes).toEqual([]);
  });
});

describe('the lockfile', () => {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string; license?: string; dev?: boolean }>;
  };

  test.each([
    ['next', '16.2.6'],
    ['react', '19.2.6'],
    ['@auth0/nextjs-auth0', '4.18.0'],
    ['next-auth', '4.24.15'],
  ])('%s is at least %s, which mends published holes', (name, floor) => {
    const version = packages[`node_modules/${name}`]?.version ?? '0.0.0';
    expect(version.localeCompare(floor, 'en', { numeric: true })).toBeGreaterThanOrEqual(0);
  });

  test('no sandbox that is known to leak is installed', () => {
    const names = Object.keys(packages).map((key) => key.split('node_modules/').at(-1));
    expect(
      names.filter((name) => name && ['safe-eval', 'vm2', 'static-eval', 'notevil'].includes(name)),
    ).toEqual([]);
  });

  test('nothing that is shipped is copyleft', () => {
    // Next's optional image library is switched off in next.config.js and left out of what is traced.
    const shipped = Object.entries(packages).filter(
      ([key, { dev }]) => key !== '' && !dev && !key.startsWith('node_modules/@img/sharp'),
    );
    const odd = shipped
      .filter(([, { license }]) => /GPL|AGPL|SSPL|EUPL/i.test(license ?? ''))
      .map(([key, { license }]) => `${key}: ${license}`);
    expect(odd).toEqual([]);
  });
});
