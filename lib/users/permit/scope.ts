import { noteHook } from '#lib/audit/note.ts';
import { AppError } from '#lib/errors.ts';
import { isJsonObject, type Json } from '#lib/json.ts';
import { LuceneSyntaxError } from '#lib/lucene/lucene-syntax-error.ts';
import { parseLucene } from '#lib/lucene/parse.ts';
import type { Query } from '#lib/lucene/query.ts';
import { unsupportedBy } from '#lib/lucene/unsupported.ts';
import { type Words, words } from '#lib/words.ts';
import type { Manager } from '../manager.ts';
import { hookContext } from '../policy/hook-context.ts';
import type { Policy } from '../policy/policy.ts';
import { runPolicyHook } from '../policy/run-policy-hook.ts';

/** Which users the filter hook lets one manager reach, before the access hook is asked about each. */
export type Scope =
  | { kind: 'matching'; query: Query }
  /** `isSaid`: the filter hook was asked and narrowed nothing; otherwise there is no filter hook. */
  | { kind: 'everybody'; isSaid: boolean }
  | { kind: 'nobody' };

/** What the manager searches for, which the filter hook is told. */
export interface Asked {
  search?: string;
  filterBy?: string;
}

const unasked = new WeakMap<Manager, Promise<Scope>>();

/**
 * Runs the filter hook. Nothing as its answer narrows nothing, but only where an access hook stands behind it;
 * without either hook users are there for an Administrator alone.
 * @throws AppError 'hook-failed' for an answer that is no query, 'refused-by-hook'
 */
export function scopeOf(manager: Manager, policy: Policy, asked?: Asked): Promise<Scope> {
  if (policy.hooks.filter) noteHook(policy.hooks.filter);
  if (asked) return readScope(manager, policy, asked);
  const known = unasked.get(manager) ?? readScope(manager, policy, {});
  unasked.set(manager, known);
  return known;
}

async function readScope(manager: Manager, policy: Policy, asked: Asked): Promise<Scope> {
  const { filter, access } = policy.hooks;
  const payload = { search: asked.search, filterBy: asked.filterBy };
  const answer = filter && (await runPolicyHook(filter, hookContext(manager, { payload })));
  const text = queryTextOf(answer);
  if (text !== undefined) return { kind: 'matching', query: parseFilter(text) };
  const mayReachAll = access !== undefined || manager.scope.includes('manage:config');
  return mayReachAll ? { kind: 'everybody', isSaid: filter !== undefined } : { kind: 'nobody' };
}

function queryTextOf(answer: Json | undefined): string | undefined {
  const query = isJsonObject(answer) && Object.hasOwn(answer, 'query') ? answer.query : answer;
  if (query === undefined || query === null) return undefined;
  if (typeof query !== 'string') {
    throw unusable(
      words(
        'The filter hook’s answer is neither a text nor an object with a “query”, so no users are shown. Tell an administrator.',
      ),
    );
  }
  return query.trim() === '' ? undefined : query;
}

function parseFilter(text: string): Query {
  try {
    const query = parseLucene(text);
    const [why] = unsupportedBy(query);
    if (why) {
      throw unusable(
        words(
          'The filter hook’s answer cannot be searched for ({why}), so no users are shown. Tell an administrator.',
          { why },
        ),
      );
    }
    return query;
  } catch (error) {
    if (!(error instanceof LuceneSyntaxError)) throw error;
    throw unusable(
      words(
        'The filter hook’s answer is no search query ({why}), so no users are shown. Tell an administrator.',
        { why: error.message },
      ),
      error,
    );
  }
}

function unusable(sentence: Words, cause?: unknown): AppError {
  return new AppError('hook-failed', sentence, { hook: 'filter', cause });
}
