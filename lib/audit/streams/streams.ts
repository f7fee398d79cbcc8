import { env } from '#lib/env.ts';
import { type StreamBacklog, streamBacklog } from '#lib/state/record-streams.ts';
import { openState } from '#lib/state/state.ts';
import { observed } from '#lib/telemetry/telemetry.ts';
import { inOrder } from './in-order.ts';
import { appendLines } from './json-lines-file.ts';
import { inLanes } from './lanes.ts';
import { retryTimes } from './retry-times.ts';
import { type RunningStream, runStream } from './run-stream.ts';
import { deliver } from './webhook.ts';

const key = Symbol.for('steward.record-streams');
const holder: typeof globalThis & { [key]?: RunningStream[] } = globalThis;

/** Starts what the settings ask for: records to a webhook, to a file, to both or to nobody. Once in a process. */
export function startRecordStreams(): void {
  if (holder[key]) return;
  const { AUDIT_WEBHOOK_URL: url, AUDIT_WEBHOOK_SECRET: secret, AUDIT_FILE: file } = env();
  holder[key] = [];
  if (url !== undefined && secret !== undefined) {
    const toWebhook = inLanes((record, cutOff) => deliver({ url, secret }, record, cutOff), retryTimes);
    holder[key].push(runStream('webhook', toWebhook, openState));
  }
  if (file !== undefined) {
    const toFile = inOrder((records) => appendLines(file, records), retryTimes);
    holder[key].push(runStream('file', toFile, openState));
    // Whoever rotates files sends this, and it would end the process; the next line opens the file anew anyway.
    process.on('SIGHUP', () => undefined);
  }
  observed('steward.records.waiting', async () =>
    Object.entries(await recordStreamBacklogs()).map(([stream, { records }]) => ({
      value: records,
      attributes: { 'steward.stream': stream },
    })),
  );
}

/** Ends the streams of this server; another one goes on at once. */
export async function stopRecordStreams(): Promise<void> {
  const running = holder[key] ?? [];
  delete holder[key];
  await Promise.all(running.map((stream) => stream.stop()));
}

/** What each stream that is set up still has to deliver, and why it cannot where it cannot. */
async function recordStreamBacklogs(): Promise<Record<string, StreamBacklog>> {
  const { AUDIT_WEBHOOK_URL: url, AUDIT_FILE: file } = env();
  return {
    ...(url !== undefined && { webhook: await streamBacklog('webhook') }),
    ...(file !== undefined && { file: await streamBacklog('file') }),
  };
}
