import type { HookErrorCode, HookFailure, HookLimits, HookName } from './hook.ts';
import type { RawFailure } from './pool/messages.ts';

const placeText = ({ line, column }: RawFailure): string =>
  line === undefined ? '' : column === undefined ? ` at line ${line}` : ` at line ${line}, column ${column}`;

type Sentence = (hook: string, place: string, limits: HookLimits, detail: string) => string;

const mebibytes = (bytes: number) => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MiB`;

const sentences: Record<Exclude<HookErrorCode, 'refused'>, Sentence> = {
  threw: (hook, place, _, detail) =>
    `The ${hook} hook failed${place}: ${detail || 'it threw an error without a message'}.`,
  syntax: (hook, place, _, detail) => `The ${hook} hook cannot be read${place}: ${detail}.`,
  'not-a-function': (hook, place, _, detail) =>
    `The ${hook} hook must be a function (ctx, callback)${place}: ${detail}.`,
  'no-callback': (hook, _place, _, detail) =>
    `The ${hook} hook ended without calling callback, and nothing is left that could call it${detail ? `: ${detail}` : ''}.`,
  'cpu-limit': (hook, place, limits) =>
    `The ${hook} hook was stopped: it used more than ${limits.cpuMs} ms of processor time${place && ` (last seen${place})`}.`,
  'wait-limit': (hook, place, limits) =>
    `The ${hook} hook was stopped${place}: it did not call callback within ${limits.waitMs} ms.`,
  'memory-limit': (hook, place, limits) =>
    `The ${hook} hook was stopped${place}: it needs more memory than the ${mebibytes(limits.heapBytes)} it may use.`,
  'answer-too-large': (hook, _place, limits, detail) =>
    `The ${hook} hook's answer is too large: ${detail} bytes, where ${limits.answerBytesMax} are allowed.`,
  'answer-not-json': (hook, place, _, detail) =>
    `The ${hook} hook's answer cannot be used${place}: ${detail}.`,
  'input-too-large': (hook, _place, _, detail) => `The ${hook} hook was not run: ${detail}.`,
  'host-limit': (hook, place, _, detail) => `The ${hook} hook was stopped${place}: ${detail}.`,
  'stale-data': (hook) =>
    `The ${hook} hook was stopped: each time it was about to write its custom data, others had written theirs. Try again in a moment.`,
  busy: (hook) => `The ${hook} hook was not run: too many hooks are waiting. Try again in a moment.`,
  crashed: (hook, place, _, detail) => `The ${hook} hook was stopped${place}: ${detail}.`,
};

/** The failure as the rest of Steward sees it. A refusal keeps the hook's own words; all else becomes a sentence. */
export function toHookFailure(hook: HookName, raw: RawFailure, limits: HookLimits): HookFailure {
  const { code, status, line, column } = raw;
  const detail = raw.message.replace(/[\s.]+$/, '');
  const message =
    code === 'refused'
      ? raw.message || `The ${hook} hook refused without giving a reason.`
      : sentences[code](hook, placeText(raw), limits, detail);
  const failure: HookFailure = { hook, code, message };
  if (status !== undefined) failure.status = status;
  if (line !== undefined) failure.line = line;
  if (column !== undefined) failure.column = column;
  return failure;
}
