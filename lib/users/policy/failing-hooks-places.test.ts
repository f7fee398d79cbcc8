import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const files = globSync('{app,components,lib}/**/*.{ts,tsx}', { cwd: root }).filter(
  (file) => !/\.test\.tsx?$/.test(file),
);
const textOf = new Map(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));

/** What a file takes of others by name, types left out, and where from. */
function takenBy(file: string): { name: string; from: string }[] {
  const imports = (textOf.get(file) ?? '').matchAll(/^import \{([^}]*)\} from '([#.][^']+)';/gms);
  return [...imports].flatMap(([, names = '', from = '']) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type '))
      .map((name) => ({
        name,
        from: from.startsWith('#') ? from.slice(1) : path.join(path.dirname(file), from),
      })),
  );
}

const runner = 'lib/users/policy/run-policy-hook.ts';

function reachesHooks(file: string, met = new Set<string>()): boolean {
  if (file === runner) return true;
  if (met.has(file)) return false;
  met.add(file);
  return takenBy(file).some(({ from }) => reachesHooks(from, met));
}

/** Whether it is a function that does something for a manager. */
function isVerb({ name, from }: { name: string; from: string }): boolean {
  const text = textOf.get(from) ?? '';
  return (
    new RegExp(`export (async )?function\\*? ${name}(<\\w+>)?\\(\\s*manager: Manager`).test(text) ||
    new RegExp(`export const ${name} = (recorded|recordedParts|madeOfRecorded)\\(`).test(text)
  );
}

/** Verbs whose hooks fail elsewhere, or that ask none although they share code with those that do. */
const elsewhere = {
  // In the same table, as what surrounds every page.
  consoleView: 'what surrounds',
  getHook: 'what surrounds',
  signOutAddress: 'what surrounds',
  // By tests of their own.
  tryHook: 'try-hook.test.ts',
  withTranslatedErrors: 'translated-errors.test.ts',
  followRestore: 'ends what restoreUser began, with the same steps',
  // They look no further than which hooks have been asked already.
  publishHook: 'asks none',
  recordUnreadable: 'asks none',
};

test('every verb of a page, an action or a route that asks hooks stands in the table of places', () => {
  const called = files
    .filter((file) => !/^lib\/(users|testing)\//.test(file))
    .flatMap(takenBy)
    .filter(({ from }) => from.startsWith('lib/users/') && reachesHooks(from))
    .filter(isVerb)
    .map(({ name }) => name);
  const listed = globSync('lib/testing/places-of-*.ts', { cwd: root }).flatMap((file) =>
    takenBy(file)
      .filter(isVerb)
      .map(({ name }) => name),
  );
  expect(called.length).toBeGreaterThan(40);
  expect([...new Set(called)].toSorted()).toEqual(
    [...new Set([...listed, ...Object.keys(elsewhere)])].toSorted(),
  );
});
