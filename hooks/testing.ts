import { expect } from 'vitest';
import type { HookName, HookOutcome } from '#lib/hook-runner/hook.ts';
import { loadHooks } from '#lib/hook-runner/load-hooks.ts';
import { runHook } from '#lib/hook-runner/run-hook.ts';
import type { JsonObject } from '#lib/json.ts';

/** Runs one of the hooks beside this file in the sandbox, as the console does. */
export async function runHookHere(name: HookName, ctx: JsonObject): Promise<HookOutcome> {
  const hook = (await loadHooks(import.meta.dirname))[name];
  if (!hook) throw new Error(`There is no ${name} hook in ${import.meta.dirname}.`);
  return (await runHook(hook, ctx)).outcome;
}

/** What somebody reads whom a hook refuses. */
export function refusal(message: string) {
  return { ok: false, error: expect.objectContaining({ code: 'refused', message }) };
}

/** A person of a department, or of none. */
export function person(department?: string): JsonObject {
  return {
    user_id: `auth0|${department ?? 'nobody'}`,
    email: 'person@example.com',
    ...(department && { app_metadata: { department } }),
  };
}
