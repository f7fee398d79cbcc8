import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HookSource } from '#lib/hook-runner/hook.ts';
import { toHookSource } from '#lib/hook-runner/load-hooks.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';

/** A hook as a plain function of this process, for comparison. */
export type PlainHook = (ctx: JsonObject, callback: (error: unknown, answer?: unknown) => void) => void;

export const writeHook = toHookSource('write', readFileSync(join('hooks', 'write.js'), 'utf8'));
const settingsHook = toHookSource('settings', readFileSync(join('hooks', 'settings.js'), 'utf8'));
export const accessHook = toHookSource('access', readFileSync(join('hooks', 'access.js'), 'utf8'));

export function toPlainHook({ text }: HookSource): PlainHook {
  return new Function(`const hook = ${text}\nreturn hook;`)();
}

/** A text that no pool has seen yet and that answers its number. */
export const freshHook = (n: number): HookSource =>
  toHookSource('write', `function (ctx, callback) { callback(null, ${n} + (ctx.n || 0)); }`);

export const hostileHooks = (): HookSource[] => {
  const folder = join('lib', 'hook-runner', 'hostile');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => toHookSource('write', readFileSync(join(folder, name), 'utf8')));
};

/** A user as the Management API gives them. */
export function sampleUser(n: number, department: string): JsonObject {
  const id = `66f1c0ffee${String(n).padStart(14, '0')}`;
  return {
    user_id: `auth0|${id}`,
    email: `person.${n}@example.com`,
    email_verified: true,
    name: `Person Number ${n}`,
    given_name: 'Person',
    family_name: `Number ${n}`,
    nickname: `person.${n}`,
    picture: `https://cdn.example.com/avatars/${id}.png`,
    created_at: '2025-03-01T09:00:00.000Z',
    updated_at: '2026-11-20T16:45:12.345Z',
    last_login: '2026-11-20T16:45:12.345Z',
    last_ip: '203.0.113.7',
    logins_count: 120 + n,
    identities: [
      { connection: 'Username-Password-Authentication', user_id: id, provider: 'auth0', isSocial: false },
    ],
    user_metadata: {
      locale: 'en',
      phone: '+49 30 1234567',
      address: { city: 'Berlin', zip: '10115', street: 'Example Street 1' },
    },
    app_metadata: {
      department,
      roles: ['Delegated Admin - User'],
      employee: { number: 1000 + n, since: '2020-01-01', site: 'Berlin' },
    },
  };
}

/** The fields that the settings hook declares, as every write hook is given them. */
function userFields(manager: JsonObject): Json | undefined {
  let answer: unknown;
  const ctx = { request: { user: manager }, locale: 'en' };
  toPlainHook(settingsHook)(ctx, (_error, settings) => {
    answer = settings;
  });
  return isJsonObject(answer) ? answer.userFields : undefined;
}

/** What the write hook gets when Kelly changes a user: the whole users, the fields, the payload. */
export const updateContext = (): JsonObject => {
  const user = sampleUser(2, 'Finance');
  const manager = { ...sampleUser(1, 'Finance'), scope: ['read:users', 'manage:users'] };
  return {
    method: 'update',
    request: { user: manager, originalUser: user },
    payload: {
      given_name: 'New',
      family_name: 'Name',
      memberships: ['Finance'],
      connection: 'Username-Password-Authentication',
      user_metadata: user.user_metadata,
      app_metadata: user.app_metadata,
    },
    userFields: userFields(manager),
  };
};

/** The parts of ctx for a page of the list: the manager, and a hundred users, some of them out of reach. */
export const pageContext = () => ({
  shared: { request: { user: { ...sampleUser(1, 'Finance'), scope: ['read:users'] } } },
  members: Array.from({ length: 100 }, (_, n) => ({
    payload: { user: sampleUser(n, n % 10 === 0 ? 'HR' : 'Finance'), action: 'read:user' },
  })),
});
