import { createHash, createHmac } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { closeHookPool, toHookSource } from './load-hooks.ts';
import { runHook } from './run-hook.ts';
import { answerOf, failureOf } from './testing/run-text.ts';

afterAll(closeHookPool);

/** Evaluates an expression inside a hook. */
const valueIn = (expression: string) => answerOf(`async (ctx) => (${expression})`);

describe('a hook may require', () => {
  const cases: [string, string, unknown][] = [
    ['lodash', "require('lodash').camelCase('head of finance')", 'headOfFinance'],
    ['lodash, any version', "require('lodash@4.17.10').uniq([1, 1, 2])", [1, 2]],
    ['lodash, part by part', "require('lodash/get')({ a: { b: 3 } }, 'a.b')", 3],
    ['moment', "require('moment').utc('2020-01-05').add(1, 'month').format('dddd D MMM')", 'Wednesday 5 Feb'],
    [
      'moment in other languages',
      "(() => { const moment = require('moment'); moment.locale('de'); return moment.utc(0).format('dddd'); })()",
      'Donnerstag',
    ],
    [
      'uuid',
      "[require('uuid').v5('x', require('uuid').v5.URL), require('uuid').validate(require('uuid').v4())]",
      ['4cd605e7-afa2-5360-b5b9-c5e9fb5c76f4', true],
    ],
    [
      'uuid as its first versions were',
      "[require('uuid')(), require('uuid/v4')()].map((id) => id.length)",
      [36, 36],
    ],
    [
      'async',
      "await require('async').waterfall([(cb) => cb(null, 1), (n, cb) => setTimeout(() => cb(null, n + 1), 1)])",
      2,
    ],
    [
      'bluebird',
      "await require('bluebird').map([1, 2], (n) => require('bluebird').delay(1).return(n * 2))",
      [2, 4],
    ],
    ['qs', "require('qs').parse('a[b]=1&c=2')", { a: { b: '1' }, c: '2' }],
    [
      'url',
      "[require('url').parse('https://a.b:81/c?d=1', true).query.d, require('url').resolve('https://a.b/c/d', '../e')]",
      ['1', 'https://a.b/e'],
    ],
    [
      'querystring',
      "[require('querystring').stringify({ a: ['1', '2'], b: 'x y' }), require('querystring').parse('a=1&a=2&b=x+y')]",
      ['a=1&a=2&b=x%20y', { a: ['1', '2'], b: 'x y' }],
    ],
    [
      'util.format',
      "require('util').format('%s has %d of %j', 'Kelly', 3, { a: 1 }, 'more')",
      'Kelly has 3 of {"a":1} more',
    ],
    ['util.promisify', "await require('util').promisify((n, done) => done(null, n + 1))(1)", 2],
    [
      'util.inherits',
      "(() => { function A() {} A.prototype.say = () => 'a'; function B() {} require('util').inherits(B, A); return new B().say(); })()",
      'a',
    ],
    [
      'hashes',
      "require('crypto').createHash('sha256').update('ab').update(require('crypto').randomBytes(0)).update('c').digest('hex')",
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    ],
    [
      'hashes of text',
      "require('crypto').createHash('md5').update('Renée').digest('base64')",
      createHash('md5').update('Renée').digest('base64'),
    ],
    [
      'HMAC',
      "require('node:crypto').createHmac('sha1', 'key').update('The quick brown fox').digest('hex')",
      createHmac('sha1', 'key').update('The quick brown fox').digest('hex'),
    ],
    [
      'timingSafeEqual',
      "(() => { const { createHash, timingSafeEqual } = require('crypto'); const hash = (text) => createHash('sha1').update(text).digest(); return [timingSafeEqual(hash('a'), hash('a')), timingSafeEqual(hash('a'), hash('b'))]; })()",
      [true, false],
    ],
    [
      'JSON Web Tokens',
      "(() => { const jwt = require('jsonwebtoken'); const token = jwt.sign({ sub: 'kelly' }, 'secret', { expiresIn: '1h', audience: 'hr' }); const { exp, iat, ...rest } = jwt.verify(token, 'secret', { audience: 'hr' }); return [exp - iat, rest, jwt.decode(token, { complete: true }).header.alg]; })()",
      [3600, { sub: 'kelly', aud: 'hr' }, 'HS256'],
    ],
    [
      'a token that another made',
      "require('jsonwebtoken').verify('eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c', 'your-256-bit-secret').name",
      'John Doe',
    ],
    ['auth0, which loads', "typeof require('auth0').ManagementClient", 'function'],
  ];

  it.each(cases)('%s', async (_, expression, expected) => {
    expect(await valueIn(expression)).toEqual(expected);
  });

  it('a library whose name it puts together while it runs', async () => {
    expect(await valueIn("globalThis['re' + 'quire'](['lo', 'dash'].join(''))['camelCase']('a b')")).toBe(
      'aB',
    );
  });

  it('the same library twice, and gets the same object', async () => {
    expect(await valueIn("require('lodash') === require('lodash@3')")).toBe(true);
  });
});

describe('a hook may not require', () => {
  it.each([
    'fs',
    'child_process',
    'node:fs',
    './hook',
    '../lib/env.ts',
    'buffer',
    'toString',
    '__proto__',
    '',
  ])('%j, and is told what there is', async (name) => {
    const failure = await failureOf(`(ctx, cb) => {\n  require(${JSON.stringify(name)});\n}`);
    expect(failure).toMatchObject({ code: 'threw', line: 2 });
    expect(failure.message).toContain(
      `Cannot require '${name}': hooks may require lodash, moment, uuid, async,`,
    );
  });

  it.each([
    'lodash/nothing',
    'lodash/../fs',
    'moment/locale/../../fs',
    'uuid/dist/cjs-browser/../../../../package.json',
  ])('%j: there is no such part', async (name) => {
    expect((await failureOf(`(ctx, cb) => { require('${name}'); }`)).message).toContain(
      `Cannot require '${name}'`,
    );
  });

  it('a client of the tenant’s Management API', async () => {
    const failure = await failureOf(
      "(ctx, cb) => {\n  new (require('auth0').ManagementClient)({ domain: 'x' });\n}",
    );
    expect(failure).toMatchObject({ code: 'threw', line: 2 });
    expect(failure.message).toContain('auth0.ManagementClient is not available to hooks');
  });
});

describe('what libraries draw at random', () => {
  it('differs from run to run, although the image that they lie in does not', async () => {
    const text =
      "(ctx, cb) => { const c = require('crypto'); cb(null, [require('uuid').v4(), c.randomBytes(16).toString('hex'), c.randomUUID(), String(c.randomInt(2 ** 40)), String(require('lodash').random(0, 1, true))]); }";
    const drawn = (await Promise.all(Array.from({ length: 12 }, () => answerOf(text)))).flat();
    expect(new Set(drawn).size).toBe(60);
  });

  it('cannot be drawn while the text is read, as it would be the same in every run', async () => {
    const text =
      "(function () { var id = require('uuid').v4(); return function (ctx, cb) { cb(null, id); }; })()";
    expect((await failureOf(text)).message).toContain('There are no random numbers while a hook is read');
  });
});

describe('a library', () => {
  it('that one run has changed is itself again in the next', async () => {
    const poison = `(ctx, cb) => {
      const _ = require('lodash');
      const seen = [typeof _.poison, typeof require('moment').poison, _.map([1], String)];
      _.poison = require('moment').poison = true;
      _.map = () => ['poisoned'];
      require('crypto').randomBytes = () => 'poisoned';
      Array.prototype.map = () => ['poisoned'];
      cb(null, [...seen, typeof require('crypto').randomBytes(1)]);
    }`;
    for (let i = 0; i < 4; i++) {
      expect(await answerOf(poison)).toEqual(['undefined', 'undefined', ['1'], 'string']);
      expect(await valueIn("require('lodash').map([1], String)")).toEqual(['1']);
    }
  });

  it('that a text names is there before the text can poison what it is made of', async () => {
    const text = `(function () {
      Object.keys = Array.prototype.slice = Function.prototype.call = function () { throw new Error('poisoned'); };
      return function (ctx, cb) { cb(null, typeof require('lodash').get); };
    })()`;
    expect(await answerOf(text)).toBe('function');
  });

  it('costs nothing of the hook’s own time', async () => {
    const all = [
      'lodash',
      'moment',
      'uuid',
      'async',
      'bluebird',
      'qs',
      'url',
      'crypto',
      'axios',
      'superagent',
    ];
    const text = `(ctx, cb) => cb(null, [${all.map((name) => `typeof require('${name}')`).join(', ')}].length)`;
    const source = toHookSource('write', text);
    const { outcome } = await runHook(source, {}, { limits: { cpuMs: 20 } });
    expect(outcome).toEqual({ ok: true, answer: all.length });
  });
});
