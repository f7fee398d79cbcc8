import type { HookFailure } from '#lib/hook-runner/hook.ts';

/** A failure of a hook that nobody is shown as an error of its own: a line in the server's log. */
export function noteHookFailure({ hook, message }: HookFailure, what: string): void {
  console.error(JSON.stringify({ level: 'error', hook, what, message }));
}
