import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { hookVersionsOf } from '#lib/state/hook-versions.ts';
import { closeState } from '#lib/state/state.ts';
import { setConsoleVariables } from '#lib/testing/console-variables.ts';
import { startPostgres, type TestPostgres } from '#lib/testing/postgres.ts';
import { hooksInForce, startHooks, stopHooks } from './hooks-in-force.ts';

let postgres: TestPostgres;
let folder: string;
const other = hookVersionsOf('https://example.eu.auth0.com');
const put = (name: string, text: string) => writeFile(path.join(folder, `${name}.js`), text);
async function publishedByAnother() {
  const current = (await other.inForce()).hooks.find(({ hook }) => hook === 'write')?.number ?? 0;
  await other.publish('write', { number: 1, instead: current }, 'Ivan');
}
const logged = () => vi.mocked(console.error).mock.calls.map(String);

beforeAll(async () => {
  postgres = await startPostgres();
  folder = await mkdtemp(path.join(tmpdir(), 'hooks-'));
  setConsoleVariables({ HOOKS_DIR: folder, DATABASE_URL: await postgres.database('hooks') });
  await put('write', 'first');
  await startHooks();
});
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  return () => vi.restoreAllMocks();
});
afterAll(async () => {
  await stopHooks();
  await closeState();
  await rm(folder, { recursive: true });
});

test('a file that changed counts with the next request, and has a number', async () => {
  expect((await hooksInForce()).write).toMatchObject({ text: 'first', number: 1 });
  await put('write', 'second');
  expect((await hooksInForce()).write).toEqual({
    name: 'write',
    text: 'second',
    version: expect.stringMatching(/^[\w-]{43}$/),
    number: 2,
    file: path.join(folder, 'write.js'),
  });
  expect((await other.inForce()).hooks[0]?.cameFrom).toBe(`${hostname()}:${folder}`);
});

test('requests that come at once take it once', async () => {
  const before = await other.revision();
  await put('write', 'at once');
  const sets = await Promise.all(Array.from({ length: 20 }, hooksInForce));
  expect(new Set(sets.map(({ write }) => write?.text))).toEqual(new Set(['at once']));
  expect(await other.revision()).toBe(before + 1);
});

test('what another server publishes counts here within a second', async () => {
  await put('write', 'mine');
  await hooksInForce();
  await publishedByAnother();
  await vi.waitFor(async () => expect((await hooksInForce()).write?.text).toBe('first'), {
    timeout: 1_000,
    interval: 20,
  });
  await put('write', 'mine again');
  expect((await hooksInForce()).write?.text).toBe('mine again');
});

test('a changed file reaches the others without anybody asking this server', async () => {
  await put('write', 'unasked');
  const others = async () => (await other.inForce()).hooks.find(({ hook }) => hook === 'write')?.text;
  await vi.waitFor(async () => expect(await others()).toBe('unasked'), { timeout: 1_000, interval: 20 });
});

test('hooks stay in force while their folder is away, and follow it when it is back', async () => {
  await put('write', 'known');
  expect((await hooksInForce()).write?.text).toBe('known');
  await rename(folder, `${folder}.away`);
  expect((await hooksInForce()).write?.text).toBe('known');
  await publishedByAnother();
  await vi.waitFor(async () => expect((await hooksInForce()).write?.text).toBe('first'), { timeout: 1_000 });
  expect(logged().filter((line) => line.includes('stay in force'))).toHaveLength(1);
  await rename(`${folder}.away`, folder);
  await put('write', 'back');
  await vi.waitFor(async () => expect((await hooksInForce()).write?.text).toBe('back'), { timeout: 2_000 });
});

test('hooks stay in force while the database is away, and asking for them waits for nothing', async () => {
  await put('write', 'last');
  expect((await hooksInForce()).write?.text).toBe('last');
  await postgres.stop();
  await put('write', 'cannot be taken');
  await vi.waitFor(() => expect(logged().join()).toContain('stay in force'), { timeout: 20_000 });
  const startedMs = Date.now();
  expect((await hooksInForce()).write?.text).toBe('last');
  expect(Date.now() - startedMs).toBeLessThan(100);
});
