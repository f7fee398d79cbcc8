import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Json } from '#lib/json.ts';
import type { RunOptions } from '../hook.ts';
import { closeHookPool } from '../load-hooks.ts';
import { answerOf, failureOf } from './run-text.ts';
import { startServer, type TestServer } from './test-server.ts';

const servers: TestServer[] = [];
/** A server of a test’s own, which ends with the file. */
export const start: typeof startServer = async (...list) => {
  const server = await startServer(...list);
  servers.push(server);
  return server;
};
/** The service that hooks call in tests, with an answer of every kind by its path. */
export let api: TestServer;
export let origin = '';
/** Lets hooks call that service. */
export let options: RunOptions = {};

/** Runs a hook with the address of the test's server in `ctx.url`. */
export const run = (text: string, more: RunOptions = {}, ctx: { [name: string]: Json } = {}) =>
  answerOf(text, { url: origin, ...ctx }, { ...options, ...more });
export const failureIn = (text: string, more: RunOptions = {}, ctx: { [name: string]: Json } = {}) =>
  failureOf(text, { url: origin, ...ctx }, { ...options, ...more });
export const last = () => api.received.at(-1);

/** Starts the service before the tests of a file and ends everything after them. */
export function withRemoteApi(): void {
  beforeAll(async () => {
    api = await start(({ path, body, method }, response) => {
      const json = (value: unknown, status = 200) =>
        response
          .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
          .end(JSON.stringify(value));
      if (path.startsWith('/people')) return json({ name: 'Renée', method, body });
      if (path === '/refused') return json({ reason: 'not yours' }, 403);
      if (path === '/broken') return response.writeHead(503).end('away');
      if (path === '/bytes') return response.end(Buffer.from([0xff, 0xfe, 0]));
      if (path === '/silent') return;
      if (path === '/large') return response.end(Buffer.alloc(1024 * 1024 + 1, 'x'));
      if (path === '/full') return response.end(Buffer.alloc(1024 * 1024, 'x'));
      if (path === '/endless') {
        const more = () => response.write(Buffer.alloc(64 * 1024), (error) => error || setImmediate(more));
        return more();
      }
      if (path === '/bomb') {
        return response
          .writeHead(200, { 'content-encoding': 'gzip' })
          .end(gzipSync(Buffer.alloc(64 * 1024 * 1024)));
      }
      if (path === '/gzip')
        return response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('packed'));
      if (path === '/cut')
        return response.writeHead(200, { 'content-length': 100 }).write('x', () => response.destroy());
      const [, status, target] = /^\/to\/(\d+)\/(.*)$/.exec(path) ?? [];
      if (status)
        return response.writeHead(Number(status), { location: decodeURIComponent(target ?? '') }).end();
      return json({ path }, 404);
    });
    origin = `http://127.0.0.1:${api.port}`;
    options = { remote: { origins: [origin] } };
  });

  afterEach(() => {
    api.received.length = 0;
  });

  afterAll(async () => {
    await closeHookPool();
    await Promise.all(servers.map((server) => server.close()));
  });
}
