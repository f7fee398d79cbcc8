import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { notePeers } from './note-peers.ts';
import { peerHeader, requesterFrom } from './requester.ts';

const from = (headers: Record<string, string>, trustedProxies = 0) =>
  requesterFrom(new Headers({ [peerHeader]: '203.0.113.7', ...headers }), trustedProxies);

describe('whoever sent a request', () => {
  test('is at the other end of the connection, whatever the request says of it', () => {
    expect(from({ 'x-forwarded-for': '198.51.100.1', 'user-agent': 'Firefox' })).toEqual({
      ip: '203.0.113.7',
      userAgent: 'Firefox',
    });
  });

  test('is whom the outermost trusted proxy was asked by', () => {
    expect(from({ 'x-forwarded-for': '198.51.100.1' }, 1).ip).toBe('198.51.100.1');
    expect(from({ 'x-forwarded-for': 'invented, 198.51.100.1' }, 1).ip).toBe('198.51.100.1');
    expect(from({ 'x-forwarded-for': 'invented, 198.51.100.1, 192.0.2.9' }, 2).ip).toBe('198.51.100.1');
  });

  test('is not known where fewer proxies have spoken than are trusted, or none has named an address', () => {
    expect(from({ 'x-forwarded-for': '198.51.100.1' }, 3).ip).toBeNull();
    expect(from({ 'x-forwarded-for': 'unknown' }, 1).ip).toBeNull();
    expect(requesterFrom(new Headers(), 0)).toEqual({ ip: null, userAgent: null });
  });

  test('cannot say itself where it is', async () => {
    notePeers();
    const server = createServer((request, response) => response.end(`${request.headers[peerHeader]}`));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const answer = await fetch(`http://127.0.0.1:${port}`, { headers: { [peerHeader]: '198.51.100.1' } });
    expect(await answer.text()).toBe('127.0.0.1');
    server.close();
  });
});
