import v8 from 'node:v8';
import { runInNewContext } from 'node:vm';

v8.setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');
v8.setFlagsFromString('--no-expose-gc');

/** Gives the memory of instances that were thrown away back to the system now, not when the heap feels full. */
export function collectGarbage(): void {
  if (typeof collect === 'function') collect();
}
