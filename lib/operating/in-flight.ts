import { subscribe } from 'node:diagnostics_channel';
import { type IncomingMessage, METHODS, type Server, type ServerResponse } from 'node:http';
import { measured } from '#lib/telemetry/telemetry.ts';

/** The message of Node's diagnostics channel `http.server.request.start`. */
interface RequestStarted {
  request: IncomingMessage;
  response: ServerResponse;
  server: Server;
}

interface Watched {
  responses: Set<ServerResponse>;
  servers: Set<Server>;
  isClosing: boolean;
  whenIdle: (() => void)[];
}

const key = Symbol.for('steward.requests-in-flight');
const holder: typeof globalThis & { [key]?: Watched } = globalThis;

/** Whoever asks how the server is doing keeps it from nothing. */
const probes = new Set(['/healthz', '/readyz']);

/** Counts the requests that this process is answering from now on, whoever made its server. */
export function watchRequests(): void {
  if (holder[key]) return;
  const watched: Watched = { responses: new Set(), servers: new Set(), isClosing: false, whenIdle: [] };
  holder[key] = watched;
  subscribe('http.server.request.start', (message) => {
    const { request, response, server } = message as RequestStarted;
    watched.servers.add(server);
    if (watched.isClosing) response.setHeader('connection', 'close');
    if (probes.has(request.url ?? '')) return;
    watched.responses.add(response);
    const startedMs = performance.now();
    response.once('close', () => {
      measured('http.server.request.duration', performance.now() - startedMs, {
        'http.request.method': knownMethod(request.method),
        'http.response.status_code': response.statusCode,
      });
      watched.responses.delete(response);
      if (watched.responses.size === 0) for (const resolve of watched.whenIdle.splice(0)) resolve();
    });
  });
}

/** Whoever sends methods of their own must not make measurements of their own. */
function knownMethod(method = ''): string {
  return METHODS.includes(method) ? method : '_OTHER';
}

/** How many requests are being answered. */
export function requestsInFlight(): number {
  return holder[key]?.responses.size ?? 0;
}

/** Lets every connection end with its next answer, and waits until nothing is being answered any more. */
export async function untilNothingInFlight(longestMs: number): Promise<void> {
  const watched = holder[key];
  if (!watched) return;
  watched.isClosing = true;
  if (watched.responses.size === 0) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, longestMs);
    watched.whenIdle.push(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Takes no further connection, and ends those that are open. */
export function closeServers(): void {
  for (const server of holder[key]?.servers ?? []) {
    server.close();
    server.closeAllConnections();
  }
}
