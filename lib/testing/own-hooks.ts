import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { User } from '#lib/auth0/user.ts';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import type { JsonObject } from '#lib/json.ts';
import type { FormValues } from '#lib/users/user-form.ts';
import { type People, putPeople } from './people.ts';
import { startTestTenant, type TestTenant } from './tenant.ts';

/** A tenant whose hooks each test sets itself, with the demo's people and Nina of Finance, new for each test. */
export interface OwnHooksWorld {
  tenant: TestTenant;
  people: People;
  nina: User;
}

/** Called once at the top of a test file; the world is there as soon as a test runs. */
export function worldWithOwnHooks(): OwnHooksWorld {
  const world = {} as OwnHooksWorld;
  beforeAll(async () => {
    world.tenant = await startTestTenant('own');
  });
  beforeEach(async () => {
    await world.tenant.reset();
    world.people = await putPeople(world.tenant);
    world.nina = await world.tenant.putUser({
      user_id: 'auth0|nina',
      email: 'nina@example.com',
      name: 'Nina',
      user_metadata: { title: 'Controller', address: { city: 'Berlin', zip: '10115' } },
      app_metadata: { department: 'Finance', vendor: 'Acme', tags: ['a'] },
    });
  });
  afterAll(async () => {
    await world.tenant.stop();
    await closeHookPool();
  });
  return world;
}

/** The access hook of `hooks/`. */
export const defaultAccess = readFileSync(path.resolve(import.meta.dirname, '../../hooks/access.js'), 'utf8');

export const mainConnection = 'Username-Password-Authentication';
export const password = 'Correct-horse-7';

/** What a 'New user' form holds at least. */
export const omar: FormValues = { email: 'omar@example.com', password, repeatPassword: password };

/** The text of a hook that answers the same to everything. */
export function answering(answer: unknown): string {
  return `(ctx, callback) => callback(null, ${JSON.stringify(answer)})`;
}

export const userFields = [
  { property: 'name', create: true, edit: true },
  { property: 'user_metadata.title', create: true, edit: true },
  { property: 'user_metadata.address.city', create: true, edit: true },
  { property: 'app_metadata.vendor', create: true, edit: true },
];

/** A settings hook with the fields above. */
export function settingsHook(more: JsonObject = {}): string {
  return answering({ connections: [mainConnection], userFields, ...more });
}

export const departmentsHook = answering(['Finance', 'HR']);
