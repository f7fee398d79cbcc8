import { describe, expect, test } from 'vitest';
import { type Action, actions } from '#lib/auth0/proofs.ts';
import type { User } from '#lib/auth0/user.ts';
import { type ErrorCode, toProblem } from '#lib/errors.ts';
import { type ActionRow, actionTable } from '#lib/testing/action-table.ts';
import { putInto, type Role, roles, tenant, withDepartments } from '#lib/testing/department-table.ts';
import { signedIn } from '#lib/testing/people.ts';
import { editUserForm } from './form/form.ts';
import { getUser } from './get-user.ts';

withDepartments();

const put = (id: string, department: string, role?: Role, more = {}) =>
  putInto('Contractors', id, { department, role, ...more }, { username: id });

const isReading = (action: Action) => action.startsWith('read:');

interface Attempt {
  writes: string[];
  code: ErrorCode | undefined;
  message: string | undefined;
}

/** Asks the verb directly, with what a form showed to somebody else, as a request made by hand would. */
async function attempt(row: ActionRow, manager: User, userId: string): Promise<Attempt> {
  const chief = await put('chief', userId.includes('foreign') ? 'HR' : 'Finance', 'Administrator');
  const { loaded } = await editUserForm(signedIn(chief), userId);
  let failure: unknown;
  const calls = await tenant.callsOf(() =>
    row.run(signedIn(manager), userId, loaded).catch((error: unknown) => {
      failure = error;
    }),
  );
  const problem = failure === undefined ? undefined : toProblem(failure);
  return {
    writes: calls.filter((call) => !call.startsWith('GET')),
    code: problem?.code,
    message: problem?.message,
  };
}

/** What the user's page says of the action, or the code with which the page is refused. */
async function onPage(row: ActionRow, manager: User, userId: string): Promise<boolean | ErrorCode> {
  try {
    return (await getUser(signedIn(manager), userId)).permitted[row.action].permitted;
  } catch (error) {
    return toProblem(error).code;
  }
}

test('every action of the access hook has its row', () => {
  const rows = new Set(actionTable.map(({ action }) => action));
  expect(actions.filter((action) => !rows.has(action))).toEqual([]);
});

/** What a role may do before any hook is asked. */
const mayAs = (role: Role, action: Action) => role !== undefined && (role !== 'Auditor' || isReading(action));

describe.each(actionTable)('$action: may somebody $done a user?', (row) => {
  const { action, writes } = row;

  describe.each(roles)('as %s', (role) => {
    const may = mayAs(role, action);
    const withoutRole = role === undefined ? 'no-role' : 'not-allowed';

    test(`of the own department: ${may ? 'done' : 'refused'}`, async () => {
      const manager = await put('manager', 'Finance', role);
      const { user_id: userId } = await put('user', 'Finance');
      expect(await onPage(row, manager, userId)).toBe(role === undefined ? 'no-role' : may);
      const asked = await attempt(row, manager, userId);
      if (may) expect(asked).toEqual({ writes, code: undefined, message: undefined });
      else expect(asked).toMatchObject({ writes: [], code: withoutRole });
    });

    test('of another department: refused', async () => {
      const manager = await put('manager', 'Finance', role);
      const { user_id: userId } = await put('foreign', 'HR');
      const code = may ? 'not-found' : withoutRole;
      expect(await onPage(row, manager, userId)).toBe(role === undefined ? 'no-role' : 'not-found');
      expect(await attempt(row, manager, userId)).toMatchObject({ writes: [], code });
    });

    if (!may) return;

    test('and the access hook refuses this one action: refused in its own words, all others offered', async () => {
      const manager = await put('manager', 'Finance', role, { denied: action });
      const { user_id: userId } = await put('user', 'Finance');
      expect(await onPage(row, manager, userId)).toBe(action === 'read:user' ? 'not-found' : false);
      const asked = await attempt(row, manager, userId);
      const isHidden = action === 'read:user';
      expect(asked).toMatchObject({ writes: [], code: isHidden ? 'not-found' : 'refused-by-hook' });
      if (isHidden) return;
      expect(asked.message).toBe('Not for you.');
      const { permitted } = await getUser(signedIn(manager), userId);
      const others = actionTable.filter((other) => other.action !== action && mayAs(role, other.action));
      expect(others.every((other) => permitted[other.action].permitted)).toBe(true);
    });

    const rank = roles.indexOf(role);
    const others = roles.slice(1).map((other, at) => {
      const isRefused = at + 1 > rank && !isReading(action);
      return { other, isRefused, end: isRefused ? 'refused' : 'done' };
    });
    test.each(others)('a user who is $other in this console: $end', async ({ other, isRefused }) => {
      const manager = await put('manager', 'Finance', role);
      const { user_id: userId } = await put('user', 'Finance', other);
      expect(await onPage(row, manager, userId)).toBe(!isRefused);
      const asked = await attempt(row, manager, userId);
      const message = 'This user has more rights in this console than you have.';
      if (isRefused) expect(asked).toEqual({ writes: [], code: 'refused-by-guard', message });
      else expect(asked).toMatchObject({ writes, code: undefined });
    });

    const isAgainstOneself = ['delete:user', 'block:user', 'change:roles'].includes(action);
    test(`oneself: ${isAgainstOneself ? 'refused' : 'done'}`, async () => {
      const self = await put('user', 'Finance', role);
      expect(await onPage(row, self, self.user_id)).toBe(!isAgainstOneself);
      const asked = await attempt(row, self, self.user_id);
      if (isAgainstOneself) expect(asked).toMatchObject({ writes: [], code: 'refused-by-guard' });
      else expect(asked).toMatchObject({ writes, code: undefined });
    });
  });
});
