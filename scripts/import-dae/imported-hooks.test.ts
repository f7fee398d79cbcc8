import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { User } from '#lib/auth0/user.ts';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { departments } from '#lib/testing/dae/departments.ts';
import { vendorsDae4 } from '#lib/testing/dae/vendors-dae4.ts';
import { editAs } from '#lib/testing/edit.ts';
import { runCommand } from '#lib/testing/new-tenant.ts';
import { mainConnection, omar } from '#lib/testing/own-hooks.ts';
import { type People, putPeople, signedIn } from '#lib/testing/people.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { startTestTenant, type TestTenant } from '#lib/testing/tenant.ts';
import { createUser } from '#lib/users/create-user.ts';
import { permit } from '#lib/users/permit.ts';

// Each test starts processes of their own, several of them.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let tenant: TestTenant;
let people: People;
let folder: string;

beforeAll(async () => {
  tenant = await startTestTenant('own');
  folder = mkdtempSync(path.join(tmpdir(), 'imported-'));
});
beforeEach(async () => {
  await tenant.reset();
  await tenant.setHooks({});
  people = await putPeople(tenant);
});
afterAll(async () => {
  await tenant.stop();
  await closeHookPool();
  rmSync(folder, { recursive: true });
});

/** Imports a configuration into the folder that the verbs read hooks from. */
async function importing(configuration: object): Promise<void> {
  const file = path.join(folder, 'dae.json');
  writeFileSync(file, JSON.stringify(configuration));
  const args = [file, '--hooks', `${process.env.HOOKS_DIR}`, '--force'];
  const { exitCode, output } = await runCommand('import-dae', args);
  expect(exitCode, output).toBe(0);
}

const readAs = async (manager: User, userId: string) =>
  (await permit(signedIn(manager), userId, 'read:user')).user;

describe('imported hooks with departments', () => {
  beforeEach(() => importing({ scripts: departments.scripts }));

  test('create a user in the manager’s department, and change one', async () => {
    const { userId } = await createUser(signedIn(people.kelly), {
      values: { ...omar, memberships: ['Finance'], 'user_metadata.title': 'Clerk' },
    });
    expect(await readAs(people.kelly, userId)).toMatchObject({
      email: 'omar@example.com',
      user_metadata: { title: 'Clerk' },
      app_metadata: { department: 'Finance' },
    });
    await editAs(people.kelly, userId, { 'user_metadata.title': 'Controller' });
    expect(await readAs(people.kelly, userId)).toMatchObject({
      user_metadata: { title: 'Controller' },
      app_metadata: { department: 'Finance' },
    });
  });

  test('refuse in their own words', async () => {
    const amir = people.amir.user_id;
    const refused = await problemOf(editAs(people.kelly, amir, { 'user_metadata.title': 'Clerk' }));
    expect(refused.code).toBe('not-found');
    const own = await problemOf(createUser(signedIn(people.ivan), { values: { ...omar, memberships: [] } }));
    expect(own.message).toBe('Pick a department for the user.');
  });

  test('IT moves a user to a department of a new name', async () => {
    const { userId } = await createUser(signedIn(people.ivan), {
      values: { ...omar, memberships: ['Legal'] },
    });
    await editAs(people.ivan, userId, { memberships: ['HR'] });
    expect((await readAs(people.ivan, userId)).app_metadata).toMatchObject({ department: 'HR' });
  });
});

describe('imported hooks of DAE 4', () => {
  const settings =
    "(ctx, callback) => callback(null, { memberships: 'options', membershipProperty: 'app_metadata.vendor' })";

  test('create and change users with the one setting that the import names', async () => {
    await importing({ scripts: { ...vendorsDae4.scripts, settings } });
    const vera = await tenant.putUser({
      user_id: 'auth0|vera',
      email: 'vera@example.com',
      app_metadata: { vendor: 'Acme', roles: ['Delegated Admin - User'] },
    });
    const values = { ...omar, memberships: ['Acme'], connection: mainConnection };
    const { userId } = await createUser(signedIn(vera), { values });
    expect((await readAs(vera, userId)).app_metadata).toEqual({ vendor: 'Acme' });
    await editAs(vera, userId, { email: 'omar.new@example.com' });
    expect((await readAs(vera, userId)).email).toBe('omar.new@example.com');
  });

  test('without it refuse, so that nothing is written wrongly', async () => {
    await importing(vendorsDae4);
    const vera = await tenant.putUser({
      user_id: 'auth0|vera',
      email: 'vera@example.com',
      app_metadata: { vendor: 'Acme', roles: ['Delegated Admin - User'] },
    });
    const values = { ...omar, memberships: ['Acme'], connection: mainConnection };
    const problem = await problemOf(createUser(signedIn(vera), { values }));
    expect(problem).toMatchObject({ code: 'refused-by-guard' });
  });
});
