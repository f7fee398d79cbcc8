import type { HookFailure, HookName } from '#lib/hook-runner/hook.ts';
import { isJsonObject, type JsonObject } from '#lib/json.ts';
import { log } from '#lib/log.ts';

/** A failure of a hook that nobody is shown as an error of its own: a line in the server's log. */
export function noteHookFailure({ hook, message }: HookFailure): void {
  log('error', message, { hook });
}

/**
 * What a hook wrote with `ctx.log`, as one line of the server's log. A password that the hook was given is not
 * in it.
 */
export function noteHookLog(hook: HookName, said: readonly string[], context: JsonObject): void {
  if (said.length === 0) return;
  const { payload } = context;
  const password = isJsonObject(payload) ? payload.password : undefined;
  const isSecret = typeof password === 'string' && password !== '';
  // A hook that logs its ctx as JSON writes the password as JSON does.
  const forms = isSecret ? [password, JSON.stringify(password).slice(1, -1)] : [];
  const lines = said.map((line) => forms.reduce((text, form) => text.replaceAll(form, '[password]'), line));
  log('info', `The ${hook} hook logged.`, { hook, log: lines });
}
