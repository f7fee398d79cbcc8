import { noteHook } from '#lib/audit/note.ts';
import { env } from '#lib/env.ts';
import { AppError } from '#lib/errors.ts';
import type { HookFailure, HookOutcome, HookSource, RunOptions } from '#lib/hook-runner/hook.ts';
import { wordsOf } from '#lib/hook-runner/hook-failure.ts';
import { runHook, runHookForEach } from '#lib/hook-runner/run-hook.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import { customDataOf } from '#lib/state/custom-data.ts';
import { inEnglish, words } from '#lib/words.ts';
import { noteHookLog } from './hook-log.ts';

/**
 * Runs one hook and gives its answer, `undefined` when it called back without one.
 * @throws AppError 'refused-by-hook' with the hook's own sentence, or 'hook-failed'
 */
export async function runPolicyHook(hook: HookSource, context: JsonObject): Promise<Json | undefined> {
  noteHook(hook);
  const { outcome, log } = await runHook(hook, context, hookRunOptions());
  noteHookLog(hook.name, log, context);
  if (outcome.ok) return outcome.answer;
  throw asAppError(outcome.error);
}

/** Runs one hook for each of `members` laid over `shared`, in one call; outcomes are in their order. */
export async function runPolicyHookForEach(
  hook: HookSource,
  shared: JsonObject,
  members: JsonObject[],
): Promise<HookOutcome[]> {
  noteHook(hook);
  const { outcomes, log } = await runHookForEach(hook, shared, members, hookRunOptions());
  noteHookLog(hook.name, log, shared);
  return outcomes;
}

/** The limits that the operator has set for hooks, the origins that they may call, and the tenant's custom data. */
export function hookRunOptions(): RunOptions {
  const settings = env();
  return {
    limits: {
      cpuMs: settings.HOOK_CPU_MS,
      waitMs: settings.HOOK_WAIT_MS,
      heapBytes: settings.HOOK_HEAP_MB * 1024 * 1024,
      contextBytesMax: settings.HOOK_CONTEXT_KB * 1024,
      answerBytesMax: settings.HOOK_ANSWER_KB * 1024,
      hostCallsMax: settings.HOOK_HOST_CALLS,
      logLinesMax: settings.HOOK_LOG_LINES,
      logBytesMax: settings.HOOK_LOG_KB * 1024,
    },
    customData: customDataOf(settings.tenantOrigin),
    remote: { origins: settings.HOOK_ORIGINS },
  };
}

/** What the manager is told of a hook that refused or failed. */
export function asAppError(failure: HookFailure): AppError {
  if (failure.code === 'refused') {
    const { hook, status } = failure;
    return new AppError('refused-by-hook', wordsOf(failure) || undefined, {
      hook,
      ...(status !== undefined && { status }),
    });
  }
  return new AppError(
    'hook-failed',
    words('{failure} Nothing was changed. Tell an administrator.', { failure: wordsOf(failure) }),
    { hook: failure.hook },
  );
}

/** The failure of a function whose text the settings hook gave for a field: its lines are those of that text. */
export function asFailureOf(
  name: 'display' | 'validationFunction',
  property: string,
  failure: HookFailure,
): HookFailure {
  const { wordsAbout, message, ...rest } = failure;
  const inFull =
    wordsAbout?.({
      subject: words('The settings hook’s {name} for “{property}”', { name, property }),
      answer: words('The answer of the settings hook’s {name} for “{property}”', { name, property }),
    }) ?? message;
  return { ...rest, message: inEnglish(inFull), wordsAbout: () => inFull };
}
