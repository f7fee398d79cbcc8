import { afterAll, describe, expect, it } from 'vitest';
import { checkHookText } from './check-hook.ts';
import { hookTextBytesMax } from './hook.ts';
import { closeHookPool } from './load-hooks.ts';
import { runFunctionText } from './run-function-text.ts';

afterAll(closeHookPool);

describe('a text that is to be saved', () => {
  it('is taken when it is a function', async () => {
    expect(
      await checkHookText(
        'access',
        '// mine\nfunction (ctx, callback) { callback(); };\nfunction helper() {}',
      ),
    ).toBeUndefined();
  });

  it('is refused with line and column when it cannot be read', async () => {
    const failure = await checkHookText('access', 'function (ctx, callback) {\n  callback(null, ;\n}');
    expect(failure).toMatchObject({ hook: 'access', code: 'syntax', line: 2, column: 18 });
    expect(failure?.message).toMatch(/^The access hook cannot be read at line 2, column 18: SyntaxError/);
  });

  it('is refused with the right column on its first line', async () => {
    expect(await checkHookText('access', 'function (ctx) { return ctx. }')).toMatchObject({
      code: 'syntax',
      line: 1,
      column: 30,
    });
  });

  it.each([
    ['42', 'number'],
    ['{ a: 1 }', 'object'],
    ['"function () {}"', 'string'],
    ['null', 'object'],
  ])('is refused when it is no function: %s', async (text, type) => {
    const failure = await checkHookText('filter', text);
    expect(failure).toMatchObject({ code: 'not-a-function', line: 1, column: 1 });
    expect(failure?.message).toContain(type);
  });

  it.each([
    '',
    '   \n',
    '// only a comment',
    'function(){}); evil(',
    'export default function () {}',
    'var f = function () {}',
  ])('is refused when it is no single expression: %j', async (text) => {
    expect(await checkHookText('write', text)).toMatchObject({ code: 'syntax' });
  });

  it('is refused when it is too long', async () => {
    const text = `function () {} //${'x'.repeat(hookTextBytesMax)}`;
    expect(await checkHookText('write', text)).toMatchObject({ code: 'input-too-large' });
  });

  it('is not called', async () => {
    expect(await checkHookText('write', 'function (ctx, callback) { for (;;) {} }')).toBeUndefined();
  });
});

describe('a function that the settings hook gives as text', () => {
  it('is called once for each list of arguments', async () => {
    const text =
      'function (user, value, dictionary) { return dictionary.hello + " " + user.name + ": " + value[0]; }';
    const outcomes = await runFunctionText(text, [
      [{ name: 'Kelly' }, ['a'], { hello: 'Hi' }],
      [{ name: 'Ivan' }, ['b'], { hello: 'Hi' }],
    ]);
    expect(outcomes).toEqual([
      { ok: true, answer: 'Hi Kelly: a' },
      { ok: true, answer: 'Hi Ivan: b' },
    ]);
  });

  it('may return nothing', async () => {
    expect(await runFunctionText('(value) => { if (!value) return "needed"; }', [['x'], ['']])).toEqual([
      { ok: true, answer: undefined },
      { ok: true, answer: 'needed' },
    ]);
  });

  it('fails for one list without harm to the others', async () => {
    const outcomes = await runFunctionText('(user) => user.name.length', [
      [{ name: 'abc' }],
      [{}],
      [{ name: 'x' }],
    ]);
    expect(outcomes.map((one) => (one.ok ? one.answer : one.error.code))).toEqual([3, 'threw', 1]);
  });

  it('runs under the limits of hooks', async () => {
    const outcomes = await runFunctionText('() => { for (;;) {} }', [[]], { limits: { cpuMs: 50 } });
    expect(outcomes).toMatchObject([{ ok: false, error: { hook: 'settings', code: 'cpu-limit' } }]);
  });

  it('must return its value at once', async () => {
    expect(await runFunctionText('async () => 1', [[]])).toMatchObject([
      { ok: false, error: { code: 'threw' } },
    ]);
  });
});
