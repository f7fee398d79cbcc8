import { pathToFileURL } from 'node:url';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { type Figure, holds, tableOf } from './figure.ts';
import { measureEnds, measureNeighbours } from './sandbox-limits.ts';
import { measureHostile, measureSoak } from './sandbox-soak.ts';
import { measurePage, measureStart, measureWriteHook } from './sandbox-speed.ts';

/** Measures the sandbox for hooks against what it must hold, within one run. */
export async function measureSandbox(): Promise<Figure[]> {
  const figures: Figure[] = [];
  const parts = [
    measureStart,
    measureWriteHook,
    measurePage,
    measureEnds,
    measureNeighbours,
    measureHostile,
    measureSoak,
  ];
  for (const measure of parts) figures.push(...[await measure()].flat());
  await closeHookPool();
  return figures;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const figures = await measureSandbox();
  console.log(tableOf(figures));
  process.exitCode = figures.every(holds) ? 0 : 1;
}
