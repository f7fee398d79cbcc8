import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isJsonObject } from '#lib/json.ts';

const lock: unknown = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const paths = isJsonObject(lock) && isJsonObject(lock.packages) ? Object.keys(lock.packages) : [];

it('the lockfile holds the engine of the sandbox', () => {
  expect(paths).toContain('node_modules/quickjs-wasi');
});

it.each(['safe-eval', 'vm2', 'isolated-vm'])(
  'the lockfile never holds %s, which hooks have got out of or ended the server with',
  (name) => {
    expect(
      paths.filter((path) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`)),
    ).toEqual([]);
  },
);
