import { defaultHookLimits, type HookLimits, type RunOptions } from '../hook.ts';
import { RunRemoteCalls } from '../remote/run-remote-calls.ts';
import { Crew } from './crew.ts';
import { GlobalStore } from './global-store.ts';
import { answerAsk, type CustomDataAsks } from './host-calls.ts';
import type { FromWorker, RawFailure, RawOutcome, RunMode } from './messages.ts';
import type { LossReason, PoolWorker, TurnMessage } from './pool-worker.ts';
import { SourceNumbers } from './source-numbers.ts';

/** What a run needs; `kind: 'check'` only compiles the text. */
export type PoolJob = {
  text: string;
  limits: HookLimits;
  /** Without it `ctx.read()` gives `{}` and `ctx.write()` is refused. */
  customData?: CustomDataAsks;
  /** Ends the run when it is aborted; what it answers then means nothing. */
  signal?: AbortSignal;
  remote?: RunOptions['remote'];
  isTrial?: boolean;
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
  remoteCalls?: RunRemoteCalls;
  finish(result: PoolResult): void;
}

/** After its processor time a turn gets this long to say so; then its thread is ended. */
export const graceMs = 500;
const queueMax = 2_000;
const sourcesPerWorkerMax = 64;

/**
 * Threads that run hooks. A thread is given a run only while no code of a hook is running in it, so a hook
 * that burns its time delays nobody else; runs that wait stay where they started.
 */
export class HookPool {
  readonly #crew: Crew;
  readonly #runs = new Map<number, OpenRun>();
  readonly #queue: OpenRun[] = [];
  readonly #sources = new SourceNumbers();
  readonly #global = new GlobalStore();
  #lastId = 0;
  #closed = false;

  /** `path` is the worker's file, when it is not the usual one. */
  constructor(size: number, path?: string) {
    const events = {
      onMessage: (from: PoolWorker, message: FromWorker) => this.#receive(from, message),
      onReady: () => this.#dispatch(),
      onLost: (lost: PoolWorker, reason: LossReason) => this.#onLost(lost, reason),
      onHopeless: (message: string) => this.#endQueue(`the sandbox did not start: ${message}`),
    };
    this.#crew = new Crew(events, size, path);
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
        this.#crew.fill();
        this.#dispatch();
      }
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#endQueue('the pool was closed');
    await this.#crew.close();
  }

  #endQueue(message: string): void {
    for (const run of this.#queue.splice(0)) this.#end(run, { code: 'crashed', message });
  }

  #onLost(lost: PoolWorker, reason: LossReason): void {
    for (const id of lost.runs) {
      const run = this.#runs.get(id);
      if (run) this.#end(run, this.#failureOf(lost, reason, id));
    }
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
      const worker = this.#crew.freeWorker();
      const run = worker && this.#queue.shift();
      if (!run) break;
      this.#assign(run, worker);
    }
    const isQueued = this.#queue.length > 0;
    for (const worker of this.#crew.workers)
      worker.setIdle(worker.ready && worker.runs.size === 0 && !isQueued);
  }

  #assign(run: OpenRun, worker: PoolWorker): void {
    const { job } = run;
    clearTimeout(run.waitEnd);
    run.worker = worker;
    run.startMs = performance.now();
    this.#runs.set(run.id, run);
    worker.runs.add(run.id);
    worker.lastRun = run.id;
    const stop = () => this.#turn(run, { type: 'stop', id: run.id });
    run.waitEnd = setTimeout(stop, job.limits.waitMs);
    job.signal?.addEventListener('abort', () => {
      if (this.#runs.has(run.id)) stop();
    });
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
    const { mode, shared, rows, rowCount } = job;
    const limits = job.limits === defaultHookLimits ? undefined : job.limits;
    const text = known ? undefined : job.text;
    this.#turn(run, { type: 'run', id: run.id, sourceId, text, mode, shared, rows, rowCount, limits });
    for (const oldest of worker.sources) {
      if (worker.sources.size <= sourcesPerWorkerMax) break;
      worker.sources.delete(oldest);
      worker.send({ type: 'forget', sourceId: oldest });
    }
  }

  #turn(run: OpenRun, message: TurnMessage): void {
    const { cpuMs } = run.job.limits;
    run.worker?.sendTurn(message, { wallMs: cpuMs + graceMs, cpuMs });
  }

  #receive(worker: PoolWorker, message: FromWorker): void {
    const run = 'id' in message ? this.#runs.get(message.id) : undefined;
    if (run) {
      if (message.type === 'log') run.log.push(message.line);
      else if (message.type === 'ask') void this.#answer(run, message);
      else if (message.type === 'parked') this.#park(run, message.wakeInMs);
      else if (message.type === 'done') {
        if (message.globalChange !== undefined && !run.job.isTrial) this.#global.change(message.globalChange);
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
    const { customData, remote, limits } = run.job;
    run.remoteCalls ??= new RunRemoteCalls(remote, (run.startMs ?? 0) + limits.waitMs);
    const answer = await answerAsk(ask, { customData, remoteCalls: run.remoteCalls });
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
    run.remoteCalls?.end();
    this.#runs.delete(run.id);
    run.worker?.runs.delete(run.id);
    run.finish({
      outcomes,
      log: run.log,
      ms: run.startMs === undefined ? 0 : performance.now() - run.startMs,
    });
  }
}
