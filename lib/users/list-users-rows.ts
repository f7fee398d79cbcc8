import type { User } from '#lib/auth0/user.ts';
import { runFunctionText } from '#lib/hook-runner/run-function-text.ts';
import type { Json } from '#lib/json.ts';
import { displayNameOf } from './display-name.ts';
import { valueAt } from './field-values.ts';
import type { FieldColumn, ListFrame } from './list-users-columns.ts';
import type { Manager } from './manager.ts';
import { presentMembershipsOfMany } from './memberships.ts';
import type { Policy } from './policy.ts';
import { hookRunOptions } from './run-policy-hook.ts';
import { languageDictionaryOf } from './settings.ts';
import { statusOf } from './user-status.ts';
import type { UserRow } from './user-view.ts';

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
  const [memberships, ...cellsByColumn] = await Promise.all([
    presentMembershipsOfMany(manager, policy, users),
    ...frame.fieldColumns.map((column) => cellsOf(column, users, policy)),
  ]);
  return listed.map(({ user, isNew }, at) => ({
    userId: user.user_id,
    name: displayNameOf(user),
    email: frame.showsEmail ? textOrNull(user.email) : null,
    picture: frame.showsPicture ? textOrNull(user.picture) : null,
    memberships: memberships[at] ?? [],
    lastLogin: textOrNull(user.last_login),
    loginsCount: typeof user.logins_count === 'number' ? user.logins_count : 0,
    connection: textOrNull(user.identities?.[0]?.connection),
    status: statusOf(user),
    cells: Object.fromEntries(
      frame.fieldColumns.map(({ property }, column) => [property, cellsByColumn[column]?.[at] ?? null]),
    ),
    isNew,
  }));
}

export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/**
 * What one field shows of each user: the value, or what the field's `display` function makes of it, computed
 * for all users in one call. Where that function fails there is nothing to show.
 */
export async function cellsOf(column: FieldColumn, users: readonly User[], policy: Policy): Promise<Json[]> {
  const values = users.map((user) => valueAt(user, column.property) ?? null);
  if (column.display === undefined || users.length === 0) return values;
  const dictionary = languageDictionaryOf(policy.settings);
  const outcomes = await runFunctionText(
    column.display,
    users.map((user, at): Json[] => [{ ...user }, [values[at] ?? null], dictionary, {}]),
    hookRunOptions(),
  );
  return users.map((_, at) => {
    const outcome = outcomes[at];
    return outcome?.ok ? (outcome.answer ?? null) : null;
  });
}
