import type { Json, JsonObject } from '#lib/json.ts';
import type { CustomDataHost, HookLimits, HookName, HookOutcome } from './hook.ts';
import { toHookFailure } from './hook-failure.ts';
import { notJson, type RawOutcome, type RunMode } from './pool/messages.ts';
import { sharedPool } from './pool/shared-pool.ts';
import type { RemoteRules } from './remote/remote-call.ts';
import { type DataJob, runAttempts } from './run-attempts.ts';

export interface RowsRun {
  hook: HookName;
  text: string;
  mode: RunMode;
  /** In `hook` mode what all rows' ctx have in common. */
  shared: JsonObject;
  /** In `hook` mode objects laid over `shared`, in `function` mode argument lists. */
  rows: Json[];
  limits: HookLimits;
  customData?: CustomDataHost;
  remote?: RemoteRules;
  isTrial?: boolean;
}

/** Splits rows into parts that each stay within the limit; a row that is too large alone gets a part of its own. */
function* partsOf(rowJsons: string[], bytesMax: number): Generator<string[]> {
  let part: string[] = [];
  let bytes = 0;
  for (const json of rowJsons) {
    const more = Buffer.byteLength(json) + 1;
    if (part.length > 0 && bytes + more > bytesMax) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(json);
    bytes += more;
  }
  if (part.length > 0) yield part;
}

function toOutcome({ hook, limits }: RowsRun, raw: RawOutcome): HookOutcome {
  if (!raw.ok) return { ok: false, error: toHookFailure(hook, raw.failure, limits) };
  try {
    return { ok: true, answer: raw.json === undefined ? undefined : JSON.parse(raw.json) };
  } catch {
    const failure = { code: 'answer-not-json' as const, message: notJson };
    return { ok: false, error: toHookFailure(hook, failure, limits) };
  }
}

/**
 * Runs a text for many rows: one message and one realm, unless the rows are more than the limit on ctx allows
 * at once; then as few of them as possible, one after the other.
 */
export async function runRows(run: RowsRun): Promise<{ outcomes: HookOutcome[]; log: string[]; ms: number }> {
  const { text, mode, limits, customData, remote, isTrial } = run;
  const shared = JSON.stringify(run.shared);
  const roomBytes = limits.contextBytesMax - Buffer.byteLength(shared);
  const outcomes: HookOutcome[] = [];
  const log: string[] = [];
  let ms = 0;
  for (const part of partsOf(
    run.rows.map((row) => JSON.stringify(row)),
    roomBytes,
  )) {
    const rows = `[${part.join(',')}]`;
    if (Buffer.byteLength(rows) - 2 > roomBytes) {
      const message = `what it is given has more than ${limits.contextBytesMax} bytes`;
      outcomes.push({
        ok: false,
        error: toHookFailure(run.hook, { code: 'input-too-large', message }, limits),
      });
      continue;
    }
    const job: DataJob = {
      kind: 'run',
      text,
      limits,
      remote,
      isTrial,
      mode,
      shared,
      rows,
      rowCount: part.length,
    };
    const result = await (customData ? runAttempts(job, part, customData) : sharedPool().run(job));
    for (const raw of result.outcomes) outcomes.push(toOutcome(run, raw));
    log.push(...result.log);
    ms += result.ms;
  }
  return { outcomes, log, ms };
}
