import type { Json } from '#lib/json.ts';
import type { CustomDataHost } from '../hook.ts';
import type { FromWorker } from './messages.ts';

const customDataBytesMax = 400 * 1000;

async function perform(
  operation: string,
  json: string,
  customData: CustomDataHost | undefined,
): Promise<Json> {
  if (operation === 'read') return customData ? await customData.read() : {};
  if (!customData) throw new Error('ctx.write: custom data cannot be kept here, and nothing was written');
  const bytes = Buffer.byteLength(json);
  if (bytes > customDataBytesMax) {
    throw new Error(
      `ctx.write: the data has ${bytes} bytes and may have ${customDataBytesMax}; nothing was written`,
    );
  }
  await customData.write(JSON.parse(json));
  return null;
}

/** Does what a waiting run asks of the host. Errors become sentences that the hook can catch. */
export async function answerAsk(
  ask: Extract<FromWorker, { type: 'ask' }>,
  customData: CustomDataHost | undefined,
): Promise<{ ok: boolean; json: string }> {
  try {
    return { ok: true, json: JSON.stringify(await perform(ask.operation, ask.json, customData)) };
  } catch (error) {
    return { ok: false, json: JSON.stringify(error instanceof Error ? error.message : String(error)) };
  }
}
