import { sql } from 'kysely';
import { retried } from './retried.ts';
import { openState, type State } from './state.ts';

type Opened = () => Promise<State>;

/**
 * Notes for all servers that a session was ended, so that no copy of its cookie counts any more.
 * @param sessionId names it and gives nobody access to it
 * @param forgetAfterSeconds by then the session is over by itself
 */
export async function noteSessionEnd(
  sessionId: string,
  forgetAfterSeconds: number,
  opened: Opened = openState,
): Promise<void> {
  const { db } = await opened();
  const forgetAt = sql<Date>`now() + cast(${`${forgetAfterSeconds} seconds`} as interval)`;
  await retried(() =>
    db
      .insertInto('ended_sessions')
      .values({ session_id: sessionId, forget_at: forgetAt })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  await retried(() => db.deleteFrom('ended_sessions').where('forget_at', '<', sql<Date>`now()`).execute());
}

export async function isSessionEnded(sessionId: string, opened: Opened = openState): Promise<boolean> {
  const { db } = await opened();
  const row = await retried(() =>
    db
      .selectFrom('ended_sessions')
      .select('session_id')
      .where('session_id', '=', sessionId)
      .executeTakeFirst(),
  );
  return row !== undefined;
}
