import { describe, expect, test } from 'vitest';
import type { RecordAction } from '#lib/audit/record.ts';
import type { User } from '#lib/auth0/user.ts';
import { toProblem } from '#lib/errors.ts';
import { findRecords } from '#lib/state/records.ts';
import { putInto, type Role, roles, tenant, withDepartments } from '#lib/testing/department-table.ts';
import { editAs } from '#lib/testing/edit.ts';
import { signedIn } from '#lib/testing/people.ts';
import { tenantRoles } from '#lib/testing/seed-groups.ts';
import { blockUser } from '../block-user.ts';
import { deleteUser } from '../delete-user.ts';
import { previewRestore } from '../restore/preview-restore.ts';
import { restoreUser } from '../restore/restore-user.ts';
import { changeUserRoles } from '../roles/change-user-roles.ts';
import { previewUndo, undoRecord } from './undo-record.ts';

withDepartments();

let count = 0;

/** Another one each time: records stay. */
const put = (id: string, department: string, role?: Role, more = {}) =>
  putInto('Username-Password-Authentication', `${id}-${++count}`, { department, role, ...more });

interface Row {
  done: RecordAction;
  /** What undoing it takes besides seeing the user. */
  takes: string | undefined;
  run(chief: User, userId: string): Promise<unknown>;
  isRestore?: true;
}

const rows: Row[] = [
  {
    done: 'update:user',
    takes: 'change:profile',
    run: (chief, userId) => editAs(chief, userId, { name: 'Other' }),
  },
  {
    done: 'block:user',
    takes: 'unblock:user',
    run: (chief, userId) => blockUser(signedIn(chief), { userId }),
  },
  {
    done: 'change:roles',
    takes: 'change:roles',
    run: (chief, userId) =>
      changeUserRoles(signedIn(chief), { userId, change: 'assign', roleIds: [tenantRoles.editor] }),
  },
  {
    done: 'delete:user',
    takes: undefined,
    run: (chief, userId) => deleteUser(signedIn(chief), { userId }),
    isRestore: true,
  },
];

/** A record of what a chief of the department did to a user, and what a manager comes to who looks and who undoes. */
async function tried(row: Row, manager: User, department: string) {
  const [chief, user] = await Promise.all([
    put('chief', department, 'Administrator'),
    put('user', department),
  ]);
  await row.run(chief, user.user_id);
  const { records } = await findRecords({ userId: user.user_id, action: row.done }, { limit: 1 });
  const asked = { recordId: records[0]?.record.id ?? '' };
  const codes: (string | undefined)[] = [];
  const writes: string[] = [];
  for (const verb of row.isRestore ? [previewRestore, restoreUser] : [previewUndo, undoRecord]) {
    const calls = await tenant.callsOf(() =>
      verb(signedIn(manager), asked).then(
        () => codes.push(undefined),
        (error: unknown) => codes.push(toProblem(error).code),
      ),
    );
    writes.push(...calls.filter((call) => !call.startsWith('GET')));
  }
  return { codes, writes };
}

describe.each(rows)('a record of $done: may somebody look at its undoing, and undo it?', (row) => {
  test.each(roles)('as %s', async (role) => {
    const may = role !== undefined && role !== 'Auditor';
    const code = role === undefined ? 'no-role' : 'not-allowed';
    const own = await tried(row, await put('manager', 'Finance', role), 'Finance');
    expect(own.codes).toEqual(may ? [undefined, undefined] : [code, code]);
    expect(own.writes.length > 0).toBe(may);
    const foreign = await tried(row, await put('manager', 'Finance', role), 'HR');
    expect(foreign).toEqual({ codes: may ? ['not-found', 'not-found'] : [code, code], writes: [] });
  });

  const { takes } = row;
  if (takes === undefined) return;

  test('when the access hook refuses what it takes: neither', async () => {
    const manager = await put('manager', 'Finance', 'User', { denied: takes });
    const refused = await tried(row, manager, 'Finance');
    expect(refused).toEqual({ codes: ['refused-by-hook', 'refused-by-hook'], writes: [] });
  });
});
