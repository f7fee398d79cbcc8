/** As the circuit breaker sees the tenant: `closed`, calls go out; `open`, none does; `probing`, one tries. */
export type BreakerState = 'closed' | 'open' | 'probing';

export interface BreakerView {
  state: BreakerState;
  /** Faults in a row, the last of them included. */
  faults: number;
  /** Milliseconds since 1970: the first of the faults in a row. */
  firstFaultAtMs: number | undefined;
  /** When the next call may try, while none may. */
  nextAttemptAtMs: number | undefined;
}

const openShortestMs = 1_000;
const openLongestMs = 5_000;

/**
 * Stops calls to a tenant that has failed several times in a row, so that nobody waits for what will not come: one
 * call at a time tries again, at first after a second and at the latest after five.
 */
export class Breaker {
  readonly #faultsMax: number;
  readonly #now: () => number;
  #faults = 0;
  #firstFaultAtMs: number | undefined;
  #openForMs = openShortestMs;
  #openUntilMs = 0;
  #isProbing = false;

  /** @param faultsMax after so many faults in a row it opens */
  constructor(faultsMax: number, now: () => number = Date.now) {
    this.#faultsMax = faultsMax;
    this.#now = now;
  }

  /** Whether a call may go out now. Whoever makes it says how it ended: `succeeded`, `failed` or `gaveUp`. */
  admit(): boolean {
    if (this.#faults < this.#faultsMax) return true;
    if (this.#isProbing || this.#now() < this.#openUntilMs) return false;
    this.#isProbing = true;
    return true;
  }

  /** The tenant answered, were it with a refusal. */
  succeeded(): void {
    this.#faults = 0;
    this.#firstFaultAtMs = undefined;
    this.#openForMs = openShortestMs;
    this.#isProbing = false;
  }

  failed(): void {
    const wasOpen = this.#faults >= this.#faultsMax;
    const nowMs = this.#now();
    this.#faults += 1;
    this.#firstFaultAtMs ??= nowMs;
    if (this.#faults < this.#faultsMax) return;
    // Calls that were on their way when it opened tell nothing new.
    if (wasOpen && !this.#isProbing) return;
    if (wasOpen) this.#openForMs = Math.min(openLongestMs, this.#openForMs * 2);
    this.#openUntilMs = nowMs + this.#openForMs;
    this.#isProbing = false;
  }

  /** The call ended without a word about the tenant. */
  gaveUp(): void {
    this.#isProbing = false;
  }

  view(): BreakerView {
    const isOpen = this.#faults >= this.#faultsMax;
    return {
      state: this.#isProbing ? 'probing' : isOpen ? 'open' : 'closed',
      faults: this.#faults,
      firstFaultAtMs: this.#firstFaultAtMs,
      nextAttemptAtMs: isOpen ? Math.max(this.#openUntilMs, this.#now()) : undefined,
    };
  }
}
