import type { JsonObject } from '#lib/json.ts';

/**
 * What must have become of it. `refused`: it was not done, and that is certain. `done`: it was, whatever the answer
 * said. `unknown`: nobody can say, and the person is told to look.
 */
export type End = 'refused' | 'done' | 'unknown';

/** One way in which the tenant fails at a write, and what must have become of it. */
export interface Column {
  name: string;
  fault: JsonObject;
  end: End;
  /** For what nobody can look at afterwards. */
  endOfUnseen?: End;
  /** What the person reads who is refused. */
  words: RegExp;
  /** How long the tenant itself takes to say nothing. */
  silentMs?: number;
}

const unchanged = /(Nothing was changed|was not (created|changed|deleted)|is not so that)/;
/** What a person reads where nobody can say what became of it. */
export const inDoubt = /did not confirm/;
const notTaken = /does not accept this console’s own credentials\./;

/** Every way in which the tenant fails at a write. */
export const columns: Column[] = [
  {
    name: '429 in Auth0’s own shape',
    fault: { status: 429 },
    end: 'refused',
    words: /The tenant is limiting requests\. (Nothing was changed; t|T)ry again in \d+ seconds\.$/,
  },
  {
    name: '429 in the shape of a custom policy',
    fault: { status: 429, body: 'custom-policy' },
    end: 'refused',
    words: /The tenant is limiting requests\. (Nothing was changed; t|T)ry again in \d+ seconds\.$/,
  },
  {
    name: '500 before the change',
    fault: { status: 500 },
    end: 'refused',
    endOfUnseen: 'unknown',
    words: unchanged,
  },
  {
    name: '503 before the change',
    fault: { status: 503 },
    end: 'refused',
    endOfUnseen: 'unknown',
    words: unchanged,
  },
  {
    name: '500 after the change',
    fault: { status: 500, when: 'after' },
    end: 'done',
    endOfUnseen: 'unknown',
    words: inDoubt,
  },
  {
    name: '503 after the change',
    fault: { status: 503, when: 'after' },
    end: 'done',
    endOfUnseen: 'unknown',
    words: inDoubt,
  },
  {
    name: 'ten seconds of silence before the change',
    fault: { status: 500, body: 'silence' },
    end: 'unknown',
    words: inDoubt,
    silentMs: 4_000,
  },
  {
    name: 'ten seconds of silence after the change',
    fault: { status: 500, body: 'silence', when: 'after' },
    end: 'done',
    endOfUnseen: 'unknown',
    words: inDoubt,
    silentMs: 4_000,
  },
  {
    name: 'a connection that breaks before the change',
    fault: { status: 500, body: 'hang-up' },
    end: 'unknown',
    words: inDoubt,
  },
  {
    name: 'a connection that breaks after the change',
    fault: { status: 500, body: 'hang-up', when: 'after' },
    end: 'done',
    endOfUnseen: 'unknown',
    words: inDoubt,
  },
  {
    name: 'a malformed answer to a change that was made',
    fault: { status: 200, body: 'malformed', when: 'after' },
    end: 'done',
    words: inDoubt,
  },
  { name: 'a token that has just expired', fault: { status: 401 }, end: 'done', words: notTaken },
  {
    name: 'a token that is never taken',
    fault: { status: 401, times: 9 },
    end: 'refused',
    words: notTaken,
  },
];
