import type { LibraryParts } from '../modules.ts';

type Fields = Record<string, unknown>;
type Done = (error: unknown, value?: unknown) => void;
interface Hmac {
  update(data: string): Hmac;
  digest(encoding: string): string;
}
interface Crypto {
  createHmac(algorithm: string, key: unknown): Hmac;
  createHash(algorithm: string): Hmac;
}
interface BufferClass {
  from(data: string, encoding: string): { toString(encoding: string): string };
}

/**
 * JSON Web Tokens (RFC 7519) signed with HMAC, with the functions, options and errors of `jsonwebtoken`.
 * Evaluated inside the sandbox: may use nothing but its argument and the guest's own globals.
 */
export function guestJsonWebToken({ load }: LibraryParts): Fields {
  const crypto = load<Crypto>('crypto');
  const { Buffer } = load<{ Buffer: BufferClass }>('buffer');
  const hashes: Record<string, string> = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' };

  class JsonWebTokenError extends Error {
    override name = 'JsonWebTokenError';
  }
  class TokenExpiredError extends JsonWebTokenError {
    override name = 'TokenExpiredError';
    expiredAt: Date;
    constructor(expiredAt: Date) {
      super('jwt expired');
      this.expiredAt = expiredAt;
    }
  }
  class NotBeforeError extends JsonWebTokenError {
    override name = 'NotBeforeError';
    date: Date;
    constructor(date: Date) {
      super('jwt not active');
      this.date = date;
    }
  }

  const encode = (value: unknown) => Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');
  const read = (part: string): unknown => {
    try {
      return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    } catch {
      return undefined;
    }
  };
  const isObject = (value: unknown): value is Fields =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

  const signatureOf = (algorithm: string, secret: unknown, signed: string): string => {
    const hash = Object.hasOwn(hashes, algorithm) ? hashes[algorithm] : undefined;
    if (!hash)
      throw new JsonWebTokenError(`invalid algorithm: hooks can use ${Object.keys(hashes).join(', ')}`);
    if (secret === undefined || secret === null || secret === '')
      throw new JsonWebTokenError('secret or public key must be provided');
    // A public key taken for a secret would let anybody who knows it sign.
    if (/-----BEGIN /.test(String(secret)))
      throw new JsonWebTokenError('a key pair cannot be used in hooks: only secrets can');
    return crypto.createHmac(hash, secret).update(signed).digest('base64url');
  };
  /** Compares in a time that does not depend on where the difference lies. */
  const isSame = (one: string, other: string): boolean => {
    let different = one.length ^ other.length;
    for (let i = 0; i < one.length; i++) different |= one.charCodeAt(i) ^ other.charCodeAt(i);
    return different === 0;
  };

  const unitsMs: Record<string, number> = {
    ms: 1,
    s: 1000,
    m: 60_000,
    h: 3_600_000,
    d: 86_400_000,
    w: 604_800_000,
    y: 31_557_600_000,
  };
  const units: [RegExp, string][] = [
    [/^(?:milliseconds?|msecs?|ms)?$/i, 'ms'],
    [/^(?:seconds?|secs?|s)$/i, 's'],
    [/^(?:minutes?|mins?|m)$/i, 'm'],
    [/^(?:hours?|hrs?|h)$/i, 'h'],
    [/^(?:days?|d)$/i, 'd'],
    [/^(?:weeks?|w)$/i, 'w'],
    [/^(?:years?|yrs?|y)$/i, 'y'],
  ];
  /** A number of seconds, or a text such as '2h'; a text without a unit means milliseconds. */
  const secondsOf = (span: unknown, name: string): number => {
    if (typeof span === 'number' && Number.isFinite(span)) return Math.floor(span);
    const [, amount = '', unit = ''] = /^(-?\d*\.?\d+) *([a-z]*)$/i.exec(String(span)) ?? [];
    const found = units.find(([pattern]) => pattern.test(unit))?.[1];
    if (typeof span !== 'string' || amount === '' || !found)
      throw new JsonWebTokenError(
        `"${name}" should be a number of seconds or string representing a timespan`,
      );
    return Math.floor((Number(amount) * (unitsMs[found] ?? 1)) / 1000);
  };

  const split = (token: unknown) => {
    if (token === undefined || token === null || token === '')
      throw new JsonWebTokenError('jwt must be provided');
    if (typeof token !== 'string') throw new JsonWebTokenError('jwt must be a string');
    const [header = '', body = '', signature = '', ...more] = token.split('.');
    if (more.length > 0 || header === '' || body === '') throw new JsonWebTokenError('jwt malformed');
    const readHeader = read(header);
    if (!isObject(readHeader)) throw new JsonWebTokenError('invalid token');
    const text = Buffer.from(body, 'base64url').toString('utf8');
    return { header: readHeader, payload: read(body) ?? text, signature, signed: `${header}.${body}` };
  };

  const sign = (payload: unknown, secret: unknown, options: Fields): string => {
    const algorithm = String(options.algorithm ?? 'HS256');
    const header = {
      alg: algorithm,
      typ: 'JWT',
      kid: options.keyid,
      ...(isObject(options.header) ? options.header : {}),
    };
    if (!isObject(payload)) {
      const signed = `${encode(header)}.${Buffer.from(String(payload), 'utf8').toString('base64url')}`;
      return `${signed}.${signatureOf(header.alg, secret, signed)}`;
    }
    const claims: Fields = { ...payload };
    const now = typeof claims.iat === 'number' ? claims.iat : Math.floor(Date.now() / 1000);
    if (options.noTimestamp) delete claims.iat;
    else claims.iat = now;
    if (options.notBefore !== undefined) claims.nbf = now + secondsOf(options.notBefore, 'notBefore');
    if (options.expiresIn !== undefined) {
      if (claims.exp !== undefined)
        throw new JsonWebTokenError(
          'Bad "options.expiresIn" option the payload already has an "exp" property.',
        );
      claims.exp = now + secondsOf(options.expiresIn, 'expiresIn');
    }
    for (const [option, claim] of [
      ['audience', 'aud'],
      ['issuer', 'iss'],
      ['subject', 'sub'],
      ['jwtid', 'jti'],
    ] as const)
      if (options[option] !== undefined) claims[claim] = options[option];
    const signed = `${encode(header)}.${encode(claims)}`;
    return `${signed}.${signatureOf(header.alg, secret, signed)}`;
  };

  const matches = (expected: unknown, value: unknown) =>
    listOf(expected).some((one) => (one instanceof RegExp ? one.test(String(value)) : one === value));

  const checkClaims = (claims: Fields, options: Fields) => {
    const now =
      typeof options.clockTimestamp === 'number' ? options.clockTimestamp : Math.floor(Date.now() / 1000);
    const tolerance = typeof options.clockTolerance === 'number' ? options.clockTolerance : 0;
    if (claims.nbf !== undefined && !options.ignoreNotBefore) {
      if (typeof claims.nbf !== 'number') throw new JsonWebTokenError('invalid nbf value');
      if (claims.nbf > now + tolerance) throw new NotBeforeError(new Date(claims.nbf * 1000));
    }
    if (claims.exp !== undefined && !options.ignoreExpiration) {
      if (typeof claims.exp !== 'number') throw new JsonWebTokenError('invalid exp value');
      if (now >= claims.exp + tolerance) throw new TokenExpiredError(new Date(claims.exp * 1000));
    }
    if (options.audience !== undefined && !listOf(claims.aud).some((one) => matches(options.audience, one)))
      throw new JsonWebTokenError(`jwt audience invalid. expected: ${listOf(options.audience).join(' or ')}`);
    for (const [option, claim, name] of [
      ['issuer', 'iss', 'issuer'],
      ['subject', 'sub', 'subject'],
      ['jwtid', 'jti', 'jwtid'],
    ] as const)
      if (options[option] !== undefined && !matches(options[option], claims[claim]))
        throw new JsonWebTokenError(`jwt ${name} invalid. expected: ${String(options[option])}`);
    if (options.nonce !== undefined && claims.nonce !== options.nonce)
      throw new JsonWebTokenError(`jwt nonce invalid. expected: ${String(options.nonce)}`);
    if (options.maxAge === undefined) return;
    if (typeof claims.iat !== 'number') throw new JsonWebTokenError('iat required when maxAge is specified');
    const oldest = claims.iat + secondsOf(options.maxAge, 'maxAge');
    if (now >= oldest + tolerance) throw new TokenExpiredError(new Date(oldest * 1000));
  };

  const verify = (token: unknown, secret: unknown, options: Fields): unknown => {
    const { header, payload, signature, signed } = split(token);
    if (signature === '') throw new JsonWebTokenError('jwt signature is required');
    const algorithm = String(header.alg);
    const allowed = Array.isArray(options.algorithms) ? options.algorithms : Object.keys(hashes);
    if (!allowed.includes(algorithm)) throw new JsonWebTokenError('invalid algorithm');
    if (!isSame(signatureOf(algorithm, secret, signed), signature))
      throw new JsonWebTokenError('invalid signature');
    if (isObject(payload)) checkClaims(payload, options);
    return options.complete ? { header, payload, signature } : payload;
  };

  const decode = (token: unknown, options?: Fields): unknown => {
    try {
      const { header, payload, signature } = split(token);
      return options?.complete ? { header, payload, signature } : payload;
    } catch {
      return null;
    }
  };

  /** The last argument may be a callback; then nothing is thrown. */
  const withCallback =
    (work: (first: unknown, secret: unknown, options: Fields) => unknown) =>
    (first: unknown, secret: unknown, options?: unknown, done?: Done) => {
      const callback = (typeof options === 'function' ? options : done) as Done | undefined;
      const given = isObject(options) ? options : {};
      if (!callback) return work(first, secret, given);
      const attempt = (key: unknown): [unknown, unknown?] => {
        try {
          return [null, work(first, key, given)];
        } catch (error) {
          return [error];
        }
      };
      setTimeout(() => {
        const header =
          typeof secret === 'function' ? (decode(first, { complete: true }) as Fields | null) : null;
        if (typeof secret !== 'function' || header === null) callback(...attempt(secret));
        else
          secret(header.header, (error: unknown, key: unknown) =>
            callback(...((error ? [error] : attempt(key)) as [unknown])),
          );
      }, 0);
      return undefined;
    };

  return {
    sign: withCallback(sign),
    verify: withCallback(verify),
    decode,
    JsonWebTokenError,
    TokenExpiredError,
    NotBeforeError,
  };
}
