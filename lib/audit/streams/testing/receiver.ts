import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';

/** One request as it came in. */
export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  /** What of the body tests look at most. */
  id: string;
  userId: string | undefined;
}

/** What the receiver does with one request: a status, no answer at all, or a redirection. */
export type Behaviour = number | 'silence' | { redirect: string };

/** A receiver of records on loopback, which answers 204 unless told otherwise. */
export interface Receiver {
  url: string;
  received: Received[];
  /** Decides about each request from now on; absent: all is taken. */
  behave(how?: (request: Received) => Behaviour): void;
  /** Waits until what has come in is enough. */
  until(isEnough: (received: readonly Received[]) => boolean): Promise<void>;
  stop(): Promise<void>;
}

export async function startReceiver(port = 0): Promise<Receiver> {
  const received: Received[] = [];
  let how: (request: Received) => Behaviour = () => 204;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const { event, user } = JSON.parse(body);
    const one = { headers: request.headers, body, id: event.id, userId: user.target?.id };
    const behaviour = how(one);
    received.push(one);
    server.emit('received');
    if (behaviour === 'silence') return;
    if (typeof behaviour === 'number') response.writeHead(behaviour).end('an answer that nobody reads');
    else response.writeHead(307, { location: behaviour.redirect }).end();
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('A server without a port');
  return {
    url: `http://127.0.0.1:${address.port}/records`,
    received,
    behave: (given = () => 204) => {
      how = given;
    },
    until: async (isEnough) => {
      while (!isEnough(received)) await once(server, 'received');
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
