import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { User } from '#lib/auth0/user.ts';
import type { CreateUserInput } from '#lib/users/form/user-form.ts';

/** What a manager does on another server. */
export type OtherServersTask =
  | { verb: 'create'; input: CreateUserInput }
  | { verb: 'delete' | 'block'; input: { userId: string } };

/**
 * Does one thing after the other as a manager in a process of its own, which has this one's settings: what another
 * server of the same tenant would do.
 */
export async function onAnotherServer(manager: User, tasks: readonly OtherServersTask[]): Promise<void> {
  const file = path.join(import.meta.dirname, 'other-server-main.ts');
  const child = spawn(process.execPath, [file, JSON.stringify({ manager, tasks })], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let problems = '';
  child.stderr.on('data', (text) => {
    problems += text;
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The other server ended with ${code}: ${problems}`);
}
