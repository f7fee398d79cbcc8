/** From 22.19 on a thread has a clock of its own; before, the one on the wall has to do. */
const hasThreadClock = typeof process.threadCpuUsage === 'function';

const cpuNowMs = (): number => {
  if (!hasThreadClock) return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

let cpuAtRestMs = cpuNowMs();

/**
 * Reads the thread's clock while nobody waits for it: the reading takes longer than a short run's other
 * bookkeeping together. The next turn counts from here; whatever else the thread does before it, opening an
 * instance or evaluating a text, reads the clock again.
 */
export function noteRest(): void {
  cpuAtRestMs = cpuNowMs();
}

/** A turn this short cannot have used more than it lasted, and reading the thread's clock is not cheap. */
const shortTurnMs = 1;

/**
 * Counts the processor time of one run over all its turns. Time for which a crowded machine let the thread wait
 * does not count; a turn that takes too long all the same is ended by the pool.
 */
export class CpuClock {
  readonly #limitMs: number;
  #usedMs = 0;
  #wallAtStart = Number.POSITIVE_INFINITY;
  #cpuAtStart = 0;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  start(): void {
    this.#wallAtStart = performance.now();
    this.#cpuAtStart = hasThreadClock ? cpuAtRestMs : this.#wallAtStart;
  }

  stop(): void {
    const wallMs = performance.now() - this.#wallAtStart;
    this.#usedMs += wallMs > shortTurnMs ? cpuNowMs() - this.#cpuAtStart : wallMs;
    this.#wallAtStart = Number.POSITIVE_INFINITY;
  }

  isOver(): boolean {
    const leftMs = this.#limitMs - this.#usedMs;
    return performance.now() - this.#wallAtStart >= leftMs && cpuNowMs() - this.#cpuAtStart >= leftMs;
  }
}
