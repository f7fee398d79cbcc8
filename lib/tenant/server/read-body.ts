import type { IncomingMessage } from 'node:http';

/** The largest body that the tenant reads. */
export const bodyBytesMax = 1024 * 1024;

/** The request's body is larger than `bodyBytesMax`. */
export class BodyTooLargeError extends Error {
  constructor() {
    super(`The body is larger than ${bodyBytesMax} bytes. Nothing was read from it.`);
  }
}

/**
 * Reads a body to its end. What exceeds the limit is read and thrown away, so that the client still gets the
 * answer instead of a broken connection, unless it announces or sends more than ten times the limit.
 *
 * @throws {BodyTooLargeError}
 */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length;
    if (bytes <= bodyBytesMax) chunks.push(chunk);
    if (bytes > bodyBytesMax * 10) break;
  }
  if (bytes > bodyBytesMax) throw new BodyTooLargeError();
  return Buffer.concat(chunks, bytes);
}
