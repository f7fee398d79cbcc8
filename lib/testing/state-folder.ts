import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStateAt } from '#lib/state/state.ts';

const template = path.join(import.meta.dirname, '../../node_modules/.cache/steward-state');

/** A folder with an empty database in it; quicker than to make one each time, which takes seconds. */
export async function freshStateFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'steward-state-'));
  if (!existsSync(template)) await makeTemplate();
  await cp(path.join(template, 'database'), path.join(folder, 'database'), { recursive: true });
  return folder;
}

async function makeTemplate(): Promise<void> {
  const making = `${template}.${process.pid}`;
  const state = await openStateAt({ folder: making });
  await state.close();
  // Whoever comes second finds one that is as good.
  await rename(making, template).catch(() => rm(making, { recursive: true, force: true }));
}
