import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { customDataInMemory } from '#lib/hook-runner/custom-data-in-memory.ts';
import { type HookName, hookNames } from '#lib/hook-runner/hook.ts';
import { closeHookPool, toHookSource } from '#lib/hook-runner/load-hooks.ts';
import { runHook } from '#lib/hook-runner/run-hook.ts';
import { isJsonObject, type JsonObject } from '#lib/json.ts';
import { hookOriginList } from '#lib/origin-list.ts';

interface Line {
  ok: boolean;
  [member: string]: unknown;
}

const usage = 'Usage: npm run --silent hook -- <file of the hook> <file with ctx as JSON>';

/** The hook that a file holds, by the file's name; any other name counts as a write hook. */
function hookNameOf(path: string): HookName {
  const name = basename(path).replace(/\.[cm]?js$/, '');
  return hookNames.find((one) => one === name) ?? 'write';
}

class BadInput extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

async function readContext(path: string): Promise<JsonObject> {
  const text = await readFile(path, 'utf8');
  let ctx: unknown;
  try {
    ctx = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new BadInput(
      'bad-ctx',
      `${path} is no JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (isJsonObject(ctx)) return ctx;
  throw new BadInput('bad-ctx', `${path} must hold a JSON object: the ctx that the hook is given.`);
}

async function runFile(paths: string[]): Promise<Line> {
  const [hookPath, ctxPath] = paths;
  if (!hookPath || !ctxPath || paths.length > 2) throw new BadInput('usage', usage);
  const ctx = await readContext(ctxPath);
  const hook = toHookSource(hookNameOf(hookPath), await readFile(hookPath, 'utf8'));
  const remote = { origins: hookOriginList.parse(process.env.HOOK_ORIGINS) };
  const { outcome, log, ms } = await runHook(hook, ctx, { remote, customData: customDataInMemory() });
  const rounded = Math.round(ms * 100) / 100;
  if (outcome.ok) return { ok: true, answer: outcome.answer ?? null, log, ms: rounded };
  const { message, code, line, column, status } = outcome.error;
  return { ok: false, error: { message, code, line, column, status }, log, ms: rounded };
}

function toLine(error: unknown): Line {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof BadInput ? error.code : 'unreadable';
  return { ok: false, error: { message, code }, log: [], ms: 0 };
}

/**
 * Runs one hook file in the sandbox and prints one line of JSON; exits with 0 when it answered, else with 1.
 * The hook's custom data are {} at first and end with the run: no server's data are touched.
 */
const line = await runFile(process.argv.slice(2)).catch(toLine);
process.stdout.write(`${JSON.stringify(line)}\n`);
process.exitCode = line.ok ? 0 : 1;
await closeHookPool();
