import { beforeEach } from 'vitest';
import type { RecordAction } from '#lib/audit/record.ts';
import type { User } from '#lib/auth0/user.ts';
import { findRecords } from '#lib/state/records.ts';
import { answering, defaultAccess, departmentsHook, userFields, worldWithOwnHooks } from './own-hooks.ts';
import { signedIn } from './people.ts';

export const world = worldWithOwnHooks();
export const userId = 'auth0|nina';
export const kelly = () => signedIn(world.people.kelly);

/** Puts the department where the picker's choice says, as the hook of `hooks/` does. */
export const write = `function (ctx, callback) {
  var body = { ...ctx.payload, app_metadata: { ...ctx.payload.app_metadata } };
  if (body.memberships && body.memberships.length) body.app_metadata.department = body.memberships[0];
  if (ctx.payload.name === 'Forbidden') return callback(new Error('Nobody is called that.'));
  delete body.memberships;
  callback(null, body);
}`;

/** Sets hooks before each test that decide about all that can be undone. */
export function withUndo(): void {
  beforeEach(() =>
    world.tenant.setHooks({
      access: `${defaultAccess}// read:roles change:roles`,
      settings: answering({ userFields, membershipProperty: 'app_metadata.department' }),
      memberships: departmentsHook,
      write,
    }),
  );
}

export const read = () => world.tenant.api('GET', `/users/${encodeURIComponent(userId)}`) as Promise<User>;

/** The id of the newest record of an action on Nina. */
export async function lastRecord(action: RecordAction): Promise<string> {
  const { records } = await findRecords({ userId, action }, { limit: 1 });
  return records[0]?.record.id ?? '';
}
