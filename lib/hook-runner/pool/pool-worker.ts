import { Worker } from 'node:worker_threads';
import type { FromWorker, ToWorker, WorkerStart } from './messages.ts';
import { type Patience, Watchdog } from './watchdog.ts';

/** Runs that one worker may hold at a time; nearly all of them wait for something. */
export const runsPerWorkerMax = 16;

const bootMs = 10_000;
export interface WorkerEvents {
  onMessage(worker: PoolWorker, message: FromWorker): void;
  onReady(worker: PoolWorker): void;
  /** The thread is gone, or about to be; called once. */
  onLost(worker: PoolWorker, reason: LossReason): void;
}

/** A message that the worker answers. */
export type TurnMessage = Extract<ToWorker, { id: number }>;

export type LossReason = { kind: 'stuck' | 'gone' | 'boot-failed' | 'closed'; message: string };

/** A thread of the pool and its watchdog: when a turn of the guest outlasts its patience, the thread is ended. */
export class PoolWorker {
  ready = false;
  /** Numbers of the runs that this worker holds. */
  readonly runs = new Set<number>();
  /** Numbers of the texts that this worker was given, least recently used first. */
  readonly sources = new Set<number>();
  /** The number of the run that it was given last. */
  lastRun = 0;
  /** The version of the object behind `ctx.global` that this worker knows. */
  globalVersion = 0;

  readonly #thread: Worker;
  readonly #events: WorkerEvents;
  #lost = false;
  #openTurns = 0;
  readonly #turns = new Map<number, number>();
  #patience: Patience = { wallMs: 0, cpuMs: 0 };
  readonly #watchdog: Watchdog;
  #bootEnd: NodeJS.Timeout | undefined;

  constructor(path: string, start: WorkerStart, events: WorkerEvents) {
    this.#events = events;
    this.#thread = new Worker(path, {
      workerData: start,
      env: {},
      execArgv: [],
      stdin: false,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4, stackSizeMb: 4 },
    });
    this.#thread.on('message', (message: FromWorker) => this.#receive(message));
    this.#thread.on('error', (error) =>
      this.#lose({ kind: this.ready ? 'gone' : 'boot-failed', message: String(error) }),
    );
    this.#thread.on('exit', (code) =>
      this.#lose({ kind: this.ready ? 'gone' : 'boot-failed', message: `exit code ${code}` }),
    );
    this.#watchdog = new Watchdog(this.#thread, () =>
      this.#lose({ kind: 'stuck', message: 'it did not answer' }),
    );
    this.#bootEnd = setTimeout(
      () => this.#lose({ kind: 'boot-failed', message: `not ready after ${bootMs} ms` }),
      bootMs,
    );
  }

  /** Whether some code of a hook may be running in the thread right now. */
  get busy(): boolean {
    return this.#openTurns > 0;
  }

  get canTakeRun(): boolean {
    return this.ready && !this.#lost && !this.busy && this.runs.size < runsPerWorkerMax;
  }

  /** Whether a turn of this run was sent and is not answered yet. */
  isTurning(id: number): boolean {
    return (this.#turns.get(id) ?? 0) > 0;
  }

  /** Sends a message that starts a turn of the guest; the worker answers each with exactly one message. */
  sendTurn(message: TurnMessage, patience: Patience): void {
    if (this.#lost) return;
    this.#openTurns++;
    this.#turns.set(message.id, (this.#turns.get(message.id) ?? 0) + 1);
    if (patience.wallMs > this.#patience.wallMs) this.#patience = patience;
    if (this.#openTurns === 1) this.#watchdog.start(this.#patience);
    this.#thread.postMessage(message);
  }

  send(message: ToWorker): void {
    if (!this.#lost) this.#thread.postMessage(message);
  }

  /** Lets the process end although the thread lives. */
  setIdle(idle: boolean): void {
    if (this.#lost) return;
    if (idle) this.#thread.unref();
    else this.#thread.ref();
  }

  async close(): Promise<void> {
    this.#lose({ kind: 'closed', message: 'the pool was closed' });
    await this.#thread.terminate();
  }

  #receive(message: FromWorker): void {
    if (this.#lost) return;
    if (message.type === 'ready') {
      clearTimeout(this.#bootEnd);
      this.ready = true;
      this.#events.onReady(this);
      return;
    }
    if (message.type === 'boot-failed') {
      this.#lose({ kind: 'boot-failed', message: message.message });
      return;
    }
    if (message.type === 'done' || message.type === 'parked' || message.type === 'ignored') {
      this.#openTurns--;
      const left = (this.#turns.get(message.id) ?? 0) - 1;
      if (left > 0) this.#turns.set(message.id, left);
      else this.#turns.delete(message.id);
      this.#watchdog.stop();
      if (this.#openTurns > 0) this.#watchdog.start(this.#patience);
      else this.#patience = { wallMs: 0, cpuMs: 0 };
    }
    this.#events.onMessage(this, message);
  }

  #lose(reason: LossReason): void {
    if (this.#lost) return;
    this.#lost = true;
    this.ready = false;
    clearTimeout(this.#bootEnd);
    this.#watchdog.stop();
    void this.#thread.terminate();
    this.#events.onLost(this, reason);
  }
}
