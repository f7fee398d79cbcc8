import type { RunRemoteCalls } from '../remote/run-remote-calls.ts';
import type { FromWorker } from './messages.ts';

/** What `ctx.read()` and `ctx.write()` of one run reach; data are JSON. */
export interface CustomDataAsks {
  read(): Promise<string>;
  write(json: string): Promise<void>;
}

/** What a run may reach through the host. */
export interface HostReach {
  customData: CustomDataAsks | undefined;
  remoteCalls: RunRemoteCalls;
}

/** The answer as JSON. */
async function perform(
  operation: string,
  json: string,
  { customData, remoteCalls }: HostReach,
): Promise<string> {
  if (operation === 'fetch') return JSON.stringify(await remoteCalls.make(json));
  if (operation === 'read') return customData ? await customData.read() : '{}';
  if (!customData) throw new Error('ctx.write: custom data cannot be kept here, and nothing was written');
  await customData.write(json);
  return 'null';
}

/** Does what a waiting run asks of the host. Errors become sentences that the hook can catch. */
export async function answerAsk(
  ask: Extract<FromWorker, { type: 'ask' }>,
  reach: HostReach,
): Promise<{ ok: boolean; json: string }> {
  try {
    return { ok: true, json: await perform(ask.operation, ask.json, reach) };
  } catch (error) {
    return { ok: false, json: JSON.stringify(error instanceof Error ? error.message : String(error)) };
  }
}
