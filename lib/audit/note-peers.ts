import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { peerHeader } from './requester.ts';

const key = Symbol.for('steward.peers-are-noted');
const holder: typeof globalThis & { [key]?: true } = globalThis;

/**
 * Lets every request of this process carry the address at the other end of its connection, in a header that
 * replaces whatever a client sent under its name. The framework itself believes what a client says of it.
 */
export function notePeers(): void {
  if (holder[key]) return;
  holder[key] = true;
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[peerHeader] = request.socket.remoteAddress?.replace(/^::ffff:/i, '') ?? '';
  });
}
