import { advanceStream } from '#lib/state/record-streams.ts';
import { entriesAfter } from '#lib/state/records.ts';
import type { StoredRecord } from '../record.ts';
import { type RetryTimes, retryDelayMs } from './retry-times.ts';
import { pollMs, type StreamStep } from './run-stream.ts';

const entriesAtOnce = 200;

/** Delivers what is new in the order of the trail; as long as that fails, nothing further is tried. */
export function inOrder(
  deliver: (records: readonly StoredRecord[]) => Promise<void>,
  times: RetryTimes,
): StreamStep {
  let failuresInARow = 0;
  return async ({ name, server, sequence, opened }) => {
    const entries = await entriesAfter(sequence, entriesAtOnce, opened);
    const last = entries.at(-1);
    if (!last) return { sequence, waitMs: pollMs, problem: null };
    const ended = entries.filter(({ content }) => content.kind === 'ended');
    try {
      const records = ended.map(({ content, ...place }) => ({ ...place, record: content.record }));
      if (records.length > 0) await deliver(records);
    } catch (error) {
      failuresInARow += 1;
      const problem = error instanceof Error ? error.message : String(error);
      return { sequence, waitMs: retryDelayMs(failuresInARow, times), problem };
    }
    failuresInARow = 0;
    const isOurs = await advanceStream(name, server, last.sequence, [], opened);
    return { sequence: isOurs ? last.sequence : undefined, waitMs: 0, problem: null };
  };
}
