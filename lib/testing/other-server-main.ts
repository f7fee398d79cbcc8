import type { User } from '#lib/auth0/user.ts';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { closeState } from '#lib/state/state.ts';
import { blockUser } from '#lib/users/block-user.ts';
import { createUser } from '#lib/users/create-user.ts';
import { deleteUser } from '#lib/users/delete-user.ts';
import type { OtherServersTask } from './other-server.ts';
import { signedIn } from './people.ts';

// The process that `onAnotherServer` starts.
const { manager, tasks }: { manager: User; tasks: OtherServersTask[] } = JSON.parse(process.argv[2] ?? '');
for (const { verb, input } of tasks) {
  if (verb === 'create') await createUser(signedIn(manager), input);
  if (verb === 'delete') await deleteUser(signedIn(manager), input);
  if (verb === 'block') await blockUser(signedIn(manager), input);
}
await closeHookPool();
await closeState();
