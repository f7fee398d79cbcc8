import type { HookFailure, HookName } from '#lib/hook-runner/hook.ts';
import { isJsonObject, type JsonObject } from '#lib/json.ts';

/** A failure of a hook that nobody is shown as an error of its own: a line in the server's log. */
export function noteHookFailure({ hook, message }: HookFailure): void {
  console.error(JSON.stringify({ level: 'error', hook, message }));
}

/**
 * What a hook wrote with `ctx.log`, as one line of the server's log. A password that the hook was given is not
 * in it.
 */
export function noteHookLog(hook: HookName, log: readonly string[], context: JsonObject): void {
  if (log.length === 0) return;
  const { payload } = context;
  const password = isJsonObject(payload) ? payload.password : undefined;
  const isSecret = typeof password === 'string' && password !== '';
  // A hook that logs its ctx as JSON writes the password as JSON does.
  const forms = isSecret ? [password, JSON.stringify(password).slice(1, -1)] : [];
  const lines = log.map((line) => forms.reduce((text, form) => text.replaceAll(form, '[password]'), line));
  console.log(JSON.stringify({ level: 'info', hook, log: lines }));
}
