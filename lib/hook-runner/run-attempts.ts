import { CustomDataAttempt } from './custom-data-attempt.ts';
import type { CustomDataHost, CustomDataPlace } from './hook.ts';
import type { PoolJob, PoolResult } from './pool/hook-pool.ts';
import type { RawFailure } from './pool/messages.ts';
import { sharedPool } from './pool/shared-pool.ts';

/** A run in `hook` mode, before it is said where its custom data are. */
export type DataJob = Extract<PoolJob, { kind: 'run' }>;

const furtherAttemptsMax = 3;

/**
 * Runs a job that may read and write custom data. When others have written what it had read, it is run again
 * from the start while nobody else writes, at most three times; what an attempt that was given up answered
 * and logged counts for nothing. Several rows run in one realm until one of them writes: then nothing of that
 * counts, and each row is run on its own.
 * @param rowJsons the job's rows, one by one
 */
export async function runAttempts(
  job: DataJob,
  rowJsons: readonly string[],
  host: CustomDataHost,
): Promise<PoolResult> {
  let ms = 0;
  const attempt = async (place: CustomDataPlace): Promise<PoolResult | undefined> => {
    const customData = new CustomDataAttempt(place, job.rowCount === 1);
    const result = await sharedPool().run({ ...job, customData, signal: customData.givenUp });
    const notes = await customData.end();
    ms += result.ms;
    return customData.givenUp.aborted ? undefined : { ...result, log: [...result.log, ...notes], ms };
  };

  const first = await attempt(host);
  if (first) return first;
  if (job.rowCount > 1) return rowByRow(job, rowJsons, host, ms);
  try {
    for (let again = 1; again <= furtherAttemptsMax; again++) {
      const result = await host.alone(attempt);
      if (result) return result;
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return failed({ code: 'crashed', message }, ms);
  }
  return failed({ code: 'stale-data', message: '' }, ms);
}

async function rowByRow(
  job: DataJob,
  rowJsons: readonly string[],
  host: CustomDataHost,
  spentMs: number,
): Promise<PoolResult> {
  const all: PoolResult = { outcomes: [], log: [], ms: spentMs };
  for (const row of rowJsons) {
    const { outcomes, log, ms } = await runAttempts({ ...job, rows: `[${row}]`, rowCount: 1 }, [row], host);
    all.outcomes.push(...outcomes);
    all.log.push(...log);
    all.ms += ms;
  }
  return all;
}

function failed(failure: RawFailure, ms: number): PoolResult {
  return { outcomes: [{ ok: false, failure }], log: [], ms };
}
