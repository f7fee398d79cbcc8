import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** Another process, which waits for the end of this one, however that comes. */
export interface OrphanWatch {
  /** Names a process that is to end with this one. */
  add(pid: number | undefined): void;
  /** Ends the watch: there is nothing left to end or to remove. */
  release(): Promise<void>;
}

/**
 * Sees to it that nothing stays behind when this process is killed, which it has no say in.
 * @param folders what is then removed
 */
export async function startOrphanWatch(folders: readonly string[]): Promise<OrphanWatch> {
  const file = path.join(import.meta.dirname, 'orphan-watch-main.ts');
  // In a session of its own, so that what a terminal sends to all is not sent to it.
  const watch = spawn(process.execPath, [file, ...folders], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const gone = once(watch, 'exit');
  watch.stdin.on('error', () => undefined);
  await once(watch, 'spawn');
  return {
    add: (pid) => {
      if (pid !== undefined) watch.stdin.write(`${pid}\n`);
    },
    release: async () => {
      watch.stdin.end('released\n');
      await gone;
    },
  };
}
