import type { User } from '#lib/auth0/user.ts';
import { displayNameOf } from '../display-name.ts';
import type { Manager } from '../manager.ts';
import { presentMembershipsOfMany } from '../policy/memberships.ts';
import type { Policy } from '../policy/policy.ts';
import { statusOf } from '../user-status.ts';
import type { UserRow } from '../user-view.ts';
import { textsOf } from './list-users-cells.ts';
import type { FieldColumn, ListFrame } from './list-users-columns.ts';

/** A user as the manager may see them, and whether the search index may not know them yet. */
export interface ListedUser {
  user: User;
  isNew: boolean;
}

/** What the browser gets of each user: what a column shows, and nothing else. */
export async function rowsOf(
  manager: Manager,
  policy: Policy,
  frame: ListFrame,
  listed: readonly ListedUser[],
): Promise<UserRow[]> {
  const users = listed.map(({ user }) => user);
  const textsIn = (column: FieldColumn | undefined) => column && textsOf(column, users, policy);
  const [memberships, names, emails, ...cellsByColumn] = await Promise.all([
    presentMembershipsOfMany(manager, policy, users),
    textsIn(frame.nameColumn),
    textsIn(frame.emailColumn),
    ...frame.fieldColumns.map((column) => textsOf(column, users, policy)),
  ]);
  const columns = new Set(frame.columns.map(({ kind }) => kind));
  return listed.map(({ user, isNew }, at) => {
    const email = frame.showsEmail ? textOrNull(emails ? emails[at] : user.email) : null;
    return {
      userId: user.user_id,
      name: textOrNull(names?.[at]) ?? nameIn(user, email, frame),
      email,
      picture: frame.showsPicture ? textOrNull(user.picture) : null,
      memberships: columns.has('memberships') ? (memberships[at] ?? []) : [],
      lastLogin: columns.has('last-login') ? textOrNull(user.last_login) : null,
      loginsCount: columns.has('logins') && typeof user.logins_count === 'number' ? user.logins_count : 0,
      connection: columns.has('connection') ? textOrNull(user.identities?.[0]?.connection) : null,
      status: columns.has('status') ? statusOf(user) : null,
      cells: Object.fromEntries(
        frame.fieldColumns.map(({ key }, column) => [key, textOrNull(cellsByColumn[column]?.[at])]),
      ),
      isNew,
    };
  });
}

/** What the row is called where no function says so; nothing that the settings leave out of the list. */
function nameIn(user: User, email: string | null, frame: ListFrame): string {
  const { name, ...nameless } = user;
  const isNamed = frame.showsName && frame.nameColumn === undefined;
  return displayNameOf({ ...nameless, ...(isNamed && { name }), email: email ?? undefined });
}

export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
