/** On a crowded machine a thread may wait long for its processor; it gets so much more of the clock on the wall. */
const slackMs = 300;

const cpuNowMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** Counts the processor time of one run over all its turns. */
export class CpuClock {
  readonly #limitMs: number;
  #usedMs = 0;
  #cpuAtStart = 0;
  #softEnd = Infinity;
  #hardEnd = Infinity;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  start(): void {
    const leftMs = Math.max(0, this.#limitMs - this.#usedMs);
    const wall = performance.now();
    this.#cpuAtStart = cpuNowMs();
    this.#softEnd = wall + leftMs;
    this.#hardEnd = wall + leftMs + slackMs;
  }

  stop(): void {
    this.#usedMs += cpuNowMs() - this.#cpuAtStart;
    this.#softEnd = this.#hardEnd = Infinity;
  }

  /** Cheap until the wall clock says that the limit could be reached; only then is the thread's own clock read. */
  isOver(): boolean {
    const wall = performance.now();
    if (wall <= this.#softEnd) return false;
    return wall > this.#hardEnd || this.#usedMs + cpuNowMs() - this.#cpuAtStart >= this.#limitMs;
  }
}
