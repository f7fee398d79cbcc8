import { afterEach, beforeEach } from 'vitest';
import type { AuditRecord } from '#lib/audit/record.ts';
import type { User } from '#lib/auth0/user.ts';
import type { JsonObject } from '#lib/json.ts';
import { findRecords } from '#lib/state/records.ts';
import { deleteUser } from '#lib/users/delete-user.ts';
import { ninaOfFinance } from './edit.ts';
import { answering, defaultAccess, mainConnection, userFields, worldWithOwnHooks } from './own-hooks.ts';
import { signedIn } from './people.ts';

export const world = worldWithOwnHooks();
/** Another one for each test: records stay. */
export let userId = '';
export let path = '';
export let count = 0;
export let nina = { ...ninaOfFinance, user_id: '' };
export const as = (name: keyof typeof world.people) => signedIn(world.people[name]);

/** Only creates of one's own department, as the hook of `hooks/` has it. */
export const write = `function (ctx, callback) {
  var own = ctx.request.user.app_metadata.department;
  var department = (ctx.payload.memberships || [])[0];
  if (own !== 'IT' && department !== own) return callback(new Error('You can only create users within your own department.'));
  var body = { ...ctx.payload, app_metadata: { ...ctx.payload.app_metadata, department: department } };
  delete body.memberships;
  callback(null, body);
}`;

export const settings = {
  connections: [mainConnection],
  userFields,
  membershipProperty: 'app_metadata.department',
};

export async function hooks(more: { settings?: JsonObject; write?: string; access?: string } = {}) {
  await world.tenant.setHooks({
    access: more.access ?? defaultAccess,
    settings: answering({ ...settings, ...more.settings }),
    write: more.write ?? write,
  });
}

export const read = async () => (await world.tenant.api('GET', path)) as User;
export const isThere = () =>
  read().then(
    () => true,
    () => false,
  );

export async function deleted(by: keyof typeof world.people = 'kelly'): Promise<{ recordId: string }> {
  await deleteUser(as(by), { userId });
  return { recordId: (await recordsOf('delete:user'))[0]?.id ?? '' };
}

/** The records of Nina with an action, the newest first. */
export async function recordsOf(action: 'delete:user' | 'restore:user'): Promise<AuditRecord[]> {
  const { records } = await findRecords({ userId, action }, { limit: 10 });
  return records.map(({ record }) => record);
}

/** Hooks of one department each, and for each test another Nina to be deleted and restored. */
export function withRestores(): void {
  beforeEach(async () => {
    await hooks();
    await world.tenant.removeUser('auth0|nina');
    count += 1;
    userId = `auth0|nina${count}`;
    path = `/users/auth0%7Cnina${count}`;
    nina = {
      ...ninaOfFinance,
      user_id: userId,
      identities: ninaOfFinance.identities.map((one) => ({ ...one, user_id: `nina${count}` })),
    };
    await world.tenant.putUser({ ...nina, username: 'nina', blocked: true });
  });
  afterEach(() => world.tenant.setFaults({}));
}
