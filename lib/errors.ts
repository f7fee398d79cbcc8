import type { HookName } from '#lib/hook-runner/hook.ts';
import { log } from '#lib/log.ts';
import { currentRequestId } from '#lib/request-id.ts';
import { inEnglish, said, saidOfEach, say, type Template, type Words, words } from '#lib/words.ts';

/**
 * Everything that can be expected to go wrong, each with the sentence that the manager reads when the
 * thrower gives none. What is not in this set is a bug.
 */
const sentences = {
  'not-signed-in': 'You are signed out. Sign in again; nothing was saved.',
  'no-role':
    'You have no role in this console, so there is nothing you can see or change here. Ask your administrator for one.',
  'not-allowed': 'Your role does not allow this. Nothing was changed.',
  'not-found': 'There is no such user, or it is not one of yours.',
  'invalid-input': 'Something you entered cannot be saved. Nothing was changed.',
  'refused-by-hook': 'Your organisation’s rules refused this. Nothing was changed.',
  'refused-by-guard': 'This was stopped before it reached the tenant. Nothing was changed.',
  'hook-failed': 'One of your organisation’s hooks failed, so nothing was changed. Tell an administrator.',
  'already-taken': 'Another user already has this e-mail address or username. Nothing was changed.',
  'changed-meanwhile': 'Somebody else changed this user meanwhile. Nothing was changed.',
  'partly-saved': 'Only a part of your changes was saved.',
  'tenant-limit': 'The tenant is limiting requests. Nothing was changed; try again in a moment.',
  'tenant-unavailable': 'The tenant does not answer at the moment. Try again in a moment.',
  'tenant-refused': 'The tenant refused this. Nothing was changed.',
  'not-recorded':
    'This cannot be written into the audit trail at the moment, so nothing was changed and nothing is shown. Try again in a moment; if it stays like this, tell an administrator.',
  'state-unavailable': 'The console’s own data cannot be reached at the moment. Try again in a moment.',
  unexpected: 'This failed because of a fault in the console.',
} as const satisfies Record<string, Template>;

export type ErrorCode = keyof typeof sentences;

/** What a person is told of an error; safe to send to the browser. */
export interface Problem {
  code: ErrorCode;
  message: string;
  /** The hook that refused or failed, for 'Refused by your organisation’s rules (write)'. */
  hook?: HookName;
  /** The 4xx status that the hook's error carried, if any. */
  status?: number;
  /** A sentence per field, keyed by the field's property. */
  fields?: Record<string, string>;
  /** What had gone through before the failure, and what had not, in words. */
  saved?: string[];
  notSaved?: string[];
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: number;
  /** Identifies the failure in the server's log. */
  id?: string;
}

/** What an error carries of its problem: its words are kept in every language until somebody reads them. */
interface ErrorDetails extends Omit<Problem, 'code' | 'message' | 'fields' | 'saved' | 'notSaved'> {
  fields?: Record<string, Words>;
  saved?: Words[];
  notSaved?: Words[];
  /** Whether it may have been done all the same; for the record. */
  isInDoubt?: boolean;
}

const statuses: Record<ErrorCode, number> = {
  'not-signed-in': 401,
  'no-role': 403,
  'not-allowed': 403,
  'not-found': 404,
  'invalid-input': 400,
  'refused-by-hook': 400,
  'refused-by-guard': 403,
  'hook-failed': 500,
  'already-taken': 409,
  'changed-meanwhile': 409,
  'partly-saved': 500,
  'tenant-limit': 429,
  'tenant-unavailable': 503,
  'tenant-refused': 400,
  'not-recorded': 503,
  'state-unavailable': 503,
  unexpected: 500,
};

/** The HTTP status that says the same as a problem: the hook's own where it gave one. */
export function httpStatusOf({ code, status }: Pick<Problem, 'code' | 'status'>): number {
  return status ?? statuses[code];
}

/**
 * An expected failure: a code of a closed set and a sentence for the manager. `message` is the English one, for
 * records and the operator’s log; the person reads it in the language of the request, by `toProblem`.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  /** The sentence in all languages; a plain text is one that is not the console’s own, such as a hook’s. */
  readonly words: Words;

  constructor(
    code: ErrorCode,
    sentence: Words = words(sentences[code]),
    details: ErrorDetails & ErrorOptions = {},
  ) {
    const { cause, ...rest } = details;
    super(inEnglish(sentence), cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    this.code = code;
    this.words = sentence;
    this.details = rest;
  }

  toProblem(): Problem {
    const { fields, saved, notSaved, isInDoubt: _isInDoubt, ...others } = this.details;
    return {
      code: this.code,
      message: said(this.words),
      ...others,
      ...(fields && { fields: saidOfEach(fields) }),
      ...(saved && { saved: saved.map(said) }),
      ...(notSaved && { notSaved: notSaved.map(said) }),
    };
  }
}

/** Turns anything thrown into what the person reads; a bug keeps its words to itself and gets an id. */
export function toProblem(error: unknown): Problem {
  if (error instanceof AppError) return error.toProblem();
  const id = currentRequestId() ?? crypto.randomUUID();
  log('error', 'Something failed that should not.', { id, error });
  return {
    code: 'unexpected',
    message: say(
      'This failed because of a fault in the console. It is not known whether anything was saved: look before you try again. Tell an administrator the id {id}.',
      { id },
    ),
    id,
  };
}
