import type { CallGroup } from './call-group.ts';
import { type Priority, reserveOf } from './priority.ts';

/** What the tenant itself said last of one group of calls. */
export interface Allowance {
  limit: number;
  remaining: number;
  /** Milliseconds since 1970. */
  resetAtMs: number;
}

interface Known extends Allowance {
  learnedAtMs: number;
}

interface Headers {
  get(name: string): string | null;
}

/** Bulk goes on with what is older than this, so that it learns anew. */
const freshForMs = 2_000;
/** After a limit has ended one call goes first, and the others follow when it is answered, or after this. */
const scoutMs = 500;
const pauseShortestMs = 100;

/** What the tenant's `X-RateLimit-*` headers tell of each group of calls, and where it said 429. */
export class Allowances {
  readonly #now: () => number;
  readonly #known = new Map<CallGroup, Known>();

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /**
   * Learns from an answer.
   * @returns for how long the tenant takes no more of these calls, where it refused this one and said so
   */
  learn(group: CallGroup, status: number, headers: Headers): number | undefined {
    const nowMs = this.#now();
    const limit = numberIn(headers, 'x-ratelimit-limit');
    const remaining = numberIn(headers, 'x-ratelimit-remaining');
    const resetAtMs = resetIn(headers, nowMs);
    if (status === 429) {
      if (resetAtMs === undefined) return undefined;
      const endsAtMs = Math.max(resetAtMs, nowMs + pauseShortestMs);
      const known = { limit: limit ?? this.#known.get(group)?.limit ?? 1, learnedAtMs: nowMs };
      this.#known.set(group, { ...known, remaining: 0, resetAtMs: endsAtMs });
      return endsAtMs - nowMs;
    }
    if (limit === undefined || remaining === undefined) {
      if (status < 400) this.#known.delete(group);
      return undefined;
    }
    const before = this.#known.get(group);
    // Resets come in whole seconds: a pause that is known to end earlier does.
    const isPaused =
      remaining < 1 && before !== undefined && before.remaining < 1 && before.resetAtMs > nowMs;
    const endsAtMs = Math.min(resetAtMs ?? nowMs, isPaused ? before.resetAtMs : Number.POSITIVE_INFINITY);
    this.#known.set(group, { limit, remaining, resetAtMs: endsAtMs, learnedAtMs: nowMs });
    return undefined;
  }

  /** Lets no call of a group out for so long, as the tenant told another server. */
  pause(group: CallGroup, pauseMs: number): void {
    const learnedAtMs = this.#now();
    const resetAtMs = learnedAtMs + pauseMs;
    const known = this.#known.get(group);
    if (known && known.remaining < 1 && known.resetAtMs >= resetAtMs) return;
    this.#known.set(group, { limit: known?.limit ?? 1, remaining: 0, resetAtMs, learnedAtMs });
  }

  /** For how many milliseconds a call has to wait; 0 when it may go. */
  waitMs(group: CallGroup, priority: Priority): number {
    const known = this.#known.get(group);
    if (!known) return 0;
    const nowMs = this.#now();
    if (known.remaining < 1) {
      if (nowMs < known.resetAtMs) return known.resetAtMs - nowMs;
      this.#known.set(group, { ...known, remaining: 1, resetAtMs: nowMs + scoutMs });
      return 0;
    }
    const isShort = known.remaining - 1 < reserveOf(priority, known.limit);
    if (priority !== 'bulk' || !isShort) return 0;
    return Math.max(0, known.learnedAtMs + freshForMs - nowMs);
  }

  /** Counts a call that goes out, until the tenant counts it. */
  spend(group: CallGroup): void {
    const known = this.#known.get(group);
    if (known) this.#known.set(group, { ...known, remaining: Math.max(0, known.remaining - 1) });
  }

  /** The largest limit that the tenant has named, which no burst of calls may exceed. */
  largestLimit(): number {
    const limits = [...this.#known.values()].map(({ limit }) => limit);
    return limits.length > 0 ? Math.max(...limits) : Number.POSITIVE_INFINITY;
  }

  view(): [CallGroup, Allowance][] {
    return [...this.#known].map(([group, { limit, remaining, resetAtMs }]) => [
      group,
      { limit, remaining, resetAtMs },
    ]);
  }
}

/** `Retry-After` (seconds), else `X-RateLimit-Reset` (unix seconds). */
function resetIn(headers: Headers, nowMs: number): number | undefined {
  const retryAfterSeconds = numberIn(headers, 'retry-after');
  if (retryAfterSeconds !== undefined) return nowMs + retryAfterSeconds * 1_000;
  const reset = numberIn(headers, 'x-ratelimit-reset');
  return reset === undefined ? undefined : reset * 1_000;
}

function numberIn(headers: Headers, name: string): number | undefined {
  const value = Number.parseInt(headers.get(name) ?? '', 10);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}
