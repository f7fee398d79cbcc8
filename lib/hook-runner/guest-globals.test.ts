import { afterAll, describe, expect, it } from 'vitest';
import { closeHookPool } from './load-hooks.ts';
import { answerOf, failureOf, logOf } from './testing/run-text.ts';

afterAll(closeHookPool);

/** Evaluates an expression inside a hook. */
const valueIn = (expression: string) => answerOf(`async (ctx) => (${expression})`);

describe('what a hook can see', () => {
  it('is the language and a short list of helpers', async () => {
    const names = await answerOf('(ctx, cb) => cb(null, Object.getOwnPropertyNames(globalThis))');
    const helpers = [
      ...[
        'require',
        'console',
        'setTimeout',
        'clearTimeout',
        'URL',
        'URLSearchParams',
        'TextEncoder',
        'TextDecoder',
      ],
      ...[
        'fetch',
        'structuredClone',
        'Intl',
        'module',
        'exports',
        'queueMicrotask',
        'DOMException',
        'atob',
        'btoa',
      ],
      ...['performance', 'InternalError', 'SharedArrayBuffer'],
    ];
    const language = new Set([...Object.getOwnPropertyNames(globalThis), ...languageNames]);
    expect(names).toEqual(
      expect.arrayContaining(['require', 'console', 'setTimeout', 'URL', 'Intl', 'fetch']),
    );
    const unknown = Array.isArray(names)
      ? names.filter((name) => !helpers.includes(String(name)) && !language.has(String(name)))
      : names;
    expect(unknown).toEqual([]);
  });

  it.each([
    'process',
    'global',
    'Buffer',
    'WebAssembly',
    'Worker',
    'host',
    '__dirname',
    'std',
    'os',
    'navigator',
    'Atomics',
  ])('is not %s', async (name) => {
    expect(await valueIn(`typeof ${name}`)).toBe('undefined');
  });

  it('is ECMAScript of 2025', async () => {
    expect(
      await valueIn(
        `[Object.groupBy([1, 2, 3], (n) => n % 2 ? 'odd' : 'even').odd, new Set([1, 2]).union(new Set([3])).size,
          [3, 1].toSorted(), Promise.withResolvers && 1, [1, 2].values().map((n) => n * 2).toArray(), 'a'.at(-1),
          RegExp.escape && 1, Math.f16round(1.5)]`,
      ),
    ).toEqual([[1, 3], 3, [1, 3], 1, [2, 4], 'a', 1, 1.5]);
  });

  it('has URL and URLSearchParams that keep in step', async () => {
    const text = `async (ctx) => {
      const url = new URL('/b?x=1', 'https://example.com/a');
      url.searchParams.append('q', 'a b&c');
      const params = new URLSearchParams({ z: '1' });
      const before = url.searchParams === url.searchParams;
      url.search = '?fresh=1';
      const pairs = new URLSearchParams([['a', 1], ['a', 'é&']]);
      return [pairs.toString(), pairs instanceof URLSearchParams, new URLSearchParams(pairs).getAll('a').length, url.href, before, url.searchParams.get('fresh'), params.toString(), [...params.keys()]];
    }`;
    expect(await answerOf(text)).toEqual([
      'a=1&a=%C3%A9%26',
      true,
      2,
      'https://example.com/b?fresh=1',
      true,
      '1',
      'z=1',
      ['z'],
    ]);
    expect(
      await valueIn(
        `(() => { const u = new URL('https://e.com/?a=1'); u.searchParams.set('a', '2'); return u.href; })()`,
      ),
    ).toBe('https://e.com/?a=2');
  });

  it('has TextEncoder, TextDecoder and structuredClone', async () => {
    expect(
      await valueIn(
        `[Array.from(new TextEncoder().encode('é')), new TextDecoder().decode(new Uint8Array([226, 130, 172])),
          (() => { const a = { d: new Date(5), m: new Map([[1, 2]]) }; const b = structuredClone(a); return [b.d.getTime(), b.m.get(1), a === b]; })()]`,
      ),
    ).toEqual([[195, 169], '€', [5, 2, false]]);
  });

  it('has a console that goes to the log', async () => {
    const log = await logOf(
      '(ctx, cb) => { console.log("a", 1, { b: [2] }, undefined, null); console.error(new TypeError("c")); ctx.log("d"); cb(); }',
    );
    expect(log).toEqual(['a 1 {"b":[2]} undefined null', 'TypeError: c', 'd']);
  });

  it('has a fetch that says which origin an operator has not listed', async () => {
    const failure = await failureOf('async (ctx, cb) => {\n  await fetch("https://example.com/");\n}');
    expect(failure).toMatchObject({ code: 'threw', line: 2 });
    expect(failure.message).toContain(
      'Hooks may not call this origin, so https://example.com was not called',
    );
  });

  it('has random numbers that differ from run to run', async () => {
    const text = '(ctx, cb) => cb(null, Array.from({ length: 20 }, Math.random))';
    const all = (await Promise.all(Array.from({ length: 20 }, () => answerOf(text)))).flat();
    expect(new Set(all).size).toBe(400);
    expect(all.every((one) => typeof one === 'number' && one >= 0 && one < 1)).toBe(true);
  });

  it('has the time of now, in UTC', async () => {
    const before = Date.now();
    const [now, offset] = (await valueIn('[Date.now(), new Date().getTimezoneOffset()]')) as number[];
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
    expect(offset).toBe(0);
  });
});

describe('locales', () => {
  const cases: [string, unknown][] = [
    ["new Date(0).toLocaleDateString('de-DE')", '1.1.1970'],
    ["new Date(0).toLocaleDateString('en-US', { month: 'long', year: 'numeric' })", 'January 1970'],
    ["new Date(0).toLocaleTimeString('en-GB', { timeZone: 'Europe/Berlin' })", '01:00:00'],
    ['new Date(NaN).toLocaleString()', 'Invalid Date'],
    ['(1234567.891).toLocaleString()', '1,234,567.891'],
    ["(1234.5).toLocaleString('de-DE', { style: 'currency', currency: 'EUR' })", '1.234,50\u00a0€'],
    ['[1234, 5].toLocaleString()', '1,234,5'],
    ["new Intl.NumberFormat('en-US').format(NaN)", 'NaN'],
    ["[1, 2].map(new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 }).format)", ['1.00', '2.00']],
    ["Intl.DateTimeFormat('en-GB', { dateStyle: 'full' }).format(new Date(0))", 'Thursday, 1 January 1970'],
    ['Intl.DateTimeFormat().resolvedOptions().timeZone', 'UTC'],
    ["['ö', 'z', 'a'].sort(new Intl.Collator('sv').compare)", ['a', 'z', 'ö']],
    ["['ö', 'z', 'a'].sort((a, b) => a.localeCompare(b))", ['a', 'ö', 'z']],
    ["['b', 'B', 'a', 'A', 'a b', '1'].sort((a, b) => a.localeCompare(b))", ['1', 'a', 'A', 'a b', 'b', 'B']],
    ["'a'.localeCompare('A', 'en', { sensitivity: 'base' })", 0],
    ["'i'.toLocaleUpperCase('tr')", 'İ'],
    ["'x'.toLocaleUpperCase()", 'X'],
    ["new Intl.PluralRules('en').select(1)", 'one'],
    ["new Intl.ListFormat('en').format(['a', 'b', 'c'])", 'a, b, and c'],
    ["new Intl.RelativeTimeFormat('en').format(-1, 'day')", '1 day ago'],
  ];

  it.each(cases)('%s', async (expression, expected) => {
    expect(await valueIn(expression)).toEqual(expected);
  });

  it('orders plain texts as the host does', async () => {
    const words = [
      'Finance',
      'finance',
      'HR',
      'hr 2',
      'hr',
      'Marketing 10',
      'Marketing 9',
      'IT',
      'it',
      '',
      'a1',
      'A1',
      'a 1',
      'aB',
      'Ab',
    ];
    const answer = await answerOf(
      '(ctx, cb) => cb(null, ctx.words.map((a) => ctx.words.map((b) => Math.sign(a.localeCompare(b)))))',
      { words },
    );
    const compare = new Intl.Collator('en-US').compare;
    expect(answer).toEqual(words.map((a) => words.map((b) => Math.sign(compare(a, b)))));
  });

  it('that do not exist are errors which a hook can catch', async () => {
    expect(
      await valueIn(
        "(() => { try { (1).toLocaleString('no_such'); } catch (error) { return error.name; } })()",
      ),
    ).toBe('RangeError');
  });
});

const languageNames = [
  'SuppressedError',
  'Iterator',
  'DisposableStack',
  'AsyncDisposableStack',
  'Float16Array',
];
