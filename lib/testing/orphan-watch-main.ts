import { rm } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';

const lookEveryMs = 50;
const patienceMs = 5_000;

// The pipe ends with the process that holds its other end, whatever ends that.
const said = await text(process.stdin).catch(() => '');
if (!said.includes('released')) {
  await Promise.all((said.match(/\d+/g) ?? []).map((pid) => end(Number(pid))));
  for (const folder of process.argv.slice(2)) await rm(folder, { recursive: true, force: true });
}

/** Asks a process to end, and ends it. */
async function end(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    const untilMs = Date.now() + patienceMs;
    if (!sent(pid, signal)) return;
    while (Date.now() < untilMs) {
      if (!sent(pid, 0)) return;
      await wait(lookEveryMs);
    }
  }
}

/** Whether the process was there to be sent to. */
function sent(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
