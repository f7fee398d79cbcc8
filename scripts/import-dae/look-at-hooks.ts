import { checkHookText } from '#lib/hook-runner/check-hook.ts';
import type { HookFailure, HookName } from '#lib/hook-runner/hook.ts';
import { toHookSource } from '#lib/hook-runner/load-hooks.ts';
import { runHook } from '#lib/hook-runner/run-hook.ts';
import { isJsonObject } from '#lib/json.ts';
import { type Facts, factsOf } from './code/facts.ts';
import { parseHook } from './code/parse-hook.ts';
import { ImportError, type StoredHook } from './dae-configuration.ts';
import { differencesOfAny } from './differences/any-hook.ts';
import type { Difference, Looked } from './differences/difference.ts';
import { differencesOfOther } from './differences/other-hooks.ts';
import { differencesOfSettings } from './differences/settings-hook.ts';
import { differencesOfWrite } from './differences/write-hook.ts';

/** What is to be said of one hook. */
export interface HookReport {
  name: HookName;
  storedAs: string;
  bytes: number;
  /** Why the sandbox cannot read it; nothing when it can. */
  failure: HookFailure | undefined;
  differences: Difference[];
}

/** A machine at work must not make a hook look wrong. */
const patienceMs = 60_000;

/** Reads every hook in the sandbox and its code in a parser; no hook is called. */
export async function lookAtHooks(hooks: readonly StoredHook[]): Promise<HookReport[]> {
  const all = new Map<HookName, Facts>();
  for (const { name, text } of hooks) {
    const code = parseHook(text);
    if (code) all.set(name, factsOf(code));
  }
  const configured = new Set(hooks.map(({ name }) => name));
  const reports: HookReport[] = [];
  for (const { name, storedAs, text } of hooks) {
    const failure = await checkHookText(name, text, patienceMs);
    const facts = all.get(name);
    const differences = facts
      ? differencesOf({ name, facts, all, configured, missing: await missingFor(facts) })
      : [];
    reports.push({ name, storedAs, bytes: Buffer.byteLength(text), failure, differences });
  }
  return reports;
}

function differencesOf(looked: Looked): Difference[] {
  return [...differencesOfAny(looked), ...ownDifferencesOf(looked)].sort(
    (a, b) => (a.line ?? 0) - (b.line ?? 0),
  );
}

function ownDifferencesOf(looked: Looked): Difference[] {
  switch (looked.name) {
    case 'write':
      return differencesOfWrite(looked);
    case 'settings':
      return differencesOfSettings(looked);
    default:
      return differencesOfOther(looked, looked.name);
  }
}

const question = `function (ctx, callback) {
  var modules = {};
  ctx.modules.forEach(function (name) {
    try { require(name); } catch (error) { modules[name] = error.message; }
  });
  callback(null, { globals: ctx.globals.filter(function (name) { return !(name in globalThis); }), modules: modules });
}`;

/** Asks the sandbox itself which globals and modules it lacks, so that no second list can be wrong. */
async function missingFor(facts: Facts): Promise<Looked['missing']> {
  const globals = [...new Set(facts.free.map(({ what }) => what))];
  const modules = [...new Set(facts.required.flatMap(({ what }) => what ?? []))];
  const { outcome } = await runHook(
    toHookSource('settings', question),
    { globals, modules },
    { limits: { waitMs: patienceMs, cpuMs: patienceMs } },
  );
  if (!outcome.ok) throw new ImportError(`The sandbox cannot be asked: ${outcome.error.message}`);
  const answer = isJsonObject(outcome.answer) ? outcome.answer : {};
  const lacking = isJsonObject(answer.modules) ? answer.modules : {};
  return {
    globals: new Set(Array.isArray(answer.globals) ? answer.globals.map(String) : []),
    modules: new Map(Object.entries(lacking).map(([name, why]) => [name, String(why)])),
  };
}
