import { readUser } from '#lib/auth0/read-user.ts';
import { blockUser } from '#lib/users/block-user.ts';
import { deleteUser } from '#lib/users/delete-user.ts';
import { editUserForm } from '#lib/users/form/form.ts';
import { managerOf } from '#lib/users/manager.ts';
import { updateUser } from '#lib/users/update-user.ts';

// A server of its own for the tests: makes one attempt, with the settings of the process that started it, and ends
// with that one.
process.stdin.once('end', () => process.exit()).resume();

const [task, managerId = '', userId = ''] = process.argv.slice(2);
const user = await readUser(managerId);
if (!user) throw new Error('There is no such manager.');
const manager = managerOf(user, {});
if (task === 'block') await blockUser(manager, { userId });
if (task === 'delete') await deleteUser(manager, { userId });
if (task === 'rename') {
  const { loaded } = await editUserForm(manager, userId);
  await updateUser(manager, { userId, values: { name: 'Renamed' }, loaded });
}
