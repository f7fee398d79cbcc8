import { advanceStream, leaveStream, takeStream } from '#lib/state/record-streams.ts';
import type { State } from '#lib/state/state.ts';

/** The name of a stream of a test's own, which begins where the trail ends now. */
export async function newStream(state: State): Promise<string> {
  const name = `test-${crypto.randomUUID()}`;
  const opened = async () => state;
  const { sequence } = await state.db.selectFrom('audit_head').select('sequence').executeTakeFirstOrThrow();
  await takeStream(name, name, 1_000, opened);
  await advanceStream(name, name, Number(sequence), [], opened);
  await leaveStream(name, name, opened);
  return name;
}
