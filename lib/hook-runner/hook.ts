import type { Json } from '#lib/json.ts';
import type { Words } from '#lib/words.ts';
import type { FailureSubject } from './hook-failure.ts';
import type { RemoteRules } from './remote/remote-call.ts';

/** The six scripts that make up a tenant's policy. */
export const hookNames = ['access', 'filter', 'write', 'memberships', 'settings', 'customDomain'] as const;

export type HookName = (typeof hookNames)[number];

/** A hook's text as it was loaded; `version` is the SHA-256 of the text in base64url. */
export interface HookSource {
  name: HookName;
  text: string;
  version: string;
  /** Counts the versions of this hook, where it is one that is kept. */
  number?: number;
  /** The file that it was read from, where it was. */
  file?: string;
}

/**
 * How a run can end without an answer. `refused` is the hook's own decision; every other code is a fault of
 * the hook or of the sandbox.
 */
export type HookErrorCode =
  | 'refused'
  | 'threw'
  | 'syntax'
  | 'not-a-function'
  | 'no-callback'
  | 'cpu-limit'
  | 'wait-limit'
  | 'memory-limit'
  | 'answer-too-large'
  | 'answer-not-json'
  | 'input-too-large'
  | 'host-limit'
  | 'stale-data'
  | 'busy'
  | 'crashed';

/**
 * `refused`: `message` is the hook's own sentence and `status` the 4xx status that it set, if any. Otherwise
 * `message` is an English sentence that names the hook and, where it is known, the line. Lines and columns count
 * from 1.
 */
export interface HookFailure {
  hook: HookName;
  code: HookErrorCode;
  message: string;
  /** The message in all languages, of the hook or of a function that it gave. */
  wordsAbout?: (about: FailureSubject) => Words;
  status?: number;
  line?: number;
  column?: number;
}

/** `answer` is `undefined` when the hook called back without one. */
export type HookOutcome = { ok: true; answer: Json | undefined } | { ok: false; error: HookFailure };

/** What one run may use. */
export interface HookLimits {
  /** Processor time in all, over every turn of the run. */
  cpuMs: number;
  /** Time from the start to the answer, waiting included. */
  waitMs: number;
  heapBytes: number;
  contextBytesMax: number;
  answerBytesMax: number;
  /** Calls that wait for the host: `ctx.read`, `ctx.write`, `fetch`. */
  hostCallsMax: number;
  logLinesMax: number;
  logBytesMax: number;
}

export const defaultHookLimits: HookLimits = {
  cpuMs: 250,
  waitMs: 5_000,
  heapBytes: 32 * 1024 * 1024,
  contextBytesMax: 1024 * 1024,
  answerBytesMax: 1024 * 1024,
  hostCallsMax: 64,
  logLinesMax: 200,
  logBytesMax: 64 * 1024,
};

/** The longest text that is taken as a hook. */
export const hookTextBytesMax = 512 * 1024;

/** Custom data as JSON text; the version counts up with every write. */
export interface CustomData {
  json: string;
  version: number;
}

/** Where `ctx.read()` and `ctx.write()` reach the tenant's custom data. Errors become sentences for the hook. */
export interface CustomDataPlace {
  read(): Promise<CustomData>;
  /**
   * Replaces the data, if they still stand as they were read.
   * @param basedOn the version that was read; without it whatever stands is replaced
   * @returns the new version; `undefined` when others have written meanwhile, and nothing was written
   */
  write(json: string, basedOn: number | undefined): Promise<number | undefined>;
}

/** The place as all runs share it. */
export interface CustomDataHost extends CustomDataPlace {
  /** Waits for its turn, and keeps others from writing between a read and a write of `work`. */
  alone<Result>(work: (place: CustomDataPlace) => Promise<Result>): Promise<Result>;
}

/** What the caller of a run may add to it. */
export interface RunOptions {
  limits?: Partial<HookLimits>;
  /** Without it `ctx.read()` gives `{}` and `ctx.write()` is refused. */
  customData?: CustomDataHost;
  /** Which origins remote calls may reach, and how; without it none. */
  remote?: RemoteRules;
  /** What the run changes in `ctx.global` is dropped at its end. */
  isTrial?: boolean;
}
