import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** Starts `stream-child.ts` in a process of its own. */
export function startStreamChild(place: { folder: string; name: string; url: string; secret: string }) {
  const { folder, name, url, secret } = place;
  const file = path.join(import.meta.dirname, 'stream-child.ts');
  const child = spawn(process.execPath, [file, folder, name, url, secret], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const gone = once(child, 'exit');
  return {
    /** Ends the process as a power switch would, wherever it is. */
    async kill(): Promise<void> {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
