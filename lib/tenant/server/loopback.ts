import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { ManagementError } from '../management/endpoint.ts';

/** The only addresses that the tenant listens at: `localhost` in both families. */
export const loopbackAddresses = ['127.0.0.1', '::1'] as const;

/** How long a request in work may take to be answered when the server is closed. */
const graceMs = 1_000;

export interface LoopbackServer {
  port: number;
  addresses: AddressInfo[];
  /** Stops listening, so that connections are refused, until what it answers with is called. */
  away(): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/**
 * Listens at 127.0.0.1 and, where the machine has IPv6, at ::1, with the same port. Port 0 takes any free one.
 *
 * @throws an error with `code` EADDRINUSE when the port is taken.
 */
export async function listenOnLoopback(listener: RequestListener, port: number): Promise<LoopbackServer> {
  for (let attempt = 1; ; attempt += 1) {
    const first = await listen(listener, loopbackAddresses[0], port);
    try {
      const second = await listenIfAvailable(listener, loopbackAddresses[1], addressOf(first).port);
      const servers = second ? [first, second] : [first];
      return {
        port: addressOf(first).port,
        addresses: servers.map(addressOf),
        away: async () => {
          const places = servers.map(addressOf);
          await Promise.all(servers.map(close));
          return async () => {
            await Promise.all(servers.map((server, at) => listenAgain(server, places[at])));
          };
        },
        close: async () => {
          await Promise.all(servers.map(close));
        },
      };
    } catch (error) {
      await close(first);
      if (port !== 0 || attempt === 10) throw error;
    }
  }
}

function listen(listener: RequestListener, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer({ maxHeaderSize: 32 * 1024 }, listener);
    server.once('error', reject);
    server.on('clientError', refuseOverlong);
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

/** An address or headers beyond the limit: Auth0 answers 414, Node would answer 431 without a body. */
function refuseOverlong(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const overlong = error.code === 'HPE_HEADER_OVERFLOW';
  const refusal = overlong
    ? new ManagementError(414, 'URI Too Long')
    : new ManagementError(400, 'Bad Request');
  const body = JSON.stringify(refusal.toBody());
  const head = [
    overlong ? 'HTTP/1.1 414 URI Too Long' : 'HTTP/1.1 400 Bad Request',
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

async function listenIfAvailable(listener: RequestListener, host: string, port: number) {
  try {
    return await listen(listener, host, port);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return undefined;
    throw error;
  }
}

function listenAgain(server: Server, { address: host, port }: Partial<AddressInfo> = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The tenant is not listening.');
  return address;
}

/** Idle connections end at once, those with a request in work when it is answered, and at the latest now + grace. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
    server.closeIdleConnections();
  });
}
