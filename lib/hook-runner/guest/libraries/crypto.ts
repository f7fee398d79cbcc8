import type { LibraryParts } from '../modules.ts';

type Bytes = Uint8Array & { toString(encoding?: string): string };
type Data = string | ArrayBufferView | ArrayBuffer;
interface BufferClass {
  from(data: unknown, encoding?: string | number, length?: number): Bytes;
  concat(list: Bytes[]): Bytes;
}

/**
 * The part of Node's `crypto` that hooks use: hashes, HMAC and random bytes, all computed by the host. Evaluated
 * inside the sandbox: may use nothing but its argument and the guest's own globals.
 */
export function guestCrypto({ host, load }: LibraryParts): Record<string, unknown> {
  const { Buffer } = load<{ Buffer: BufferClass }>('buffer');
  const algorithms = [
    'md5',
    'sha1',
    'sha224',
    'sha256',
    'sha384',
    'sha512',
    'sha512-256',
    'sha3-256',
    'sha3-512',
  ];

  const ask = (operation: string, question: string): string => {
    const reply = host(operation, 0, question);
    if (typeof reply !== 'string') throw new Error('crypto did not answer');
    if (reply[0] === '!') throw new Error(reply.slice(1));
    return reply.slice(1);
  };

  const toBytes = (data: unknown, encoding?: string): Bytes => {
    if (typeof data === 'string') return Buffer.from(data, encoding);
    if (ArrayBuffer.isView(data)) return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    if (data instanceof ArrayBuffer) return Buffer.from(data);
    throw new TypeError('The data must be of type string or an instance of Buffer, TypedArray or DataView');
  };
  const isText = (data: unknown): data is string => typeof data === 'string';

  const makeHash = (algorithm: unknown, key?: unknown) => {
    const name = String(algorithm).toLowerCase();
    if (!algorithms.includes(name))
      throw new Error(`Hooks cannot use '${name}': there are ${algorithms.join(', ')}`);
    const keyText = key === undefined ? '' : `+${toBytes(key).toString('base64')}`;
    let parts: (string | Bytes)[] = [];
    let isDone = false;
    const hash = {
      update(data: Data, encoding?: string) {
        if (isDone) throw new Error('Digest already called');
        // Plain text goes to the host as it is: putting it into base64 here takes longer than the hash.
        const isPlain = typeof data === 'string' && (encoding === undefined || /^utf-?8$/i.test(encoding));
        parts.push(isPlain ? data : toBytes(data, encoding));
        return hash;
      },
      digest(encoding?: string) {
        if (isDone) throw new Error('Digest already called');
        isDone = true;
        const data = parts.every(isText)
          ? `utf8\n${parts.join('')}`
          : `base64\n${Buffer.concat(parts.map((part) => toBytes(part))).toString('base64')}`;
        parts = [];
        const bytes = Buffer.from(ask('digest', `${name}\n${keyText}\n${data}`), 'base64');
        return encoding === undefined || encoding === 'buffer' ? bytes : bytes.toString(encoding);
      },
    };
    return hash;
  };

  const later = (done: unknown, make: () => unknown) => {
    if (typeof done !== 'function') return make();
    const value = make();
    setTimeout(() => done(null, value), 0);
    return undefined;
  };
  const random = (size: number): Bytes => Buffer.from(ask('random-bytes', String(size)), 'base64');

  const randomInt = (low: number, high?: number): number => {
    const [from, to] = high === undefined ? [0, low] : [low, high];
    const range = to - from;
    if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || range <= 0 || range > 2 ** 48 - 1)
      throw new RangeError('randomInt needs safe integers, the lower one first');
    const limit = 2 ** 48 - (2 ** 48 % range);
    for (;;) {
      const value = random(6).reduce((sum, byte) => sum * 256 + byte, 0);
      if (value < limit) return from + (value % range);
    }
  };

  const randomUUID = (): string => {
    const bytes = random(16);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  };

  const getRandomValues = (array: ArrayBufferView) => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    bytes.set(random(bytes.length));
    return array;
  };

  const timingSafeEqual = (one: unknown, other: unknown): boolean => {
    if (typeof one === 'string' || typeof other === 'string')
      throw new TypeError('timingSafeEqual compares buffers, not strings');
    const [first, second] = [toBytes(one), toBytes(other)];
    if (first.length !== second.length) throw new RangeError('Input buffers must have the same byte length');
    let different = 0;
    for (let i = 0; i < first.length; i++) different |= (first[i] ?? 0) ^ (second[i] ?? 0);
    return different === 0;
  };

  return {
    createHash: (algorithm: unknown) => makeHash(algorithm),
    createHmac: (algorithm: unknown, key: unknown) => makeHash(algorithm, key ?? ''),
    hash: (algorithm: unknown, data: Data, encoding = 'hex') =>
      makeHash(algorithm).update(data).digest(encoding),
    randomBytes: (size: number, done?: unknown) => later(done, () => random(size)),
    pseudoRandomBytes: (size: number, done?: unknown) => later(done, () => random(size)),
    randomInt: (low: number, high?: unknown, done?: unknown) =>
      typeof high === 'function'
        ? later(high, () => randomInt(low))
        : later(done, () => randomInt(low, high as number | undefined)),
    randomUUID,
    getRandomValues,
    timingSafeEqual,
    getHashes: () => [...algorithms],
    webcrypto: { getRandomValues, randomUUID },
  };
}
