import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

const prelude = `
import type { Found, Guarded, Permitted } from '#lib/auth0/proofs.ts';
import { assignRoles } from '#lib/auth0/roles.ts';
import { startImport } from '#lib/auth0/user-imports.ts';
import type { User } from '#lib/auth0/user.ts';
import { blockUser, createUser, deleteUser, patchUser } from '#lib/auth0/users.ts';
import type { Query } from '#lib/lucene/query.ts';
import { guardRestore } from '#lib/users/guard/guard-restore.ts';
import { guardRoles } from '#lib/users/guard/guard-roles.ts';
import type { Manager } from '#lib/users/manager.ts';
import type { Policy } from '#lib/users/policy/policy.ts';
import { permit, seenBy } from '#lib/users/permit.ts';
import type { Scope } from '#lib/users/permit/scope.ts';
declare const manager: Manager;
declare const policy: Policy;
declare const scope: Scope;
declare const search: Query;
declare const user: User;
declare const found: Found;
declare const guarded: Guarded;
declare const permitted: Permitted<'change:profile'>;
export type Names = [Manager, Scope, Query, User, Found, Guarded, Permitted<'read:user'>, typeof assignRoles, typeof guardRoles, typeof startImport, typeof guardRestore, typeof createUser, typeof patchUser, typeof blockUser, typeof deleteUser, typeof permit, typeof seenBy];
export const values = [manager, policy, scope, search, user, found, guarded, permitted];
`;

/** Each way round a proof, and beside it the same call made the way it is meant. */
const snippets = {
  'a user who was read but not permitted': [
    'export const made = patchUser({ user }, guarded);',
    "export const made = permit(manager, 'auth0|1', 'change:profile').then((one) => patchUser(one, guarded));",
  ],
  'a body that the guard has not passed': [
    "export const made = [createUser({ body: { email: 'a@example.com' } }), patchUser(permitted, { body: {} })];",
    'export const made = [createUser(guarded), patchUser(permitted, guarded)];',
  ],
  'a user who is permitted for something else': [
    "export const made = permit(manager, 'auth0|1', 'read:user').then((one) => patchUser(one, guarded));",
    "export const made = permit(manager, 'auth0|1', ['read:user', 'change:email']).then((one) => patchUser(one, guarded));",
  ],
  'a user who may be blocked, deleted': [
    "export const made = permit(manager, 'auth0|1', 'block:user').then(deleteUser);",
    "export const made = permit(manager, 'auth0|1', 'delete:user').then(deleteUser).then(() => permit(manager, 'auth0|1', 'block:user')).then(blockUser);",
  ],
  'an import that the guard has not passed': [
    "export const made = startImport({ row: { user_id: '1' }, connection: 'People' });",
    'export const made = guardRestore(manager, policy, user, {}).then(({ guarded: one }) => startImport(one));',
  ],
  'roles that nobody has looked at': [
    "export const made = permit(manager, 'auth0|1', 'change:roles').then((one) => assignRoles(one, { roleIds: ['rol_1'] }));",
    "export const made = permit(manager, 'auth0|1', 'change:roles').then((one) => assignRoles(one, guardRoles(manager, [])));",
  ],
  'a user whom a search found and nobody tested': [
    'export const made = found.email;',
    "export const made = seenBy(manager, [{ found, origin: 'index' }], scope, search).then(([seen]) => seen?.email);",
  ],
};

let folder = '';
let complaints = '';

beforeAll(async () => {
  await mkdir(path.join(root, '.steward'), { recursive: true });
  folder = await mkdtemp(path.join(root, '.steward/proofs-'));
  const files = Object.values(snippets).flatMap(([wrong, right], at) => [
    [`wrong-${at}.ts`, wrong],
    [`right-${at}.ts`, right],
  ]);
  for (const [name = '', text = ''] of files) await writeFile(path.join(folder, name), prelude + text);
  await writeFile(
    path.join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../tsconfig.json',
      compilerOptions: { incremental: false, plugins: [] },
      include: ['*.ts'],
      exclude: [],
    }),
  );
  complaints = await compile(folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(Object.keys(snippets).map((title, at) => ({ title, at })))(
  '$title does not compile, and the honest way does',
  ({ at }) => {
    const lines = complaints.split('\n');
    expect(lines.filter((line) => line.includes(`wrong-${at}.ts`)).join('\n')).toMatch(/error TS2\d\d\d/);
    expect(lines.filter((line) => line.includes(`right-${at}.ts`))).toEqual([]);
  },
);

/** What the compiler complains of in a folder with a tsconfig.json. */
function compile(project: string): Promise<string> {
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  return new Promise((resolve) => {
    execFile(process.execPath, [compiler, '--noEmit', '-p', project], (_, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
}
