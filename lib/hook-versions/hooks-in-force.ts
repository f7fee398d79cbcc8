import { hostname } from 'node:os';
import path from 'node:path';
import { env } from '#lib/env.ts';
import type { HookName, HookSource } from '#lib/hook-runner/hook.ts';
import type { HookSet } from '#lib/hook-runner/load-hooks.ts';
import { log } from '#lib/log.ts';
import { hookVersionsOf } from '#lib/state/hook-versions.ts';
import { openState } from '#lib/state/state.ts';
import { Turns } from '#lib/turns.ts';
import { readFolder, signatureOf, textsOf } from './read-folder.ts';

/** What this process knows; kept for the process, because the bundles of one process share it. */
interface Known {
  hooks?: HookSet;
  revision: number;
  /** What the folder held when this process last took what is new there. */
  folder?: HookSet;
  turns: Turns;
  /** Set in a process that opens no data. */
  isExamining?: boolean;
  /** Set while what is known cannot be brought up to date, so that it is logged once. */
  isBehind: boolean;
  timer?: NodeJS.Timeout;
}

const key = Symbol.for('steward.hooks-in-force');
const holder: typeof globalThis & { [key]?: Known } = globalThis;

function known(): Known {
  holder[key] ??= { revision: 0, turns: new Turns(), isBehind: false };
  return holder[key];
}

const askEveryMs = 500;

/**
 * The tenant's hooks that count, as every server has them. Asks the database for nothing, unless a file in
 * HOOKS_DIR has changed, which counts at once then. Where the folder or the database cannot be read, what was
 * known last stays in force.
 * @throws Error only where nothing is known yet
 */
export async function hooksInForce(): Promise<HookSet> {
  const { hooks, folder, isBehind, timer, isExamining } = known();
  if (hooks && isExamining) return hooks;
  if (!hooks || !folder) return takeFolder('start');
  // Whoever asks the database all the time finds out when it is back; nobody's request waits for that.
  if (isBehind && timer) return hooks;
  return withFolder(hooks, folder).catch((error: unknown) => {
    noteBehind(error);
    return hooks;
  });
}

/** The hooks that count, after what has changed in the folder was taken. */
async function withFolder(hooks: HookSet, folder: HookSet): Promise<HookSet> {
  const found = await readFolder(env().HOOKS_DIR, folder);
  return signatureOf(found) === signatureOf(folder) ? hooks : takeFolder('file');
}

/** Takes what is new in the folder, and asks for other servers' changes from then on. */
export async function startHooks(): Promise<HookSet> {
  const hooks = await hooksInForce();
  const { isShared } = await openState();
  const state = known();
  if (isShared && !state.timer) state.timer = setInterval(() => void bringUpToDate(), askEveryMs).unref();
  return hooks;
}

/**
 * Lets the hooks count as they lie in the folder, for a process that only examines them: nothing is taken, and no
 * data is opened that a server may be using.
 */
export async function examineFolder(): Promise<void> {
  const found = await readFolder(env().HOOKS_DIR, undefined);
  Object.assign(known(), { hooks: found, isExamining: true });
}

/** Ends the questions to the database, before it is closed. */
export async function stopHooks(): Promise<void> {
  clearInterval(known().timer);
  delete known().timer;
  await known().turns.take(async () => {});
}

/** Lets this process know what this or another one has just published. */
export function rereadHooks(): Promise<HookSet> {
  return known().turns.take(() => reread(known().folder ?? {}));
}

/** One question at a time, and none while what is new in the folder is being taken. */
async function bringUpToDate(): Promise<void> {
  const state = known();
  if (state.turns.taken) return;
  try {
    await state.turns.take(async () => {
      if ((await versions().revision()) !== state.revision) await reread(state.folder ?? {});
    });
    await withFolder(state.hooks ?? {}, state.folder ?? {});
    state.isBehind = false;
  } catch (error) {
    noteBehind(error);
  }
}

function takeFolder(origin: 'start' | 'file'): Promise<HookSet> {
  const state = known();
  return state.turns.take(async () => {
    const folder = path.resolve(env().HOOKS_DIR);
    let found = await readFolder(folder, state.folder);
    // Somebody else's request was first.
    if (state.hooks && state.folder && signatureOf(found) === signatureOf(state.folder)) return state.hooks;
    const overtaken = await versions().take(`${hostname()}:${folder}`, origin, async () => {
      found = await readFolder(folder, state.folder);
      return textsOf(found);
    });
    const hooks = await reread(found);
    for (const { hook, number } of overtaken) {
      log('warn', overtakenSentence(hook, number, hooks[hook]), { hook });
    }
    return hooks;
  });
}

function overtakenSentence(hook: HookName, number: number, current: HookSource | undefined): string {
  return `The ${hook} hook in ${env().HOOKS_DIR} is version ${number}, which version ${current?.number} has replaced; version ${current?.number} stays in force. To go back, publish version ${number} on the page Hooks.`;
}

/** @param folder what the folder holds, for the files' names */
async function reread(folder: HookSet): Promise<HookSet> {
  const state = known();
  const { revision, hooks } = await versions().inForce();
  const set: { [name in HookName]?: HookSource } = {};
  for (const { hook: name, text, hash: version, number } of hooks) {
    if (text === undefined) continue;
    const inFolder = folder[name];
    const file = inFolder?.version === version ? inFolder.file : undefined;
    set[name] = { name, text, version, number, ...(file !== undefined && { file }) };
  }
  Object.assign(state, { hooks: set, revision, folder });
  return set;
}

function noteBehind(error: unknown): void {
  const state = known();
  if (state.isBehind) return;
  state.isBehind = true;
  log('error', 'It cannot be found out whether hooks have changed; those known last stay in force.', {
    error,
  });
}

function versions() {
  return hookVersionsOf(env().tenantOrigin);
}
