import { defaultHookLimits } from '#lib/hook-runner/hook.ts';
import { toHookSource } from '#lib/hook-runner/load-hooks.ts';
import { graceMs } from '#lib/hook-runner/pool/hook-pool.ts';
import { runHook } from '#lib/hook-runner/run-hook.ts';
import { type Figure, written } from './figure.ts';
import { median, msOf, quantile } from './samples.ts';
import { updateContext, writeHook } from './sandbox-samples.ts';

const { cpuMs } = defaultHookLimits;

const silent = toHookSource('write', 'function (ctx, callback) {}');
const endless = toHookSource('write', 'function (ctx, callback) { while (true) {} }');
const native = toHookSource(
  'write',
  'function (ctx, callback) { let deep = []; for (let i = 0; i < 200000; i++) deep = [deep]; callback(null, JSON.stringify(deep)); }',
);

async function samplesOf(count: number, run: () => Promise<unknown>): Promise<number[]> {
  const samples: number[] = [];
  for (let i = 0; i < count; i++) samples.push(await msOf(run));
  return samples;
}

/** How soon hooks that never answer are answered for. */
export async function measureEnds(): Promise<Figure[]> {
  await runHook(silent, {});
  const silents = await samplesOf(50, () => runHook(silent, {}));
  const endlesses = await samplesOf(5, () => runHook(endless, {}));
  const natives = await samplesOf(3, () => runHook(native, {}));
  return [
    { what: 'hook that awaits nothing and never calls back', value: median(silents), unit: 'ms', atMost: 20 },
    {
      what: `while (true) answered, limit ${cpuMs} ms`,
      value: median(endlesses),
      unit: 'ms',
      atMost: cpuMs + 50,
    },
    {
      what: `native loop that never polls answered, limit ${cpuMs} ms + grace ${graceMs} ms`,
      value: median(natives),
      unit: 'ms',
      atMost: cpuMs + graceMs + 150,
    },
  ];
}

/** How long other hooks take while one burns its time, over and over. */
export async function measureNeighbours(): Promise<Figure> {
  const ctx = updateContext();
  await Promise.all([runHook(writeHook, ctx), runHook(writeHook, ctx)]);
  let spinning = true;
  const spin = async () => {
    for (let round = 0; round < 8; round++) await runHook(endless, {});
    spinning = false;
  };
  const spun = spin();
  const samples: number[] = [];
  while (spinning) samples.push(await msOf(() => runHook(writeHook, ctx)));
  await spun;
  return {
    what: 'other hooks while one spins, p99',
    value: quantile(samples, 0.99),
    unit: 'ms',
    atMost: 25,
    beside: `p50 ${written(median(samples))} ms, ${samples.length} calls`,
  };
}
