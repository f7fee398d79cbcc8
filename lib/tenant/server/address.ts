import type { IncomingMessage } from 'node:http';

/** Where a request goes. `path` is as it came, not decoded and with its dots: ids may hold anything. */
export interface Address {
  path: string;
  query: URLSearchParams;
}

/** The address of a request, or undefined when it is no plain path (a proxy's request, `*`). */
export function addressOf(request: IncomingMessage): Address | undefined {
  const url = request.url ?? '';
  if (!url.startsWith('/')) return undefined;
  const [path = '/'] = url.split('?', 1);
  return { path, query: new URLSearchParams(url.slice(path.length + 1)) };
}
