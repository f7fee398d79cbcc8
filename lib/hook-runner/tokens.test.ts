import { afterAll, describe, expect, it } from 'vitest';
import { closeHookPool } from './load-hooks.ts';
import { answerOf } from './testing/run-text.ts';

afterAll(closeHookPool);

/** Evaluates an expression inside a hook. */
const valueIn = (expression: string) => answerOf(`async (ctx) => (${expression})`);

describe('tokens', () => {
  const problemOf = (expression: string) =>
    valueIn(
      `(() => { const jwt = require('jsonwebtoken'); try { ${expression}; return 'none'; } catch (error) { return error.name + ': ' + error.message; } })()`,
    );
  const cases: [string, string, string][] = [
    ['of another secret', "jwt.verify(jwt.sign({}, 'a'), 'b')", 'JsonWebTokenError: invalid signature'],
    [
      'that have expired',
      "jwt.verify(jwt.sign({}, 'a', { expiresIn: -1 }), 'a')",
      'TokenExpiredError: jwt expired',
    ],
    [
      'that are not valid yet',
      "jwt.verify(jwt.sign({}, 'a', { notBefore: 60 }), 'a')",
      'NotBeforeError: jwt not active',
    ],
    [
      'for others',
      "jwt.verify(jwt.sign({ aud: 'x' }, 'a'), 'a', { audience: 'y' })",
      'JsonWebTokenError: jwt audience invalid. expected: y',
    ],
    [
      'without a signature',
      "jwt.verify('eyJhbGciOiJub25lIn0.e30.', '')",
      'JsonWebTokenError: jwt signature is required',
    ],
    [
      'signed with nothing',
      "jwt.verify('eyJhbGciOiJub25lIn0.e30.x', 'a')",
      'JsonWebTokenError: invalid algorithm',
    ],
    [
      'signed with a public key as the secret',
      "jwt.sign({}, '-----BEGIN PUBLIC KEY-----')",
      'JsonWebTokenError: a key pair cannot be used in hooks: only secrets can',
    ],
    [
      'of an algorithm that was not allowed',
      "jwt.verify(jwt.sign({}, 'a'), 'a', { algorithms: ['HS512'] })",
      'JsonWebTokenError: invalid algorithm',
    ],
    ['that are no tokens', "jwt.verify('abc', 'a')", 'JsonWebTokenError: jwt malformed'],
  ];
  it.each(cases)('%s are not taken', async (_, expression, expected) => {
    expect(await problemOf(expression)).toBe(expected);
  });
});
