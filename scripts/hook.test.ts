import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

describe('npm run hook', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hook-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Runs the command as a person does; its output must be one line of JSON. */
  async function run(...paths: string[]): Promise<{ line: Record<string, unknown>; exitCode: number }> {
    const { stdout, exitCode } = await new Promise<{ stdout: string; exitCode: number }>((resolve) => {
      const child = execFile('npm', ['run', '--silent', 'hook', '--', ...paths], (_error, output) =>
        resolve({ stdout: output, exitCode: child.exitCode ?? -1 }),
      );
    });
    expect(stdout).toMatch(/^[^\n]+\n$/);
    return { line: JSON.parse(stdout), exitCode };
  }

  async function file(name: string, text: string): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  }

  it('prints what the hook answered and logged, and exits with 0', async () => {
    const hook = await file(
      'write.js',
      '// doubles\nfunction(ctx, callback) { ctx.log("n is", ctx.n); callback(null, { n: ctx.n * 2 }); }',
    );
    const { line, exitCode } = await run(hook, await file('ctx.json', '{"n":2}'));
    expect(line).toEqual({ ok: true, answer: { n: 4 }, log: ['n is 2'], ms: expect.any(Number) });
    expect(exitCode).toBe(0);
  });

  it('keeps what the hook writes as custom data for this run alone', async () => {
    const hook = await file(
      'write.js',
      'async (ctx) => { const before = await ctx.read(); await ctx.write({ n: 1 }); return [before, await ctx.read()]; }',
    );
    const ctx = await file('ctx.json', '{}');
    for (const _ of [1, 2]) expect((await run(hook, ctx)).line).toMatchObject({ answer: [{}, { n: 1 }] });
  });

  it('prints an answer of nothing as null', async () => {
    const { line } = await run(await file('access.js', '(ctx, cb) => cb()'), await file('ctx.json', '{}'));
    expect(line).toMatchObject({ ok: true, answer: null });
  });

  it('prints a refusal in the hook’s own words, and exits with 1', async () => {
    const hook = await file(
      'access.js',
      'function(ctx, callback) {\n  callback(new Error("Not yours."));\n}',
    );
    const { line, exitCode } = await run(hook, await file('ctx.json', '{}'));
    expect(line).toMatchObject({
      ok: false,
      error: { message: 'Not yours.', code: 'refused', line: 2 },
      log: [],
    });
    expect(exitCode).toBe(1);
  });

  it('names the hook by the file, with line and column of what is wrong', async () => {
    const hook = await file('filter.js', 'function(ctx, callback) {\n  callback(null, ;\n}');
    const { line, exitCode } = await run(hook, await file('ctx.json', '{}'));
    expect(line).toMatchObject({ ok: false, error: { code: 'syntax', line: 2, column: 18 } });
    expect(JSON.stringify(line)).toContain('The filter hook cannot be read');
    expect(exitCode).toBe(1);
  });

  it('says in the same form what it was given wrongly', async () => {
    const hook = await file('anything.txt', '(ctx, cb) => cb(null, 1)');
    const ctx = await file('ctx.json', '{}');
    expect((await run(hook, ctx)).line).toMatchObject({ ok: true, answer: 1 });
    const wrong = await Promise.all([
      run(),
      run(hook),
      run(join(folder, 'nothing.js'), ctx),
      run(hook, join(folder, 'nothing.json')),
      run(hook, await file('list.json', '[1]')),
      run(hook, await file('broken.json', '{"a":')),
    ]);
    for (const { line, exitCode } of wrong) {
      expect(line).toMatchObject({
        ok: false,
        error: { message: expect.any(String), code: expect.any(String) },
        log: [],
      });
      expect(exitCode).toBe(1);
    }
  });
});
