import { availableParallelism } from 'node:os';
import { HookPool } from './hook-pool.ts';

const holder: { stewardHookPool?: HookPool } & object = globalThis;

/** The process's one pool, started by its first use. Bundles of the same process share it. */
export function sharedPool(): HookPool {
  holder.stewardHookPool ??= new HookPool(Math.min(4, availableParallelism()));
  return holder.stewardHookPool;
}

/** Ends the threads; the next use starts new ones. */
export async function closeSharedPool(): Promise<void> {
  const pool = holder.stewardHookPool;
  delete holder.stewardHookPool;
  await pool?.close();
}
