import type { Worker } from 'node:worker_threads';

/** How long a turn may take, and how much processor time it may use before the thread counts as stuck. */
export interface Patience {
  wallMs: number;
  cpuMs: number;
}

/** Most turns are over by then; only for longer ones the thread's clock is read. */
const firstLookMs = 50;
const nextLookMs = 100;
/** A guest that can be cut off in an orderly way is; the thread is ended only when it used this much more. */
const cpuRoomMs = 100;
/** Whatever the clocks say, nobody waits longer than this for one turn. */
const stuckMs = 10_000;

/**
 * Ends a thread that does not come back from a turn. It goes by the thread's own processor time, so that a
 * crowded machine or a busy main thread does not cost a healthy thread its life.
 */
export class Watchdog {
  readonly #thread: Worker;
  readonly #onStuck: () => void;
  #timer: NodeJS.Timeout | undefined;
  #turn = 0;

  constructor(thread: Worker, onStuck: () => void) {
    this.#thread = thread;
    this.#onStuck = onStuck;
  }

  start(patience: Patience): void {
    const turn = ++this.#turn;
    this.#timer = setTimeout(() => void this.#observe(turn, patience), firstLookMs);
  }

  stop(): void {
    this.#turn++;
    clearTimeout(this.#timer);
  }

  async #observe(turn: number, patience: Patience): Promise<void> {
    const startMs = performance.now() - firstLookMs;
    const cpuBefore = await this.#cpuMs();
    let waitMs = patience.wallMs - firstLookMs;
    while (turn === this.#turn) {
      await new Promise<void>((resolve) => {
        this.#timer = setTimeout(resolve, waitMs);
      });
      const cpuNow = await this.#cpuMs();
      if (turn !== this.#turn) return;
      const known = cpuBefore !== undefined && cpuNow !== undefined;
      const isSpent = !known || cpuNow - cpuBefore >= patience.cpuMs + cpuRoomMs;
      if (isSpent || performance.now() - startMs >= stuckMs) this.#onStuck();
      waitMs = nextLookMs;
    }
  }

  /** The thread's processor time; where it cannot be had (before Node 24.6) the clock on the wall decides. */
  async #cpuMs(): Promise<number | undefined> {
    if (typeof this.#thread.cpuUsage !== 'function') return undefined;
    let late: NodeJS.Timeout | undefined;
    const tooLate = new Promise<undefined>((resolve) => {
      late = setTimeout(resolve, stuckMs, undefined);
    });
    const usage = await Promise.race([this.#thread.cpuUsage().catch(() => undefined), tooLate]);
    clearTimeout(late);
    return usage && (usage.user + usage.system) / 1000;
  }
}
