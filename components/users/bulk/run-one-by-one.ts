import type { Answer } from '#components/users/form/call-action.ts';
import type { Problem } from '#lib/errors.ts';

/** A tenant that is limiting requests is waited for so often, and so long each time, before it counts as failed. */
const waitsMax = 10;
const waitSecondsMax = 60;

/** What goes wrong for one in these ways goes wrong for all, so the others are not tried. */
const codesOfAll: ReadonlySet<Problem['code']> = new Set([
  'not-signed-in',
  'no-role',
  'tenant-unavailable',
  'not-recorded',
]);

export interface OneByOne {
  call(input: { userId: string }): Promise<Answer<unknown>>;
  isStopped(): boolean;
  /** Ends earlier when it is stopped. */
  wait(seconds: number): Promise<void>;
  onBegin(userId: string): void;
  onWait(isWaiting: boolean): void;
  onEnd(userId: string, problem: Problem | undefined): void;
}

/**
 * Does something to one user after the other until it is stopped, or until something stands against all of them.
 * Whoever was not begun with was not told of by `onBegin`.
 */
export async function runOneByOne(userIds: readonly string[], run: OneByOne): Promise<void> {
  for (const userId of userIds) {
    if (run.isStopped()) return;
    run.onBegin(userId);
    const answer = await whenThereIsRoom(userId, run);
    run.onEnd(userId, answer.ok ? undefined : answer.problem);
    if (!answer.ok && isOfAll(answer.problem)) return;
  }
}

/** Where the tenant said that it is too much, nothing was done, so that asking again does it once. */
async function whenThereIsRoom(userId: string, run: OneByOne): Promise<Answer<unknown>> {
  for (let waits = 0; ; waits += 1) {
    const answer = await run.call({ userId });
    const isLimited = !answer.ok && answer.problem.code === 'tenant-limit';
    if (!isLimited || waits >= waitsMax || run.isStopped()) return answer;
    run.onWait(true);
    await run.wait(Math.min(waitSecondsMax, Math.max(1, answer.problem.retryAfterSeconds ?? 1)));
    run.onWait(false);
    if (run.isStopped()) return answer;
  }
}

/** An unknown failure with an id is a fault at this user; without one the line is broken. */
function isOfAll({ code, id }: Problem): boolean {
  return codesOfAll.has(code) || (code === 'unexpected' && id === undefined);
}
