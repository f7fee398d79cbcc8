import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkerStart } from './messages.ts';

// Paths are put together from the project's root at run time. A bundler that could follow them would try to
// take the worker and the WebAssembly files in, and both must stay files.
const inProject = (...parts: string[]) => join(/* turbopackIgnore: true */ process.cwd(), ...parts);

export const workerPath = (): string => inProject('lib', 'hook-runner', 'worker', 'worker.ts');

const extensionNames = ['url', 'encoding', 'structured-clone'];

const compile = async (...parts: string[]): Promise<WebAssembly.Module> =>
  WebAssembly.compile(await readFile(inProject('node_modules', 'quickjs-wasi', ...parts)));

/** The engine and its extensions, compiled once for all workers. */
export async function compileEngine(): Promise<WorkerStart> {
  const [engine, ...modules] = await Promise.all([
    compile('quickjs.wasm'),
    ...extensionNames.map((name) => compile('extensions', name, `${name}.so`)),
  ]);
  return {
    engine,
    extensions: modules.map((module, i) => ({ name: extensionNames[i] ?? '', module })),
  };
}
