import { env } from '#lib/env.ts';
import { loadHooks } from '#lib/hook-runner/load-hooks.ts';

/** Checks what the server needs before it takes a request: the settings and the hooks' folder. */
export async function boot(): Promise<void> {
  try {
    await loadHooks(env().HOOKS_DIR);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
