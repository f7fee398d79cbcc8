import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { isJsonObject, type JsonObject } from '#lib/json.ts';

interface BodyChunk {
  request: { method: string; path: string };
  chunk: Uint8Array;
}

/** The bodies that `run` sends to the Management API's users, in order, as they went over the wire. */
export async function bodiesSentBy(run: () => Promise<unknown>): Promise<JsonObject[]> {
  const texts = new Map<object, string>();
  const onChunk = (message: unknown) => {
    const { request, chunk } = message as BodyChunk;
    if (!request.path.startsWith('/api/v2/users')) return;
    texts.set(request, (texts.get(request) ?? '') + Buffer.from(chunk).toString());
  };
  subscribe('undici:request:bodyChunkSent', onChunk);
  try {
    await run();
  } finally {
    unsubscribe('undici:request:bodyChunkSent', onChunk);
  }
  return [...texts.values()].map((text) => {
    const body: unknown = JSON.parse(text);
    if (!isJsonObject(body)) throw new Error(`A body that is no object was sent: ${text}`);
    return body;
  });
}
