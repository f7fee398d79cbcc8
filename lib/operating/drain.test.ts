import { once } from 'node:events';
import { createServer, get, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { drain, isDraining } from './drain.ts';
import { requestsInFlight, watchRequests } from './in-flight.ts';

const times = { delayMs: 0, requestsLongestMs: 20_000, partLongestMs: 20_000 };

let server: Server;
let waiting: ServerResponse[];
let port: number;

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation(() => {});
  waiting = [];
  watchRequests();
  server = createServer((request, response) => {
    if (request.url === '/readyz') response.end(`${isDraining()}`);
    else waiting.push(response);
  }).listen(0, 'localhost');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterEach(() => {
  vi.restoreAllMocks();
  server.closeAllConnections();
});

async function text(path: string): Promise<string> {
  const answer = await fetch(`http://localhost:${port}${path}`);
  return answer.text();
}

const logged = () =>
  [console.info, console.warn, console.error]
    .flatMap((print) => vi.mocked(print).mock.calls.map(String))
    .join();

async function oneInFlight(): Promise<Promise<string>[]> {
  const answer = text('/save');
  await vi.waitFor(() => expect(waiting).toHaveLength(1));
  return [answer];
}

test('a request in flight is answered before anything ends, and the server says at once that it is going', async () => {
  const ended: string[] = [];
  const [answer] = await oneInFlight();
  expect(requestsInFlight()).toBe(1);
  const drained = drain(times, [
    { name: 'first', end: async () => void ended.push('first') },
    { name: 'second', end: async () => void ended.push('second') },
  ]);
  expect(isDraining()).toBe(true);
  expect(await text('/readyz')).toBe('true');
  const late = text('/late');
  await vi.waitFor(() => expect(waiting).toHaveLength(2));
  expect(ended).toEqual([]);
  waiting[0]?.end('saved');
  expect(await answer).toBe('saved');
  expect(ended).toEqual([]);
  waiting[1]?.end('also');
  expect(await late).toBe('also');
  await drained;
  expect(ended).toEqual(['first', 'second']);
  await expect(text('/readyz')).rejects.toThrow();
});

test('a request that takes longer than the limit is cut off, and logged', async () => {
  const [answer] = await oneInFlight();
  const cutOff = answer?.catch(() => 'cut off');
  await drain({ ...times, requestsLongestMs: 50 }, []);
  expect(await cutOff).toBe('cut off');
  expect(logged()).toContain('"requests":1');
});

test('connections that are kept open for more requests keep nothing from ending', async () => {
  const request = get({ port, host: 'localhost', path: '/readyz', headers: { connection: 'keep-alive' } });
  const [response] = await once(request, 'response');
  response.resume();
  await once(response, 'end');
  await drain(times, []);
});

test('what does not end, or not well, keeps nothing else from ending', async () => {
  const ended: string[] = [];
  await drain({ ...times, partLongestMs: 50 }, [
    { name: 'The broken one', end: () => Promise.reject(new Error('broken')) },
    { name: 'The endless one', end: () => new Promise(() => {}) },
    { name: 'last', end: async () => void ended.push('last') },
  ]);
  expect(ended).toEqual(['last']);
  expect(logged()).toContain('The broken one did not end well');
  expect(logged()).toContain('The endless one did not end in time');
});
