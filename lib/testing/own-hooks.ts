import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { HookName } from '#lib/hook-runner/hook.ts';
import type { JsonObject } from '#lib/json.ts';
import type { FormValues } from '#lib/users/form/user-form.ts';
import { type EditWorld, worldOfEdits } from './edit-world.ts';

/** A tenant whose hooks each test sets itself, with the demo's people and Nina of Finance, new for each test. */
export type OwnHooksWorld = EditWorld;

/** Called once at the top of a test file; the world is there as soon as a test runs. */
export function worldWithOwnHooks(): OwnHooksWorld {
  return worldOfEdits('own', {
    user_id: 'auth0|nina',
    email: 'nina@example.com',
    name: 'Nina',
    user_metadata: { title: 'Controller', address: { city: 'Berlin', zip: '10115' } },
    app_metadata: { department: 'Finance', vendor: 'Acme', tags: ['a'] },
  });
}

/** The text of a hook of `hooks/`. */
export const defaultHook = (name: HookName): string =>
  readFileSync(path.resolve(import.meta.dirname, `../../hooks/${name}.js`), 'utf8');

export const defaultAccess = defaultHook('access');

/** An access hook that permits everything, and knows what it is asked about roles. */
export const openAccess = '(ctx, callback) => { /* read:roles, change:roles */ callback(); }';

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
