import { importState } from '#lib/auth0/user-imports.ts';
import { AppError } from '#lib/errors.ts';
import type { JsonObject } from '#lib/json.ts';
import { beginJob, endJob, isJobOpen, type Job, noteJob, takeJob } from '#lib/state/jobs.ts';
import { serverId } from '#lib/state/server-lease.ts';
import { words } from '#lib/words.ts';
import type { Manager } from '../manager.ts';
import type { NamedGroup, RestorePlan } from './restore-plan.ts';

/** What has to be known to end a restore without the person who asked for it. */
export interface RestoreContent {
  recordId: string;
  userId: string;
  name: string;
  startedAtMs: number;
  /** The tenant's job; `null` where the tenant did not answer, and may be at it all the same. */
  jobId: string | null;
  roles: NamedGroup[];
  organizations: NamedGroup[];
  /** Who asked, without what has to be read anew: profile and roles. */
  manager: { userId: string; claims: JsonObject; locale: string };
}

export interface RestoreJob {
  id: string;
  content: RestoreContent;
}

const kind = 'restore:user';

/** Longer than all that one server does in a row. */
const leaseMs = 60_000;

/** A tenant that has said nothing by then has not restored anybody. */
const silenceLongestMs = 10 * 60_000;

/** Auth0 keeps its jobs for a day. */
const followedLongestMs = 24 * 60 * 60_000;

/**
 * Notes that a user is about to be restored, for this server and, should it end, for the others.
 * @throws AppError 'changed-meanwhile' while it is being done already
 */
export async function beginRestore(manager: Manager, plan: RestorePlan, name: string): Promise<RestoreJob> {
  const { record, user, roles, organizations } = plan;
  const content: RestoreContent = {
    recordId: record.id,
    userId: user.user_id,
    name,
    startedAtMs: Date.now(),
    jobId: null,
    roles: roles ?? [],
    organizations: organizations ?? [],
    manager: { userId: manager.user.user_id, claims: manager.claims, locale: manager.locale },
  };
  const id = `${kind} ${user.user_id}`;
  if (await beginJob({ id, kind, content: JSON.stringify(content) }, serverId(), leaseMs)) {
    return { id, content };
  }
  throw underWay(name);
}

/** @throws AppError 'changed-meanwhile' while the user is being restored */
export async function requireNoRestore(userId: string, name: string): Promise<void> {
  if (await isJobOpen(`${kind} ${userId}`)) throw underWay(name);
}

/** Notes which of the tenant's jobs it is. */
export async function noteTenantJob({ id, content }: RestoreJob, jobId: string): Promise<RestoreJob> {
  const known = { id, content: { ...content, jobId } };
  await noteJob(inState(known), serverId());
  return known;
}

/** Leaves the rest to whichever server looks next. */
export async function leaveRestore(job: RestoreJob, dueInMs: number): Promise<void> {
  await noteJob(inState(job), serverId(), dueInMs);
}

export async function endRestore({ id }: RestoreJob): Promise<void> {
  await endJob(id, serverId());
}

/** A restore that nobody is at, for this server to go on with. */
export async function takeRestore(): Promise<RestoreJob | undefined> {
  const taken = await takeJob(kind, serverId(), leaseMs);
  return taken && { id: taken.id, content: JSON.parse(taken.content) as RestoreContent };
}

/**
 * How far the tenant is. 'look': only the user's being there can tell. 'lost': nothing more is to be waited for.
 * @throws AppError 'tenant-unavailable', 'tenant-limit'
 */
export async function restoreState({
  content: { jobId, startedAtMs, name },
}: RestoreJob): Promise<'running' | 'imported' | 'look' | 'lost' | AppError> {
  const ageMs = Date.now() - startedAtMs;
  if (jobId === null) return ageMs > silenceLongestMs ? 'lost' : 'look';
  const state = await importState(jobId);
  switch (state.kind) {
    case 'running':
      return ageMs > followedLongestMs ? 'lost' : 'running';
    case 'imported':
      return 'imported';
    case 'gone':
      return 'lost';
    case 'left-out':
      return leftOut(name, state);
  }
}

/** The refusal that stands for an import that ended without the user. */
function leftOut(name: string, { isTaken, reasons }: { isTaken: boolean; reasons: string[] }): AppError {
  if (isTaken) {
    return new AppError(
      'already-taken',
      words(
        'Somebody with the same id, e-mail address or username is there already, so {name} was not restored. Nothing was changed.',
        { name },
      ),
    );
  }
  return notRestored(name, reasons);
}

export function notRestored(name: string, reasons: readonly string[] = []): AppError {
  const sentence =
    reasons.length > 0
      ? words('The tenant did not restore {name}: {reasons} Nothing was changed.', {
          name,
          reasons: reasons.map((reason) => reason.replace(/\.?$/, '.')).join(' '),
        })
      : words('The tenant did not restore {name}, and does not say why. Nothing was changed.', { name });
  return new AppError('tenant-refused', sentence);
}

function underWay(name: string): AppError {
  return new AppError(
    'changed-meanwhile',
    words('{name} is being restored at this moment. Look again in a few minutes.', { name }),
  );
}

function inState({ id, content }: RestoreJob): Job {
  return { id, content: JSON.stringify(content) };
}
