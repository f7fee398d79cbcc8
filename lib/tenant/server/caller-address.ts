import type { IncomingMessage } from 'node:http';

/** The caller's address, for logs: `127.0.0.1` or `::1`. */
export function callerAddress(request: IncomingMessage): string {
  return request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
}
