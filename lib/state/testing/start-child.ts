import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { StatePlace } from '../state.ts';

/** Starts `child.ts` in a process of its own. */
export function startChild(
  task: 'hold' | 'count' | 'append',
  { folder, databaseUrl = '' }: StatePlace,
  first = 0,
) {
  const file = path.join(import.meta.dirname, 'child.ts');
  const child = spawn(process.execPath, [file, task, folder, databaseUrl, `${first}`], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout });
  output.on('line', (line) => lines.push(line));
  let problems = '';
  child.stderr.on('data', (text) => {
    problems += text;
  });
  const gone = once(child, 'exit');
  return {
    pid: child.pid,
    /** What the process has printed so far. */
    lines,
    /** Waits for a line. */
    async until(wanted: string): Promise<void> {
      const ended = gone.then(() => {
        throw new Error(`The process ended before it printed '${wanted}': ${lines.join(' ')} ${problems}`);
      });
      while (!lines.includes(wanted)) await Promise.race([once(output, 'line'), ended]);
    },
    /** Ends the process as a power switch would, wherever it is. */
    async kill(): Promise<void> {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
