import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { freshStateFolder } from '#lib/testing/state-folder.ts';
import { customDataOf } from './custom-data.ts';
import { openStateAt } from './state.ts';
import { startChild } from './testing/start-child.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function freshFolder(): Promise<string> {
  const folder = await freshStateFolder();
  folders.push(folder);
  return folder;
}

async function dataIn(folder: string): Promise<{ n: number; filling: string }> {
  const state = await openStateAt({ folder });
  const { json } = await customDataOf('https://example.eu.auth0.com', async () => state).read();
  await state.close();
  return { n: 0, filling: '', ...JSON.parse(json) };
}

describe('a folder with Steward’s own data', () => {
  test('is refused to a second process, which is told who holds it, until the first has gone', async () => {
    const folder = await freshFolder();
    const first = startChild('hold', { folder });
    await first.until('open');
    const refusal = await openStateAt({ folder }).catch((error: Error) => error.message);
    expect(refusal).toContain(`Steward cannot use its own data in ${folder}`);
    expect(refusal).toContain(`in use by another server (process ${first.pid})`);
    await first.kill();
    expect(await dataIn(folder)).toEqual({ n: 0, filling: '' });
  });

  test('is refused a second time in one process too, and free again once it is closed', async () => {
    const folder = await freshFolder();
    const state = await openStateAt({ folder });
    await expect(openStateAt({ folder })).rejects.toThrow(`(process ${process.pid})`);
    await state.close();
    await (await openStateAt({ folder })).close();
  });

  test('holds what was last acknowledged, whole, whenever its process is killed', async () => {
    const folder = await freshFolder();
    let acknowledged = 0;
    for (const writes of [1, 5, 2]) {
      const child = startChild('count', { folder });
      await child.until(`${acknowledged + writes}`);
      await child.kill();
      acknowledged = Number(child.lines.at(-1));
      const { n, filling } = await dataIn(folder);
      // What was on its way may have arrived.
      expect([acknowledged, acknowledged + 1]).toContain(n);
      expect(filling).toBe(`${n % 10}`.repeat(390_000));
      acknowledged = n;
    }
    expect(acknowledged).toBeGreaterThanOrEqual(8);
  }, 120_000);

  test('that was never finished, because the first start was killed, is made anew', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'steward-state-'));
    folders.push(folder);
    const child = startChild('hold', { folder });
    await expect.poll(() => existsSync(path.join(folder, 'database.new')), { timeout: 60_000 }).toBe(true);
    await child.kill();
    expect(existsSync(path.join(folder, 'database'))).toBe(false);
    expect(await dataIn(folder)).toEqual({ n: 0, filling: '' });
  }, 120_000);
});
