/** On a crowded machine a thread may wait long for its processor; it gets so much more of the clock on the wall. */
const slackMs = 600;
/** Reading the thread's own clock costs as much as a small hook, so short turns are counted by the wall clock. */
const shortTurnMs = 2;

/** The thread's own clock where this Node has one (from 22.19 on), else the one on the wall. */
const cpuNowMs = (): number => {
  if (typeof process.threadCpuUsage !== 'function') return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** Counts the processor time of one run over all its turns. */
export class CpuClock {
  readonly #limitMs: number;
  #usedMs = 0;
  #turnStart = 0;
  /** Both clocks at one moment of this turn; from there on the thread's own counts. */
  #mark: { wallMs: number; cpuMs: number } | undefined;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  start(): void {
    this.#turnStart = performance.now();
    this.#mark = undefined;
  }

  stop(): void {
    this.#usedMs += this.#turnMs(performance.now());
    this.#turnStart = Number.POSITIVE_INFINITY;
  }

  isOver(): boolean {
    const wallMs = performance.now();
    const turnMs = wallMs - this.#turnStart;
    if (turnMs > shortTurnMs) this.#mark ??= { wallMs, cpuMs: cpuNowMs() };
    const leftMs = this.#limitMs - this.#usedMs;
    if (turnMs < leftMs) return false;
    return turnMs >= leftMs + slackMs || this.#turnMs(wallMs) >= leftMs;
  }

  #turnMs(wallMs: number): number {
    const mark = this.#mark;
    return mark ? mark.wallMs - this.#turnStart + cpuNowMs() - mark.cpuMs : wallMs - this.#turnStart;
  }
}
