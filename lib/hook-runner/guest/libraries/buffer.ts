import type { LibraryParts } from '../modules.ts';

type From = (data: unknown, encoding?: unknown, length?: unknown) => unknown;
type Print = (this: unknown, encoding?: unknown, ...range: unknown[]) => string;

/** The package `buffer`, which libraries hand bytes out in, with Node's encoding `base64url`. Evaluated inside the sandbox. */
export function guestBuffer({ load }: LibraryParts): Record<string, unknown> {
  const all = load<{ Buffer: { from: From; prototype: { toString: Print } } }>('buffer/index.js');
  const { Buffer } = all;
  const { from } = Buffer;
  const print = Buffer.prototype.toString;
  const isUrl = (encoding: unknown) => typeof encoding === 'string' && encoding.toLowerCase() === 'base64url';

  Buffer.from = (data, encoding, length) => from(data, isUrl(encoding) ? 'base64' : encoding, length);
  Buffer.prototype.toString = function (encoding, ...range) {
    if (!isUrl(encoding)) return print.call(this, encoding, ...range);
    const base64 = print.call(this, 'base64', ...range);
    return base64.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  };
  return { ...all };
}
