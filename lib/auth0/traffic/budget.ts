import { TenantFailure } from '../tenant-failure.ts';
import { Allowances } from './allowances.ts';
import type { CallGroup } from './call-group.ts';
import { type Priority, priorities, reserveOf } from './priority.ts';
import type { Rate, TokenSource } from './token-source.ts';

interface Waiter {
  group: CallGroup;
  priority: Priority;
  sinceMs: number;
  deadlineMs: number;
  go(): void;
  refuse(failure: TenantFailure): void;
}

/** A server takes so many tokens at once, so that most calls ask nobody. */
const leaseTokens = 8;
/** Tokens that were not used by then are given back with the next lease. */
const leaseForMs = 1_000;
/** Who saves goes behind those who read, but not for longer than this. */
const patienceOfWritesMs = 500;

export interface BudgetView {
  waiting: Record<Priority, number>;
  /** Calls that were not made since the start, because the budget was empty. */
  refused: number;
  /** Tokens that were left when the bucket was last asked; `undefined` where there is no limit or nobody asked. */
  tokensLeft: number | undefined;
  rate: Rate | undefined;
}

/**
 * Lets calls to the tenant out as fast as it takes them: people who read first, then people who save, then bulk,
 * each within what the tenant said last of such calls and what the bucket of all servers holds.
 */
export class Budget {
  readonly allowances: Allowances;
  readonly #rate: Rate | undefined;
  readonly #source: TokenSource;
  readonly #now: () => number;
  #waiters: Waiter[] = [];
  #leased = 0;
  #leasedAtMs = 0;
  #tokensLeft: number | undefined;
  #refused = 0;
  #isPumping = false;
  #timer: NodeJS.Timeout | undefined;

  /** @param rate absent: the tenant alone says when it is too much */
  constructor(rate: Rate | undefined, source: TokenSource, now: () => number = Date.now) {
    this.#rate = rate;
    this.#source = source;
    this.#now = now;
    this.allowances = new Allowances(now);
  }

  /**
   * Resolves when one call may go out.
   * @throws TenantFailure 'spent' when it may not before the deadline, as soon as that is known
   */
  take(group: CallGroup, priority: Priority, timeoutMs: number): Promise<void> {
    if (this.#waiters.length === 0 && this.#isFree(group, priority)) return Promise.resolve();
    return new Promise((go, refuse) => {
      const sinceMs = this.#now();
      this.#waiters.push({ group, priority, sinceMs, deadlineMs: sinceMs + timeoutMs, go, refuse });
      void this.#pump();
    });
  }

  /** Learns from an answer of the tenant; a pause that it asks for holds on all servers. */
  learn(group: CallGroup, status: number, headers: { get(name: string): string | null }): void {
    const pauseMs = this.allowances.learn(group, status, headers);
    if (pauseMs !== undefined && pauseMs > 0) this.#source.pause(group, pauseMs).catch(() => undefined);
    if (this.#waiters.length > 0) void this.#pump();
  }

  view(): BudgetView {
    const waiting = Object.fromEntries(
      priorities.map((one) => [one, this.#waiters.filter(({ priority }) => priority === one).length]),
    ) as Record<Priority, number>;
    return {
      waiting,
      refused: this.#refused,
      tokensLeft: this.#tokensLeft,
      rate: this.#rate && this.#capped(),
    };
  }

  /** How many tokens there are now; asks where they are kept. */
  async level(): Promise<number | undefined> {
    const rate = this.#rate && this.#capped();
    if (!rate) return undefined;
    this.#tokensLeft = (await this.#source.take(rate, 0, 0, 0)).left + this.#leased;
    return this.#tokensLeft;
  }

  #isFree(group: CallGroup, priority: Priority): boolean {
    if (this.allowances.waitMs(group, priority) > 0) return false;
    if (this.#rate) {
      if (priority === 'bulk' || !this.#takeLeased()) return false;
    }
    this.allowances.spend(group);
    return true;
  }

  #takeLeased(): boolean {
    if (this.#leased < 1 || this.#now() - this.#leasedAtMs > leaseForMs) return false;
    this.#leased -= 1;
    return true;
  }

  /** Lets out whoever may go, one after the other by rank, and comes back when the next may. */
  async #pump(): Promise<void> {
    if (this.#isPumping) return;
    this.#isPumping = true;
    clearTimeout(this.#timer);
    try {
      let waitMs = 0;
      while (waitMs === 0 && this.#waiters.length > 0) waitMs = await this.#step();
      if (this.#waiters.length > 0) this.#timer = setTimeout(() => void this.#pump(), waitMs);
    } finally {
      this.#isPumping = false;
    }
  }

  /** @returns 0 when something has happened, else in how many milliseconds something may */
  async #step(): Promise<number> {
    const nowMs = this.#now();
    const waits = this.#ranked(nowMs).map((waiter) => ({
      waiter,
      waitMs: this.allowances.waitMs(waiter.group, waiter.priority),
    }));
    for (const { waiter, waitMs } of waits) {
      if (nowMs + waitMs > waiter.deadlineMs) return this.#refuse(waiter, waitMs);
    }
    const next = waits.find(({ waitMs }) => waitMs === 0)?.waiter;
    if (!next) return Math.max(1, Math.min(...waits.map(({ waitMs }) => waitMs)));
    if (!this.#rate) return this.#letOut(next);
    const shortMs = await this.#tokenFor(next);
    if (shortMs === 0) return this.#letOut(next);
    if (this.#now() + shortMs > next.deadlineMs) return this.#refuse(next, shortMs);
    return Math.max(1, Math.min(shortMs, 250));
  }

  /** @returns 0 when there is a token, else in how many milliseconds there may be one */
  async #tokenFor({ priority, sinceMs }: Waiter): Promise<number> {
    const isBulk = priority === 'bulk';
    if (!isBulk && this.#takeLeased()) return 0;
    const rate = this.#capped();
    const isPatient = priority === 'write' && this.#now() - sinceMs < patienceOfWritesMs;
    const reserve =
      priority === 'read' || (priority === 'write' && !isPatient) ? 0 : reserveOf(priority, rate.burst);
    const returned = this.#leased;
    this.#leased = 0;
    const wanted = isBulk ? 1 : Math.max(1, Math.min(leaseTokens, Math.floor(rate.burst / 4)));
    // Where nobody can say how many there are, the tenant's own limit has to do.
    const { granted, left, pauses } = await this.#source
      .take(rate, wanted, reserve, returned)
      .catch(() => ({ granted: 1, left: 0, pauses: [] }));
    for (const [group, pauseMs] of pauses) this.allowances.pause(group, pauseMs);
    this.#tokensLeft = left + Math.max(0, granted - 1);
    if (granted === 0) return Math.max(1, ((reserve + 1 - left) / rate.perSecond) * 1_000);
    this.#leased = granted - 1;
    this.#leasedAtMs = this.#now();
    return 0;
  }

  #capped(): Rate {
    const rate = this.#rate ?? { perSecond: Number.POSITIVE_INFINITY, burst: Number.POSITIVE_INFINITY };
    return { ...rate, burst: Math.max(1, Math.min(rate.burst, this.allowances.largestLimit())) };
  }

  /** Those who read first, then those who save unless they have waited long, then bulk; else as they came. */
  #ranked(nowMs: number): Waiter[] {
    const rank = ({ priority, sinceMs }: Waiter) => {
      if (priority === 'bulk') return 2;
      return priority === 'write' && nowMs - sinceMs < patienceOfWritesMs ? 1 : 0;
    };
    return this.#waiters.toSorted((one, other) => rank(one) - rank(other));
  }

  #letOut(waiter: Waiter): 0 {
    this.#remove(waiter);
    this.allowances.spend(waiter.group);
    waiter.go();
    return 0;
  }

  #refuse(waiter: Waiter, waitMs: number): 0 {
    this.#remove(waiter);
    this.#refused += 1;
    const queueMs = this.#rate ? (this.#waiters.length / this.#rate.perSecond) * 1_000 : 0;
    waiter.refuse(
      new TenantFailure('spent', { retryAfterSeconds: Math.max(waitMs, queueMs, 1_000) / 1_000 }),
    );
    return 0;
  }

  #remove(waiter: Waiter): void {
    this.#waiters = this.#waiters.filter((other) => other !== waiter);
  }
}
