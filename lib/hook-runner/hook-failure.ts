import { inEnglish, type Words, words } from '#lib/words.ts';
import type { HookErrorCode, HookFailure, HookLimits, HookName } from './hook.ts';
import type { RawFailure } from './pool/messages.ts';

/** What a sentence about a failure is about: the hook, or a function whose text a hook gave. */
export interface FailureSubject {
  /** 'The write hook' */
  subject: Words;
  /** 'The write hook's answer' */
  answer: Words;
}

type Sentence = (about: FailureSubject, place: Words, limits: HookLimits, detail: string) => Words;

const mebibytes = (bytes: number) => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MiB`;

const sentences: Record<Exclude<HookErrorCode, 'refused'>, Sentence> = {
  threw: ({ subject }, place, _, detail) =>
    words('{subject} failed{place}: {detail}.', {
      subject,
      place,
      detail: detail || words('it threw an error without a message'),
    }),
  syntax: ({ subject }, place, _, detail) =>
    words('{subject} cannot be read{place}: {detail}.', { subject, place, detail }),
  'not-a-function': ({ subject }, place, _, detail) =>
    words('{subject} must be a function (ctx, callback){place}: {detail}.', { subject, place, detail }),
  'no-callback': ({ subject }, _place, _, detail) =>
    detail
      ? words('{subject} ended without calling callback, and nothing is left that could call it: {detail}.', {
          subject,
          detail,
        })
      : words('{subject} ended without calling callback, and nothing is left that could call it.', {
          subject,
        }),
  'cpu-limit': ({ subject }, place, limits) => {
    const cpuMs = String(limits.cpuMs);
    return place === ''
      ? words('{subject} was stopped: it used more than {cpuMs} ms of processor time.', { subject, cpuMs })
      : words('{subject} was stopped: it used more than {cpuMs} ms of processor time (last seen{place}).', {
          subject,
          cpuMs,
          place,
        });
  },
  'wait-limit': ({ subject }, place, { waitMs }) =>
    words('{subject} was stopped{place}: it did not call callback within {waitMs} ms.', {
      subject,
      place,
      waitMs: String(waitMs),
    }),
  'memory-limit': ({ subject }, place, { heapBytes }) =>
    words('{subject} was stopped{place}: it needs more memory than the {memory} it may use.', {
      subject,
      place,
      memory: mebibytes(heapBytes),
    }),
  'answer-too-large': ({ answer }, _place, { answerBytesMax }, detail) =>
    words('{answer} is too large: {bytes} bytes, where {bytesMax} are allowed.', {
      answer,
      bytes: detail,
      bytesMax: String(answerBytesMax),
    }),
  'answer-not-json': ({ answer }, place, _, detail) =>
    words('{answer} cannot be used{place}: {detail}.', { answer, place, detail }),
  'input-too-large': ({ subject }, _place, _, detail) =>
    words('{subject} was not run: {detail}.', { subject, detail }),
  'host-limit': stopped,
  'stale-data': ({ subject }) =>
    words(
      '{subject} was stopped: each time it was about to write its custom data, others had written theirs. Try again in a moment.',
      { subject },
    ),
  busy: ({ subject }) =>
    words('{subject} was not run: too many hooks are waiting. Try again in a moment.', { subject }),
  crashed: stopped,
};

function stopped({ subject }: FailureSubject, place: Words, _: HookLimits, detail: string): Words {
  return words('{subject} was stopped{place}: {detail}.', { subject, place, detail });
}

/** The failure as the rest of Steward sees it. A refusal keeps the hook's own words; all else becomes a sentence. */
export function toHookFailure(hook: HookName, raw: RawFailure, limits: HookLimits): HookFailure {
  const { code, status, line, column } = raw;
  const wordsAbout = wordingOf(raw, limits);
  const failure: HookFailure = { hook, code, message: inEnglish(wordsAbout(asHook(hook))), wordsAbout };
  if (status !== undefined) failure.status = status;
  if (line !== undefined) failure.line = line;
  if (column !== undefined) failure.column = column;
  return failure;
}

/** The message of a failure in all languages. */
export function wordsOf({ hook, message, wordsAbout }: HookFailure): Words {
  return wordsAbout?.(asHook(hook)) ?? message;
}

function wordingOf(raw: RawFailure, limits: HookLimits): (about: FailureSubject) => Words {
  const { code } = raw;
  if (code === 'refused') {
    return ({ subject }) => raw.message || words('{subject} refused without giving a reason.', { subject });
  }
  const detail = raw.message.replace(/[\s.]+$/, '');
  return (about) => sentences[code](about, placeIn(raw), limits, detail);
}

function asHook(hook: HookName): FailureSubject {
  return { subject: words('The {hook} hook', { hook }), answer: words("The {hook} hook's answer", { hook }) };
}

function placeIn({ line, column }: RawFailure): Words {
  if (line === undefined) return '';
  return column === undefined
    ? words(' at line {line}', { line: String(line) })
    : words(' at line {line}, column {column}', { line: String(line), column: String(column) });
}
