import { untilAppended } from '#lib/audit/append-later.ts';
import { stopRecordStreams } from '#lib/audit/streams/streams.ts';
import { env } from '#lib/env.ts';
import { stopFollowingRestores } from '#lib/follow-restores.ts';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { stopHooks } from '#lib/hook-versions/hooks-in-force.ts';
import { log } from '#lib/log.ts';
import { closeState } from '#lib/state/state.ts';
import { stopTelemetry } from '#lib/telemetry/start-telemetry.ts';
import { drain } from './drain.ts';
import { watchRequests } from './in-flight.ts';

const parts = [
  { name: 'The look at hooks', end: stopHooks },
  { name: 'The look after restores', end: stopFollowingRestores },
  { name: 'The audit trail', end: untilAppended },
  { name: 'The stream of records', end: stopRecordStreams },
  { name: 'The sandbox', end: closeHookPool },
  { name: 'Telemetry', end: stopTelemetry },
  { name: 'The database', end: closeState },
];

/**
 * Lets the server drain when it is told to end, and then end with 0. Where the framework handles the signals
 * itself (`next dev`, and `next start` by hand), that is left to it.
 */
export function stopOnSignals(): void {
  watchRequests();
  if (!env().NEXT_MANUAL_SIG_HANDLE) return;
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    const { DRAIN_DELAY_SECONDS, DRAIN_SECONDS } = env();
    const times = { delayMs: DRAIN_DELAY_SECONDS * 1_000, requestsLongestMs: DRAIN_SECONDS * 1_000 };
    await drain({ ...times, partLongestMs: 5_000 }, parts);
    log('info', 'Stopped.');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
}
