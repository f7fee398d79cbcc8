import { compileEngine, workerPath } from './engine-files.ts';
import type { FromWorker, WorkerStart } from './messages.ts';
import { type LossReason, PoolWorker } from './pool-worker.ts';

export interface CrewEvents {
  onMessage(worker: PoolWorker, message: FromWorker): void;
  /** A thread can take runs. */
  onReady(): void;
  /** A thread is gone, and with it the runs that it holds. */
  onLost(worker: PoolWorker, reason: LossReason): void;
  /** No thread runs and none could be started in several tries. */
  onHopeless(message: string): void;
}

const bootTriesMax = 3;

/** Keeps a number of threads alive: starts them when first needed and replaces those that are lost. */
export class Crew {
  readonly workers: PoolWorker[] = [];
  readonly #events: CrewEvents;
  readonly #size: number;
  readonly #path: string;
  #engine: Promise<WorkerStart> | undefined;
  #booting = 0;
  #failures = 0;
  #closed = false;

  /** `size` threads, at least two, so that a hook that burns its time leaves one to the others. */
  constructor(events: CrewEvents, size: number, path = workerPath()) {
    this.#events = events;
    this.#size = Math.max(2, size);
    this.#path = path;
  }

  /** Starts what is missing. After too many failures only once more, when somebody needs a thread again. */
  fill(): void {
    if (this.workers.length + this.#booting === 0) this.#failures = 0;
    this.#bootMissing();
  }

  /** The thread with the fewest runs; of several the one that ran last, as its caches are warm. */
  freeWorker(): PoolWorker | undefined {
    let best: PoolWorker | undefined;
    for (const one of this.workers) {
      if (!one.canTakeRun) continue;
      if (!best || one.runs.size < best.runs.size) best = one;
      else if (one.runs.size === best.runs.size && one.lastRun > best.lastRun) best = one;
    }
    return best;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.workers].map((worker) => worker.close()));
  }

  #bootMissing(): void {
    while (
      !this.#closed &&
      this.workers.length + this.#booting < this.#size &&
      this.#failures < bootTriesMax
    ) {
      this.#booting++;
      void this.#boot();
    }
  }

  async #boot(): Promise<void> {
    let worker: PoolWorker | undefined;
    let problem = '';
    try {
      this.#engine ??= compileEngine();
      const engine = await this.#engine;
      if (!this.#closed) worker = new PoolWorker(this.#path, engine, this.#watch());
    } catch (error) {
      this.#engine = undefined;
      problem = String(error);
    }
    this.#booting--;
    if (worker) this.workers.push(worker);
    else if (!this.#closed) this.#onBootFailure(problem);
  }

  #watch() {
    return {
      onMessage: this.#events.onMessage,
      onReady: () => {
        this.#failures = 0;
        this.#bootMissing();
        this.#events.onReady();
      },
      onLost: (lost: PoolWorker, reason: LossReason) => {
        const at = this.workers.indexOf(lost);
        if (at >= 0) this.workers.splice(at, 1);
        this.#events.onLost(lost, reason);
        if (this.#closed) return;
        if (reason.kind === 'boot-failed') this.#onBootFailure(reason.message);
        else this.#bootMissing();
      },
    };
  }

  #onBootFailure(message: string): void {
    this.#failures++;
    if (this.#failures < bootTriesMax) setImmediate(() => this.#bootMissing());
    else if (!this.workers.some((worker) => worker.ready)) this.#events.onHopeless(message);
  }
}
