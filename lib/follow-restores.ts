import { setTimeout as wait } from 'node:timers/promises';
import { log } from '#lib/log.ts';
import { managerOnceMore } from '#lib/session-user.ts';
import { endRestore, leaveRestore, type RestoreJob, takeRestore } from '#lib/users/restore/restore-job.ts';
import { followRestore } from '#lib/users/restore/restore-user.ts';

const lookEveryMs = 2_000;
const tryAgainMs = 30_000;

interface Following {
  stopping: AbortController;
  ended: Promise<void>;
}

const key = Symbol.for('steward.following-restores');
const holder: typeof globalThis & { [key]?: Following } = globalThis;

/** Looks after the restores that nobody waits for any more, of this server and of those that ended. */
export function startFollowingRestores(): void {
  if (holder[key]) return;
  const stopping = new AbortController();
  holder[key] = { stopping, ended: follow(stopping.signal) };
}

/** Ends when what is being looked after has been left to the next server. */
export async function stopFollowingRestores(): Promise<void> {
  const following = holder[key];
  delete holder[key];
  following?.stopping.abort();
  await following?.ended;
}

async function follow(stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    const didOne = await followOne().catch((error: unknown) => {
      log('error', 'A restore could not be looked after; it is tried again.', { error });
      return false;
    });
    if (!didOne) {
      await wait(lookEveryMs, undefined, { signal: stopped, ref: false }).catch(() => undefined);
    }
  }
}

/** Whether there was one to look after. */
async function followOne(): Promise<boolean> {
  const job = await takeRestore();
  if (!job) return false;
  try {
    await followOf(job);
  } catch (error) {
    log('error', 'A restore could not be looked after; it is tried again.', { error });
    await leaveRestore(job, tryAgainMs);
  }
  return true;
}

async function followOf(job: RestoreJob): Promise<void> {
  const manager = await managerOnceMore(job.content.manager);
  if (manager) return followRestore(manager, job);
  log('warn', 'A restore is left as it is: who asked for it is no manager any more.', {
    record: job.content.recordId,
  });
  await endRestore(job);
}
