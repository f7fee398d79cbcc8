import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningTenant } from '../start-tenant.ts';
import { listenOnLoopback } from './loopback.ts';
import { startTestTenant } from './testing/test-tenant.ts';

let tenant: RunningTenant;

beforeAll(async () => {
  tenant = await startTestTenant();
});

afterAll(() => tenant.close());

test('the tenant listens at loopback addresses and at no other', async () => {
  expect(tenant.addresses.map(({ address }) => address)).toContain('127.0.0.1');
  for (const { address, port } of tenant.addresses) {
    expect(['127.0.0.1', '::1']).toContain(address);
    expect(port).toBe(tenant.port);
  }
  const others = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  for (const { address, internal, scopeid } of others) {
    if (internal || scopeid) continue;
    await expect(once(connect(tenant.port, address), 'connect')).rejects.toThrow('ECONNREFUSED');
  }
  expect((await fetch(tenant.url)).status).toBe(200);
});

test.each(['evil.example', 'localhost', `localhost.evil.example:1`])(
  'a request that names the host %s is refused',
  async (host) => {
    expect(await statusFor(host)).toBe(400);
  },
);

test('a request that names localhost with the port, in any way, is answered', async () => {
  for (const name of ['localhost', '127.0.0.1', '[::1]']) {
    expect(await statusFor(`${name}:${tenant.port}`)).toBe(200);
  }
});

test('a taken port is an error, and the first holder goes on', async () => {
  await expect(listenOnLoopback(() => {}, tenant.port)).rejects.toThrow('EADDRINUSE');
  expect((await fetch(tenant.url)).status).toBe(200);
});

async function statusFor(host: string): Promise<number | undefined> {
  const sent = request({ host: '127.0.0.1', port: tenant.port, path: '/', headers: { host } }).end();
  const [answer] = await once(sent, 'response');
  answer.resume();
  return answer.statusCode;
}

test('a tenant that is away refuses connections, and is the same when it is back', async () => {
  const back = await tenant.away();
  for (const { address, port } of tenant.addresses) {
    await expect(once(connect(port, address), 'connect')).rejects.toThrow('ECONNREFUSED');
  }
  await back();
  expect((await fetch(tenant.url)).status).toBe(200);
});
