import { runHook } from '#lib/hook-runner/run-hook.ts';
import { type Figure, written } from './figure.ts';
import { median } from './samples.ts';
import { hostileHooks, updateContext, writeHook } from './sandbox-samples.ts';

const megabyte = 1024 * 1024;
const heldMb = () => process.memoryUsage.rss() / megabyte;
const limits = { waitMs: 500 };

/**
 * The longest time between two turns of the main loop: `workMs` that it worked, which is what a stall is, and
 * `wallMs` that passed, which on a busy machine is mostly waiting for a processor.
 */
function watchMainLoop(): { stop(): { workMs: number; wallMs: number } } {
  const cpuMs = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  let last = { cpuMs: cpuMs(), wallMs: performance.now() };
  const most = { workMs: 0, wallMs: 0 };
  const timer = setInterval(() => {
    const now = { cpuMs: cpuMs(), wallMs: performance.now() };
    most.workMs = Math.max(most.workMs, now.cpuMs - last.cpuMs);
    most.wallMs = Math.max(most.wallMs, now.wallMs - last.wallMs);
    last = now;
  }, 1);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}

/**
 * All hostile hooks one after the other, three times: how long the main loop stood still at the worst of a
 * usual time, how much memory it took at the worst of all.
 */
export async function measureHostile(): Promise<Figure[]> {
  const hooks = hostileHooks();
  await Promise.all([runHook(writeHook, updateContext()), runHook(writeHook, updateContext())]);
  const before = heldMb();
  let most = before;
  const work: number[] = [];
  const wall: number[] = [];
  for (let round = 0; round < 3; round++) {
    const stalls = watchMainLoop();
    for (const hook of hooks) {
      await runHook(hook, updateContext(), { limits });
      most = Math.max(most, heldMb());
    }
    const { workMs, wallMs } = stalls.stop();
    work.push(workMs);
    wall.push(wallMs);
  }
  return [
    {
      what: `stall of the main loop over ${hooks.length} hostile hooks`,
      value: median(work),
      unit: 'ms',
      atMost: 30,
      beside: `its own work at a stretch; by the clock on the wall ${written(median(wall))} ms`,
    },
    { what: 'memory over the hostile hooks, 32 MiB each', value: most - before, unit: 'MB', atMost: 100 },
  ];
}

/** Many calls, one in a hundred hostile: what stays once every thread and cache is as full as it gets. */
export async function measureSoak(calls = 15_000): Promise<Figure> {
  const hooks = hostileHooks().filter(({ text }) => !/^\/\/ Ends as: .*(?:cpu|wait)-limit/m.test(text));
  const ctx = updateContext();
  for (const hook of hooks) await Promise.all([1, 2].map(() => runHook(hook, ctx, { limits })));
  const lowest: number[] = [];
  for (let part = 0; part < 4; part++) {
    const held: number[] = [];
    for (let i = 0; i < calls / 3; i++) {
      const hook = i % 100 === 99 ? hooks[Math.floor(i / 100) % hooks.length] : undefined;
      await runHook(hook ?? writeHook, ctx, { limits });
      if (i % 250 === 249) held.push(heldMb());
    }
    // The first part fills what is kept; the three after it are those that count.
    if (part > 0) lowest.push(Math.min(...held));
  }
  return {
    what: `growth over ${calls.toLocaleString('en')} calls, 1 % hostile`,
    value: Math.max(0, (lowest[2] ?? 0) - (lowest[0] ?? 0)),
    unit: 'MB',
    atMost: 10,
    beside: `${lowest.map((mb) => written(mb)).join(', ')} MB held`,
  };
}
