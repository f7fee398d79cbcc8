import { type Figure, holds, type Part, tableOf } from './bench/figure.ts';
import { measureLists } from './bench/list.ts';
import { measureWrites } from './bench/writes.ts';

// Measures in parts, one after the other, and prints one table last; a limit that is broken ends it with 1.
const parts: Record<string, Part> = {
  list: measureLists,
  create: measureWrites,
};

const [wanted, ...others] = process.argv.slice(2);
if (others.length > 0 || (wanted !== undefined && !Object.hasOwn(parts, wanted))) {
  console.error(`Usage: npm run bench [-- ${Object.keys(parts).join(' | ')}]`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (wanted !== undefined && wanted !== name) continue;
  console.error(`Measuring: ${name} …`);
  figures.push(...(await measure()));
}
console.log(`\n${tableOf(figures)}`);
process.exitCode = figures.every(holds) ? 0 : 1;
