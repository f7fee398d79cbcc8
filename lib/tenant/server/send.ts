import type { ServerResponse } from 'node:http';
import type { Json, JsonObject } from '#lib/json.ts';

/** Headers on everything that the tenant answers itself. */
export const safeHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
};

export function sendJson(
  response: ServerResponse,
  status: number,
  body: Json | JsonObject | JsonObject[] | undefined,
  headers: Record<string, string> = {},
): void {
  if (body === undefined) {
    response.writeHead(status, { ...safeHeaders, ...headers });
    response.end();
    return;
  }
  const text = JSON.stringify(body);
  response.writeHead(status, {
    ...safeHeaders,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(text)),
    ...headers,
  });
  response.end(text);
}

export function sendText(
  response: ServerResponse,
  status: number,
  type: 'text/html' | 'text/plain' | 'text/css',
  text: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    ...safeHeaders,
    'content-type': `${type}; charset=utf-8`,
    'content-length': String(Buffer.byteLength(text)),
    ...headers,
  });
  response.end(text);
}
