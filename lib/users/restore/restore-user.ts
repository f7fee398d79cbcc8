import { setTimeout as wait } from 'node:timers/promises';
import { noteAction, noteUserBefore } from '#lib/audit/note.ts';
import { withOwnTimeLimit } from '#lib/auth0/time-limit.ts';
import { startImport } from '#lib/auth0/user-imports.ts';
import { AppError } from '#lib/errors.ts';
import { words } from '#lib/words.ts';
import { displayNameOf } from '../display-name.ts';
import type { Manager } from '../manager.ts';
import { permit } from '../permit.ts';
import { recorded } from '../recorded.ts';
import {
  beginRestore,
  endRestore,
  leaveRestore,
  noteTenantJob,
  notRestored,
  type RestoreJob,
  requireNoRestore,
  restoreState,
} from './restore-job.ts';
import { planRestore } from './restore-plan.ts';
import { restoreTheRest } from './restore-rest.ts';
import type { RestoredUser } from './restore-view.ts';

/** How long a person waits for the tenant to make the user. */
const waitedForMs = 3_000;
/** How long they wait where the tenant did not even say that it begins, which takes its own time. */
const lookedForMs = 1_000;
const lookEveryMs = 150;
/** For what follows, which takes some calls. */
const restTimeoutMs = 6_000;
/** Another server, or this one a little later, looks again after so long. */
const lookAgainMs = 2_000;

/**
 * Makes a deleted user again, with the id, the roles and the organizations that they had, and has the tenant send
 * them a mail to set a password. The tenant works it off by a job; one that takes longer than a person waits is
 * followed from here, by whichever server is there.
 * @throws AppError 'partly-saved' when the user is there and something else is not; 'tenant-unavailable' while it is
 * not known how it ends; 'already-taken', 'changed-meanwhile', 'tenant-refused', 'tenant-limit', and what
 * `planRestore` throws: then nothing was changed
 */
export const restoreUser = recorded(
  'restore:user',
  async (manager: Manager, { recordId }: { recordId: string }): Promise<RestoredUser> => {
    const plan = await planRestore(manager, recordId);
    const { userId, name } = { userId: plan.user.user_id, name: displayNameOf(plan.user) };
    noteUserBefore(plan.user);
    noteAction('restore:user', recordId);
    await requireNobody(manager, userId, name);
    const begun = await beginRestore(manager, plan, name);
    const started = await startImport(plan.guarded).catch(async (error: unknown) => {
      await endRestore(begun);
      throw error;
    });
    const job = started === 'unknown' ? begun : await noteTenantJob(begun, started.jobId);
    return await waitFor(manager, job);
  },
  ({ recordId }) => ({ payload: { record: recordId } }),
);

/**
 * Ends a restore that somebody has not waited for, as the manager who asked for it is by now; with a record of its
 * own that tells how it ended.
 * @param end what the tenant's job came to
 * @throws AppError as `restoreUser` does
 */
export const finishRestore = recorded(
  'restore:user',
  async (manager: Manager, job: RestoreJob, end: 'there' | AppError): Promise<RestoredUser> => {
    noteAction('restore:user', job.content.recordId);
    if (end instanceof AppError) throw end;
    return restoreTheRest(manager, job.content);
  },
  ({ content }) => ({ userId: content.userId, payload: { record: content.recordId } }),
);

/**
 * Looks how far a restore is that this server has taken, and ends it when the tenant has.
 * @param manager who asked for it, as they are by now
 */
export async function followRestore(manager: Manager, job: RestoreJob): Promise<void> {
  const end = await lookedAt(manager, job).catch(() => 'running' as const);
  if (end === 'running') return leaveRestore(job, lookAgainMs);
  const { name } = job.content;
  try {
    const isLost = end === 'lost' && !(await isThere(manager, job));
    const known = isLost ? notRestored(name) : end;
    await finishRestore(manager, job, known instanceof AppError ? known : 'there');
  } catch (error) {
    // What can be expected to go wrong stands in the record.
    if (!(error instanceof AppError)) throw error;
  } finally {
    await endRestore(job);
  }
}

async function waitFor(manager: Manager, job: RestoreJob): Promise<RestoredUser> {
  const timeMs = job.content.jobId === null ? lookedForMs : waitedForMs;
  const untilMs = Date.now() + timeMs;
  for (;;) {
    const state = await withOwnTimeLimit(() => lookedAt(manager, job), timeMs).catch(
      () => 'running' as const,
    );
    if (state === 'imported') {
      try {
        return await withOwnTimeLimit(() => restoreTheRest(manager, job.content), restTimeoutMs);
      } finally {
        await endRestore(job);
      }
    }
    if (state instanceof AppError) {
      await endRestore(job);
      throw state;
    }
    if (Date.now() >= untilMs || state !== 'running') break;
    await wait(lookEveryMs);
  }
  await leaveRestore(job, lookAgainMs);
  throw stillUnderWay(job);
}

/** How far a restore is; one of which the tenant has no job is looked for in the tenant itself. */
async function lookedAt(
  manager: Manager,
  job: RestoreJob,
): Promise<Exclude<Awaited<ReturnType<typeof restoreState>>, 'look'>> {
  const state = await restoreState(job);
  if (state !== 'look') return state;
  return (await isThere(manager, job)) ? 'imported' : 'running';
}

/** @throws AppError when the user is there, or is being restored, as far as this manager sees */
async function requireNobody(manager: Manager, userId: string, name: string): Promise<void> {
  await requireNoRestore(userId, name);
  if (!(await isSeen(manager, userId))) return;
  throw new AppError(
    'changed-meanwhile',
    words('{name} is there already, so there is nothing to restore.', { name }),
  );
}

function isThere(manager: Manager, { content }: RestoreJob): Promise<boolean> {
  return isSeen(manager, content.userId);
}

async function isSeen(manager: Manager, userId: string): Promise<boolean> {
  try {
    await permit(manager, userId, 'read:user');
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return false;
    throw error;
  }
}

function stillUnderWay({ content: { name, jobId } }: RestoreJob): AppError {
  const sentence =
    jobId === null
      ? words(
          'The tenant did not confirm that it restores {name}. Whether it does is looked up from here: look again in a few minutes. What becomes of it will stand in the audit trail.',
          { name },
        )
      : words(
          'The tenant has begun to restore {name} and has not finished. It goes on by itself: look again in a few minutes. What becomes of it will stand in the audit trail.',
          { name },
        );
  return new AppError('tenant-unavailable', sentence, { isInDoubt: true });
}
