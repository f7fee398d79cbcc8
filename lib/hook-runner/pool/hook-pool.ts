import type { HookLimits, RunOptions } from '../hook.ts';
import { compileEngine, workerPath } from './engine-files.ts';
import { GlobalStore } from './global-store.ts';
import { answerAsk } from './host-calls.ts';
import type { FromWorker, RawFailure, RawOutcome, RunMode, WorkerStart } from './messages.ts';
import { type LossReason, PoolWorker, type TurnMessage } from './pool-worker.ts';
import { SourceNumbers } from './source-numbers.ts';

/** What a run needs; `kind: 'check'` only compiles the text. */
export type PoolJob = {
  text: string;
  limits: HookLimits;
  customData?: RunOptions['customData'];
} & ({ kind: 'check' } | { kind: 'run'; mode: RunMode; shared: string; rows: string; rowCount: number });

export interface PoolResult {
  outcomes: RawOutcome[];
  log: string[];
  /** From the moment when a thread was given the run to its answer. */
  ms: number;
}

interface OpenRun {
  id: number;
  job: PoolJob;
  log: string[];
  worker?: PoolWorker;
  startMs?: number;
  timer?: NodeJS.Timeout;
  waitEnd?: NodeJS.Timeout;
  finish(result: PoolResult): void;
}

/** After its processor time a turn gets this long to say so; then its thread is ended. */
const graceMs = 500;
const queueMax = 2_000;
const bootTriesMax = 3;
const sourcesPerWorkerMax = 64;

/**
 * Threads that run hooks. A thread is given a run only while no code of a hook is running in it, so a hook
 * that burns its time delays nobody else; runs that wait stay where they started.
 */
export class HookPool {
  readonly #workers: PoolWorker[] = [];
  readonly #runs = new Map<number, OpenRun>();
  readonly #queue: OpenRun[] = [];
  readonly #sources = new SourceNumbers();
  readonly #global = new GlobalStore();
  readonly #size: number;
  readonly #path: string;
  #start: Promise<WorkerStart> | undefined;
  #booting = 0;
  #bootFailures = 0;
  #lastId = 0;
  #closed = false;

  /** `size` threads, at least two; `path` is the worker's file. */
  constructor(size = 2, path = workerPath()) {
    this.#size = Math.max(2, size);
    this.#path = path;
  }

  /** Runs a job to its end. Never rejects: whatever goes wrong is a failure of every row. */
  run(job: PoolJob): Promise<PoolResult> {
    return new Promise((finish) => {
      const run: OpenRun = { id: ++this.#lastId, job, log: [], finish };
      if (this.#closed) this.#end(run, { code: 'crashed', message: 'the pool is closed' });
      else if (this.#queue.length >= queueMax) this.#end(run, { code: 'busy', message: '' });
      else {
        this.#queue.push(run);
        run.waitEnd = setTimeout(() => this.#giveUpQueueing(run), job.limits.waitMs);
        // Starting failed too often a while ago; what was wrong then may be right now.
        if (this.#workers.length + this.#booting === 0) this.#bootFailures = 0;
        this.#fill();
        this.#dispatch();
      }
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const run of this.#queue.splice(0))
      this.#end(run, { code: 'crashed', message: 'the pool was closed' });
    await Promise.all([...this.#workers].map((worker) => worker.close()));
  }

  #fill(): void {
    while (
      !this.#closed &&
      this.#workers.length + this.#booting < this.#size &&
      this.#bootFailures < bootTriesMax
    ) {
      this.#booting++;
      void this.#boot();
    }
  }

  async #boot(): Promise<void> {
    try {
      this.#start ??= compileEngine();
      const start = await this.#start;
      if (this.#closed) return;
      const worker = new PoolWorker(this.#path, start, {
        onMessage: (from, message) => this.#receive(from, message),
        onReady: () => this.#onReady(),
        onLost: (lost, reason) => this.#onLost(lost, reason),
      });
      this.#workers.push(worker);
    } catch (error) {
      this.#start = undefined;
      this.#onBootFailure(String(error));
    } finally {
      this.#booting--;
    }
  }

  #onReady(): void {
    this.#bootFailures = 0;
    this.#dispatch();
  }

  #onBootFailure(message: string): void {
    this.#bootFailures++;
    if (this.#bootFailures < bootTriesMax) {
      setImmediate(() => this.#fill());
      return;
    }
    if (this.#workers.some((worker) => worker.ready)) return;
    for (const run of this.#queue.splice(0)) {
      this.#end(run, { code: 'crashed', message: `the sandbox did not start: ${message}` });
    }
  }

  #onLost(lost: PoolWorker, reason: LossReason): void {
    const at = this.#workers.indexOf(lost);
    if (at >= 0) this.#workers.splice(at, 1);
    for (const id of lost.runs) {
      const run = this.#runs.get(id);
      if (run) this.#end(run, this.#failureOf(lost, reason, id));
    }
    if (this.#closed) return;
    if (reason.kind === 'boot-failed') this.#onBootFailure(reason.message);
    else this.#fill();
  }

  #failureOf(lost: PoolWorker, reason: LossReason, id: number): RawFailure {
    if (!lost.isTurning(id)) {
      return {
        code: 'crashed',
        message: 'its sandbox had to be ended because of another hook; it may be tried again',
      };
    }
    if (reason.kind === 'stuck') return { code: 'cpu-limit', message: '' };
    return { code: 'crashed', message: `its sandbox ended: ${reason.message}` };
  }

  #dispatch(): void {
    while (this.#queue.length > 0) {
      const worker = this.#freeWorker();
      const run = worker && this.#queue.shift();
      if (!run) break;
      this.#assign(run, worker);
    }
    for (const worker of this.#workers)
      worker.setIdle(worker.ready && worker.runs.size === 0 && this.#queue.length === 0);
  }

  /** The thread with the fewest runs; of several the one that was idle longest, as it has tidied up. */
  #freeWorker(): PoolWorker | undefined {
    let best: PoolWorker | undefined;
    for (const one of this.#workers) {
      if (!one.canTakeRun) continue;
      if (!best || one.runs.size < best.runs.size) best = one;
      else if (one.runs.size === best.runs.size && one.lastRun < best.lastRun) best = one;
    }
    return best;
  }

  #assign(run: OpenRun, worker: PoolWorker): void {
    const { job } = run;
    clearTimeout(run.waitEnd);
    run.worker = worker;
    run.startMs = performance.now();
    this.#runs.set(run.id, run);
    worker.runs.add(run.id);
    worker.lastRun = run.id;
    run.waitEnd = setTimeout(() => this.#turn(run, { type: 'stop', id: run.id }), job.limits.waitMs);
    if (worker.globalVersion !== this.#global.version) {
      worker.globalVersion = this.#global.version;
      worker.send({ type: 'global', json: this.#global.json });
    }
    if (job.kind === 'check') {
      this.#turn(run, { type: 'check', id: run.id, text: job.text, limits: job.limits });
      return;
    }
    const sourceId = this.#sources.of(job.text);
    const known = worker.sources.delete(sourceId);
    worker.sources.add(sourceId);
    const { mode, shared, rows, rowCount, limits } = job;
    this.#turn(run, {
      type: 'run',
      id: run.id,
      sourceId,
      text: known ? undefined : job.text,
      mode,
      shared,
      rows,
      rowCount,
      limits,
    });
    for (const oldest of worker.sources) {
      if (worker.sources.size <= sourcesPerWorkerMax) break;
      worker.sources.delete(oldest);
      worker.send({ type: 'forget', sourceId: oldest });
    }
  }

  #turn(run: OpenRun, message: TurnMessage): void {
    run.worker?.sendTurn(message, run.job.limits.cpuMs + graceMs);
  }

  #receive(worker: PoolWorker, message: FromWorker): void {
    const run = 'id' in message ? this.#runs.get(message.id) : undefined;
    if (run) {
      if (message.type === 'log') run.log.push(message.line);
      else if (message.type === 'ask') void this.#answer(run, message);
      else if (message.type === 'parked') this.#park(run, message.wakeInMs);
      else if (message.type === 'done') {
        if (message.globalChange !== undefined) this.#global.change(message.globalChange);
        this.#settle(run, message.outcomes);
      }
    }
    if (!worker.busy) this.#dispatch();
  }

  #park(run: OpenRun, wakeInMs: number | undefined): void {
    clearTimeout(run.timer);
    if (wakeInMs === undefined) return;
    run.timer = setTimeout(
      () => this.#turn(run, { type: 'wake', id: run.id }),
      Math.min(wakeInMs, run.job.limits.waitMs + 1),
    );
  }

  async #answer(run: OpenRun, ask: Extract<FromWorker, { type: 'ask' }>): Promise<void> {
    const answer = await answerAsk(ask, run.job.customData);
    if (this.#runs.has(run.id)) this.#turn(run, { type: 'resume', id: run.id, call: ask.call, ...answer });
  }

  #giveUpQueueing(run: OpenRun): void {
    const at = this.#queue.indexOf(run);
    if (at < 0) return;
    this.#queue.splice(at, 1);
    this.#end(run, { code: 'busy', message: '' });
  }

  #end(run: OpenRun, failure: RawFailure): void {
    const rowCount = run.job.kind === 'run' ? run.job.rowCount : 1;
    this.#settle(
      run,
      Array.from({ length: rowCount }, () => ({ ok: false as const, failure })),
    );
  }

  #settle(run: OpenRun, outcomes: RawOutcome[]): void {
    clearTimeout(run.timer);
    clearTimeout(run.waitEnd);
    this.#runs.delete(run.id);
    run.worker?.runs.delete(run.id);
    run.finish({
      outcomes,
      log: run.log,
      ms: run.startMs === undefined ? 0 : performance.now() - run.startMs,
    });
  }
}
