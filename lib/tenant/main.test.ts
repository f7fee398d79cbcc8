import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { freePort } from './server/testing/free-port.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tenant-main-'));
const started: ChildProcess[] = [];

afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const settings = {
  AUTH0_CLIENT_ID: 'console',
  AUTH0_CLIENT_SECRET: 'console-secret-of-the-test',
  AUTH0_MANAGEMENT_CLIENT_ID: 'machine',
  AUTH0_MANAGEMENT_CLIENT_SECRET: 'machine-secret-of-the-test',
  DEMO_PASSWORD: 'Correct-Horse-9',
  TENANT_USERS: '20',
};

/** Runs the tenant until it prints a line or ends. */
async function run(variables: Record<string, string>) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'lib/tenant/main.ts'], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    env: { NODE_ENV: 'test', PATH: process.env.PATH, ...settings, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let output = '';
  const printed = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (output.includes('\n')) resolve();
      });
    }
  });
  const ended = once(child, 'exit');
  await Promise.race([printed, ended]);
  return { child, ended, output: () => output };
}

async function signInStatus(port: number): Promise<number> {
  const answer = await fetch(`http://localhost:${port}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: 'console',
      client_secret: settings.AUTH0_CLIENT_SECRET,
      username: 'kelly@example.com',
      password: settings.DEMO_PASSWORD,
      scope: 'openid',
    }),
  });
  return answer.status;
}

test('prints where it listens, ends on SIGTERM, and starts again with what it had', async () => {
  const port = await freePort();
  const variables = { TENANT_PORT: `${port}`, TENANT_FILE: path.join(folder, 'kept.sqlite') };
  const first = await run(variables);
  expect(first.output()).toBe(`Embedded tenant listening at http://localhost:${port}\n`);
  expect(await signInStatus(port)).toBe(200);
  first.child.kill('SIGTERM');
  expect(await first.ended).toEqual([0, null]);

  const second = await run(variables);
  expect(await signInStatus(port)).toBe(200);
  second.child.kill('SIGINT');
  expect(await second.ended).toEqual([0, null]);
});

test('does not start in production, unless it is told that this is a demo', async () => {
  const variables = { NODE_ENV: 'production', TENANT_PORT: `${await freePort()}` };
  const refused = await run(variables);
  expect(await refused.ended).toEqual([1, null]);
  expect(refused.output()).toContain('NODE_ENV says production');
  const demo = await run({ ...variables, STEWARD_DEMO: '1' });
  expect(demo.output()).toContain('listening');
});

test.each([
  [{ TENANT_PORT: 'x' }, 'TENANT_PORT'],
  [{ AUTH0_CLIENT_SECRET: '' }, 'AUTH0_CLIENT_SECRET is missing'],
  [{ TENANT_FAULTS: '{"unknown":1}' }, 'TENANT_FAULTS must be'],
  [{ TENANT_CONTROL_SECRET: 'short-secret' }, 'TENANT_CONTROL_SECRET must have'],
])('wrong settings %j end the start with a sentence that names no value', async (variables, sentence) => {
  const refused = await run(variables);
  expect(await refused.ended).toEqual([1, null]);
  expect(refused.output()).toContain(sentence);
  expect(refused.output()).not.toContain('short-secret');
  expect(refused.output()).not.toContain('    at ');
});

test('a taken port ends the start with a sentence', async () => {
  const port = await freePort();
  await run({ TENANT_PORT: `${port}` });
  const refused = await run({ TENANT_PORT: `${port}` });
  expect(await refused.ended).toEqual([1, null]);
  expect(refused.output()).toContain(`${port}`);
});
