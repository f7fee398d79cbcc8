import type { HookErrorCode, HookLimits } from '../hook.ts';

/** `hook`: called with (ctx, callback). `function`: called with an argument list, answers by returning. */
export type RunMode = 'hook' | 'function';

/** One run: a text, called once for each row, all rows in one realm. */
export interface RunMessage {
  type: 'run';
  id: number;
  sourceId: number;
  /** Given once for each worker and source; later runs send the id alone. */
  text?: string;
  mode: RunMode;
  /** JSON of the part of ctx that all rows have in common; each row gets its own copy. */
  shared: string;
  /** JSON of an array: in `hook` mode objects laid over ctx, in `function` mode argument lists. */
  rows: string;
  rowCount: number;
  /** Absent: the usual ones. */
  limits?: HookLimits;
}

/** Compile only, and say what is wrong with the text. */
export interface CheckMessage {
  type: 'check';
  id: number;
  text: string;
  limits: HookLimits;
}

/** The host's answer to an `ask`; `json` is the value, or the sentence of the error as a JSON string. */
export interface ResumeMessage {
  type: 'resume';
  id: number;
  call: number;
  ok: boolean;
  json: string;
}

/** Every message but `forget` and `global` gets exactly one `parked`, `done` or `ignored` in return. */
export type ToWorker =
  | RunMessage
  | CheckMessage
  | ResumeMessage
  | { type: 'wake'; id: number }
  | { type: 'stop'; id: number }
  | { type: 'forget'; sourceId: number }
  | { type: 'global'; json: string };

/** A failure as the worker knows it, before the hook's name and the sentence are added. */
export interface RawFailure {
  code: HookErrorCode;
  /** The hook's own words, or the engine's. */
  message: string;
  status?: number;
  line?: number;
  column?: number;
}

/** What is said of an answer that cannot be parsed, on whichever side that shows. */
export const notJson = 'it is no JSON';

/** `json` is absent when the answer is undefined; nothing has parsed it yet. */
export type RawOutcome = { ok: true; json?: string } | { ok: false; failure: RawFailure };

export type AskOperation = 'read' | 'write' | 'fetch';

export type FromWorker =
  | { type: 'ready' }
  | { type: 'boot-failed'; message: string }
  | { type: 'log'; id: number; line: string }
  | { type: 'ask'; id: number; call: number; operation: AskOperation; json: string }
  /** The run waits: for its asks, and when `wakeInMs` is given, for a timer. */
  | { type: 'parked'; id: number; wakeInMs?: number }
  | { type: 'done'; id: number; outcomes: RawOutcome[]; globalChange?: string }
  | { type: 'ignored'; id: number };

/** What a worker is given at its start. */
export interface WorkerStart {
  engine: WebAssembly.Module;
  extensions: { name: string; module: WebAssembly.Module }[];
}
