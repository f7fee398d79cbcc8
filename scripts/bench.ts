import { availableParallelism, loadavg } from 'node:os';
import { measurePages } from './bench/console-pages.ts';
import { type Figure, holds, type Part, tableOf } from './bench/figure.ts';
import { measureLists } from './bench/list.ts';
import { measureLoad } from './bench/load.ts';
import { measureSandbox } from './bench/sandbox.ts';
import { measureWrites } from './bench/writes.ts';
import { buildWhereNeeded } from './build.ts';

// Measures in parts, one after the other, and prints one table last; a limit that is broken ends it with 1.
const parts: Record<string, Part> = {
  sandbox: measureSandbox,
  list: measureLists,
  create: measureWrites,
  javascript: measurePages,
  load: measureLoad,
};

const [wanted, ...others] = process.argv.slice(2);
if (others.length > 0 || (wanted !== undefined && !Object.hasOwn(parts, wanted))) {
  console.error(`Usage: npm run bench [-- ${Object.keys(parts).join(' | ')}]`);
  process.exit(2);
}

// A build takes both cores, so it comes before anything is measured.
if (wanted === undefined || ['javascript', 'load'].includes(wanted)) buildWhereNeeded();
const [loadBefore = 0] = loadavg();
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (wanted !== undefined && wanted !== name) continue;
  console.error(`Measuring: ${name} …`);
  figures.push(...(await measure()));
}
const load = loadBefore.toFixed(1);
console.log(
  `\nNode ${process.version}, ${availableParallelism()} cores, load ${load} before the first measurement.`,
);
console.log(`\n${tableOf(figures)}`);
process.exitCode = figures.every(holds) ? 0 : 1;
