import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { managementScopes } from '#lib/auth0/scopes.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

test('docs/operations.md names every variable that the server reads, and no other', () => {
  const files = globSync('lib/env*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'));
  const names = files.flatMap((file) =>
    [...read(file).matchAll(/^\s+([A-Z][A-Z0-9]*_[A-Z0-9_]*|PORT): /gm)].map(([, name = '']) => name),
  );
  const [, table = ''] = read('docs/operations.md').split('## Every variable');
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );
  expect(named.toSorted()).toEqual([...new Set(names)].filter((name) => name !== 'NODE_ENV').toSorted());
});

describe('docs/setup.md', () => {
  const guide = read('docs/setup.md');

  test('lists the scopes as they are granted', () => {
    const listed = [...guide.matchAll(/^ +\| `([a-z]+:[a-z_]+)` \| (.*) \|$/gm)].map(
      ([, scope, purpose]) => ({ scope, purpose }),
    );
    expect(listed).toEqual(managementScopes.map(({ scope, purpose }) => ({ scope, purpose })));
  });
});

test.each(globSync('{README,hooks/README,docs/*}.md', { cwd: root }))(
  '%s leads to files and commands that are there',
  (file) => {
    const text = read(file);
    const { scripts } = JSON.parse(read('package.json'));
    const commands = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name = '']) => name);
    expect(commands.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
    const links = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, target = '']) => target);
    const local = links.filter((target) => !/^https?:/.test(target));
    expect(
      local.filter((target) => globSync(path.join(path.dirname(file), target), { cwd: root }).length === 0),
    ).toEqual([]);
  },
);
