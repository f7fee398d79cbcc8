import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { User } from '#lib/auth0/user.ts';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import type { JsonObject } from '#lib/json.ts';
import { startTestTenant, type TestTenant } from './tenant.ts';

export type Role = 'Auditor' | 'User' | 'Operator' | 'Administrator' | undefined;
export const roles: Role[] = [undefined, 'Auditor', 'User', 'Operator', 'Administrator'];

export let tenant: TestTenant;

const departments = `function (ctx, callback) {
  // read:roles and change:roles are decided like everything else.
  var own = ctx.request.user.app_metadata.department;
  if (ctx.payload.user.app_metadata.department !== own) return callback(new Error('Not your department.'));
  if (ctx.payload.action === ctx.request.user.app_metadata.denied) return callback(new Error('Not for you.'));
  callback();
}`;
const settings = `(ctx, callback) => callback(null, { userFields: [{ property: 'name', edit: true }] })`;
const passOn = `function (ctx, callback) {
  delete ctx.payload.memberships;
  callback(null, ctx.payload);
}`;

/** Called once at the top of a test file: hooks that keep everybody within their department, and nobody there. */
export function withDepartments(): void {
  beforeAll(async () => {
    tenant = await startTestTenant('own');
    await tenant.setHooks({ access: departments, settings, write: passOn });
  });
  beforeEach(() => tenant.reset());
  afterAll(async () => {
    await tenant.stop();
    await closeHookPool();
  });
}

/** Puts somebody with a role into a department; managers and users are made alike. */
export function putInto(
  connection: string,
  name: string,
  { role, ...appMetadata }: { department: string; role: Role },
  more: JsonObject = {},
): Promise<User> {
  return tenant.putUser({
    user_id: `auth0|${name}`,
    name,
    email: `${name}@example.com`,
    identities: [{ connection, provider: 'auth0', user_id: name, isSocial: false }],
    app_metadata: { ...appMetadata, ...(role && { roles: [`Delegated Admin - ${role}`] }) },
    ...more,
  });
}
