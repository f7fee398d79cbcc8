import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { log } from './log.ts';
import { requestIdFrom, withRequestId } from './request-id.ts';

beforeEach(() => {
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

const lines = () =>
  [console.info, console.warn, console.error].flatMap((print) =>
    vi.mocked(print).mock.calls.map(([line]) => String(line)),
  );

test('an event is one line of JSON with its time, level, message and request', () => {
  withRequestId('a-request', () => log('warn', 'Odd.', { part: 'state' }));
  expect(lines()).toHaveLength(1);
  expect(JSON.parse(lines()[0] ?? '')).toEqual({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    level: 'warn',
    message: 'Odd.',
    requestId: 'a-request',
    part: 'state',
  });
});

test('an error is the text of its stack with its causes, in the same line', () => {
  log('error', 'Failed.', { error: new Error('outer', { cause: new Error('inner') }) });
  expect(lines()[0]).not.toContain('\n');
  const { error } = JSON.parse(lines()[0] ?? '');
  expect(error).toMatch(/^Error: outer\n[\s\S]*log\.test\.ts[\s\S]*because of Error: inner/);
});

test('what anything prints by way of the console is a line of its own, whatever it is', () => {
  const program = `
    import { logWhatIsPrinted, log } from '#lib/log.ts';
    logWhatIsPrinted();
    logWhatIsPrinted();
    console.log('▲ \\u001b[32mReady\\u001b[39m', 1, { a: [2] });
    console.warn(new Error('two\\nlines'));
    const round = {}; round.round = round;
    console.error(round);
    log('info', 'own');`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  const printed = [...stdout.trim().split('\n'), ...stderr.trim().split('\n')].map((line) =>
    JSON.parse(line),
  );
  expect(printed).toMatchObject([
    { level: 'info', message: '▲ Ready 1 {"a":[2]}' },
    { level: 'info', message: 'own' },
    { level: 'warn', message: expect.stringMatching(/^Error: two\nlines\n/) },
    { level: 'error', message: '[object Object]' },
  ]);
});

test.each([
  ['a proxy’s id is kept', '01HF-abc.def:42', '01HF-abc.def:42'],
  ['none is made up', null, /^[\da-f-]{36}$/],
  ['one with a line break is not taken', 'abcdefgh\nforged', /^[\da-f-]{36}$/],
  ['one that is too long is not taken', 'a'.repeat(65), /^[\da-f-]{36}$/],
  ['one that is too short is not taken', 'abc', /^[\da-f-]{36}$/],
])('of a request’s id: %s', (_, received, expected) => {
  expect(requestIdFrom(received)).toEqual(
    typeof expected === 'string' ? expected : expect.stringMatching(expected),
  );
});

test('that nobody reads the log any more keeps nothing from running, and ending as it should', async () => {
  const program = `
    import { logWhatIsPrinted, log } from '#lib/log.ts';
    logWhatIsPrinted();
    process.on('uncaughtException', (error) => console.error(error));
    await new Promise((resolve) => process.stdin.once('data', resolve));
    for (let lines = 0; lines < 50; lines += 1) {
      log('info', 'Still here.');
      console.error(new Error('Still here.'));
      await new Promise((resolve) => setImmediate(resolve));
    }
    process.exit(7);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { cwd: process.cwd() });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  child.stdout.destroy();
  child.stderr.destroy();
  child.stdin.write('go');
  expect(await ended).toEqual([7, null]);
});
