import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPostgres } from './postgres.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'steward-orphans-'));
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true }));

async function takesConnections(address: string): Promise<boolean> {
  const { port, hostname } = new URL(address);
  const socket = connect(Number(port), hostname);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

describe('a PostgreSQL of the tests', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'leaves nothing behind when the run is ended by %s',
    async (signal) => {
      const run = spawn(process.execPath, [path.join(import.meta.dirname, 'postgres-child.ts')], {
        env: { ...process.env, TMPDIR: folder },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [line] = await once(run.stdout.setEncoding('utf8'), 'data');
      const address = String(line).trim();
      expect(await takesConnections(address)).toBe(true);
      expect(await readdir(folder)).toHaveLength(2);
      run.kill(signal);
      await once(run, 'exit');
      const left = async () => [await takesConnections(address), await readdir(folder)];
      await expect.poll(left, { timeout: 20_000 }).toEqual([false, []]);
    },
    60_000,
  );

  test('ends when it is told to, and leaves nothing either', async () => {
    process.env.TMPDIR = folder;
    const postgres = await startPostgres();
    const address = await postgres.database('tests');
    expect(await takesConnections(address)).toBe(true);
    await postgres.stop();
    expect(await takesConnections(address)).toBe(false);
    expect(await readdir(folder)).toEqual([]);
  });
});
