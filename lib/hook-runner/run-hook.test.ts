import { afterAll, describe, expect, it } from 'vitest';
import { closeHookPool, toHookSource } from './load-hooks.ts';
import { runHook } from './run-hook.ts';
import { answerOf, failureOf, logOf } from './testing/run-text.ts';

afterAll(closeHookPool);

describe('the forms that a hook may have', () => {
  const forms: [string, string][] = [
    ['an anonymous function', 'function(ctx, callback) { callback(null, ctx.n + 1); }'],
    ['a named function', 'function addOne(ctx, callback) { callback(null, ctx.n + 1); }'],
    ['an arrow function', '(ctx, callback) => callback(null, ctx.n + 1)'],
    ['an async function', 'async function (ctx, callback) { await null; callback(null, ctx.n + 1); }'],
    ['an async arrow function', 'async (ctx) => ctx.n + 1'],
    [
      'comments before it',
      '/* one\n two */\n// three\nfunction(ctx, callback) { callback(null, ctx.n + 1); }',
    ],
    ['a semicolon after it', 'function(ctx, callback) { callback(null, ctx.n + 1); };\n'],
    ['a comment after it', 'function(ctx, callback) { callback(null, ctx.n + 1); } // end'],
    [
      'helper functions after it',
      'function(ctx, callback) { callback(null, add(ctx.n)); }\n\nfunction add(n) { return n + one(); }\nfunction one() { return 1; }',
    ],
    [
      "a 'use strict' directive",
      "function(ctx, callback) { 'use strict'; callback(null, this === undefined ? ctx.n + 1 : 0); }",
    ],
    [
      'var and object spread',
      'function(ctx, callback) { var all = { ...ctx, n: ctx.n + 1 }; callback(null, all.n); }',
    ],
    [
      'the form of a CommonJS module',
      'module.exports = function(ctx, callback) { callback(null, ctx.n + 1); };',
    ],
    [
      'a byte order mark and Windows lines',
      '\uFEFFfunction(ctx, callback) {\r\n  callback(null, ctx.n + 1);\r\n}\r\n',
    ],
  ];

  it.each(forms)('%s answers', async (_form, text) => {
    expect(await answerOf(text, { n: 1 })).toBe(2);
  });
});

describe('what a hook answers', () => {
  it('arrives as JSON, without undefined members', async () => {
    const text =
      'function(ctx, cb) { cb(null, { a: undefined, d: new Date(0), n: [undefined, 1], s: "ü😀\\u0000" }); }';
    expect(await answerOf(text)).toEqual({ d: '1970-01-01T00:00:00.000Z', n: [null, 1], s: 'ü😀\u0000' });
  });

  it('may be nothing', async () => {
    expect(await answerOf('function(ctx, cb) { cb(); }')).toBeUndefined();
    expect(await answerOf('function(ctx, cb) { cb(null, null); }')).toBeNull();
  });

  it('loses members that would change prototypes', async () => {
    const text = `function(ctx, cb) { cb(null, JSON.parse('{"a":{"__proto__":{"b":1},"c":2},"constructor":1}')); }`;
    const answer = await answerOf(text);
    expect(JSON.stringify(answer)).toBe('{"a":{"c":2}}');
  });

  it('counts when an async function returns it without calling back', async () => {
    expect(await answerOf('async (ctx) => ({ ok: true })')).toEqual({ ok: true });
  });

  it('counts the first time, and the log says what was ignored', async () => {
    const text = 'function(ctx, cb) { cb(null, 1); cb(null, 2); cb(new Error("three")); }';
    expect(await answerOf(text)).toBe(1);
    expect(await logOf(text)).toEqual(['[callback was called 2 more times: only the first call counts]']);
  });

  it('stays when the hook fails afterwards, and the log says so', async () => {
    const text = 'function(ctx, cb) { cb(null, 1); throw new Error("too late"); }';
    expect(await answerOf(text)).toBe(1);
    expect(await logOf(text)).toEqual(['[it failed after it had called back: too late]']);
  });

  it('may come after a timer', async () => {
    const text =
      'function(ctx, cb) { var order = []; setTimeout(() => cb(null, order), 20); var no = setTimeout(() => order.push("no"), 1); clearTimeout(no); setTimeout((x) => order.push(x), 5, "yes"); }';
    expect(await answerOf(text)).toEqual(['yes']);
  });
});

describe('a refusal', () => {
  it('of an Error is its message, in the hook’s own words', async () => {
    const failure = await failureOf(
      'function(ctx, cb) { cb(new Error("You can only create users within your own department.")); }',
    );
    expect(failure).toMatchObject({
      hook: 'write',
      code: 'refused',
      message: 'You can only create users within your own department.',
    });
    expect(failure.status).toBeUndefined();
  });

  it('of a string is the string itself', async () => {
    expect((await failureOf('function(ctx, cb) { cb("Not you."); }')).message).toBe('Not you.');
  });

  it('keeps a 4xx status and drops any other', async () => {
    const text = 'function(ctx, cb) { var e = new Error("no"); e[ctx.name] = ctx.value; cb(e); }';
    expect((await failureOf(text, { name: 'status', value: 403 })).status).toBe(403);
    expect((await failureOf(text, { name: 'statusCode', value: 404 })).status).toBe(404);
    expect((await failureOf(text, { name: 'status', value: 500 })).status).toBeUndefined();
    expect((await failureOf(text, { name: 'status', value: '403' })).status).toBeUndefined();
  });

  it.each(['null', 'undefined', '0', "''", 'false'])('is not meant by %s', async (nothing) => {
    expect(await answerOf(`function(ctx, cb) { cb(${nothing}, "fine"); }`)).toBe('fine');
  });
});

describe('a hook that fails', () => {
  it('by throwing is told with its line and column', async () => {
    const failure = await failureOf(
      'function(ctx, cb) {\n  var user = ctx.request.nobody;\n  cb(null, user.email);\n}',
      { request: {} },
    );
    expect(failure).toMatchObject({ code: 'threw', line: 3 });
    expect(failure.message).toMatch(/^The write hook failed at line 3, column \d+: TypeError: .*email/);
  });

  it('on its first line has the right column', async () => {
    const failure = await failureOf('function(ctx, cb) { throw new Error("first"); }');
    expect(failure).toMatchObject({ code: 'threw', line: 1 });
    expect(failure.column).toBe('function(ctx, cb) { throw new E'.length);
    const second = await failureOf('\nfunction(ctx, cb) { throw new Error("second"); }');
    expect(second).toMatchObject({ line: 2, column: failure.column });
  });

  it('by a rejected promise is told with its line', async () => {
    const failure = await failureOf('async (ctx, cb) => {\n  await null;\n  throw new TypeError("late");\n}');
    expect(failure).toMatchObject({ code: 'threw', line: 3 });
    expect(failure.message).toContain('TypeError: late');
  });

  it('by a promise that nobody handles is told what that was', async () => {
    const failure = await failureOf(
      '(ctx, cb) => {\n  Promise.resolve().then(() => {\n    throw new Error("lost"); });\n}',
    );
    expect(failure).toMatchObject({ code: 'threw', line: 3 });
    expect(failure.message).toContain('lost');
  });

  it('in a timer is told with its line', async () => {
    const failure = await failureOf(
      '(ctx, cb) => {\n  setTimeout(() => {\n    throw new Error("tick"); }, 1);\n}',
    );
    expect(failure).toMatchObject({ code: 'threw', line: 3 });
  });

  it.each(['function(ctx, cb) { }', '(ctx, cb) => undefined', 'async (ctx, cb) => {}', '(ctx, cb) => 5'])(
    'by never calling back is told at once: %s',
    async (text) => {
      const { outcome, ms } = await runHook(toHookSource('filter', text), {});
      expect(outcome).toMatchObject({ ok: false, error: { hook: 'filter', code: 'no-callback' } });
      expect(ms).toBeLessThan(1_000);
    },
  );

  it('names the hook that failed', async () => {
    expect((await failureOf('() => { throw 1 }', {}, { name: 'memberships' })).message).toMatch(
      /^The memberships hook failed/,
    );
  });
});
