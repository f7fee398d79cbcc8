import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { HostReply } from './guest-values.ts';

/** What hooks may ask for, by the names that Node gives them. */
const algorithms = new Set([
  ...['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha512-256', 'sha3-256', 'sha3-512'],
]);
const randomBytesMax = 64 * 1024;

/** Algorithm, `+` and the key in base64 or nothing, kind of data, and the data themselves, on lines of their own. */
const question = /^([a-z0-9-]{1,20})\n(?:\+([\w+/]*={0,2}))?\n(utf8|base64)\n/;

/** A hash or, with a key, an HMAC, in base64. `text` is hostile: the algorithms are a fixed list. */
export function digest(text: string): HostReply {
  const [head, algorithm = '', key, encoding] = question.exec(text) ?? [];
  if (head === undefined || !algorithms.has(algorithm)) return '!there is no such algorithm';
  const hash = key === undefined ? createHash(algorithm) : createHmac(algorithm, Buffer.from(key, 'base64'));
  hash.update(text.slice(head.length), encoding === 'utf8' ? 'utf8' : 'base64');
  return `=${hash.digest('base64')}`;
}

/** Random bytes in base64; `text` is their number and hostile. */
export function randomBytesInBase64(text: string): HostReply {
  const size = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (!(size <= randomBytesMax)) return `!randomBytes needs a whole number from 0 to ${randomBytesMax}`;
  return `=${randomBytes(size).toString('base64')}`;
}
