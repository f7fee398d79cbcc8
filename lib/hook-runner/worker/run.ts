import type { HookLimits } from '../hook.ts';
import type { AskOperation, FromWorker, RawFailure, RawOutcome, RunMessage } from '../pool/messages.ts';
import { cleanJson } from './answer-json.ts';
import { CpuClock } from './cpu-clock.ts';
import { toFailure, toRefusal } from './guest-error.ts';
import type { HostReply } from './guest-values.ts';
import { randomNumber } from './random.ts';
import { RunLog } from './run-log.ts';
import { callService } from './services.ts';
import type { CallResult, Slot } from './slot.ts';

/** What a run waits for, as hooks call it; each counts as a host call. */
const askNames: Record<AskOperation, string> = {
  read: 'ctx.read',
  write: 'ctx.write',
  fetch: 'the remote call',
};
const isAsk = (operation: string): operation is AskOperation => Object.hasOwn(askNames, operation);

export interface RunSurroundings {
  post(message: FromWorker): void;
  /** JSON of the object behind `ctx.global`. */
  global: string;
  limits: HookLimits;
}

/** One run in one slot, from the first call to its last answer. The guest's every word is taken as hostile. */
export class HookRun {
  readonly #slot: Slot;
  readonly #job: RunMessage;
  readonly #around: RunSurroundings;
  readonly #outcomes: (RawOutcome | undefined)[] = [];
  readonly #clock: CpuClock;
  readonly #log: RunLog;
  readonly #asked = new Map<number, AskOperation>();
  #open: number;
  #answerBytes = 0;
  #hostCalls = 0;
  #globalTouched = false;
  #globalChange: string | undefined;
  #overHostLimit: RawFailure | undefined;

  constructor(slot: Slot, job: RunMessage, around: RunSurroundings) {
    this.#slot = slot;
    this.#job = job;
    this.#around = around;
    this.#open = job.rowCount;
    this.#clock = new CpuClock(around.limits.cpuMs);
    this.#log = new RunLog(around.limits, (line) => around.post({ type: 'log', id: job.id, line }));
  }

  /** Starts the run. True when it is done, false when it waits. */
  start(): boolean {
    const { mode, shared, rows } = this.#job;
    this.#slot.setHeapBytes(this.#around.limits.heapBytes);
    return this.#turn(() => this.#slot.call('start', mode, shared, rows));
  }

  resume(call: number, ok: boolean, json: string): boolean {
    if (!this.#asked.delete(call)) {
      this.#around.post({ type: 'ignored', id: this.#job.id });
      return false;
    }
    return this.#turn(() => this.#slot.call('resume', call, ok, json));
  }

  wake(): boolean {
    return this.#turn(() => {
      for (;;) {
        const woke = this.#slot.call('wake');
        if (!woke.ok || woke.value !== true) return woke;
        const ran = this.#slot.runJobs(() => this.#open === 0);
        if (!ran.ok || this.#open === 0) return ran;
      }
    });
  }

  /** Ends the run from outside: what has no answer yet fails. */
  stop(failure: RawFailure): void {
    this.#failRest(failure);
    this.#finish();
  }

  #turn(enter: () => CallResult): boolean {
    this.#slot.attach(
      (operation, id, text, bytes) => this.#host(operation, id, text, bytes),
      () => this.#clock.isOver(),
    );
    this.#clock.start();
    const wasAnswered = this.#open === 0;
    let result = enter();
    if (result.ok) result = this.#slot.runJobs(() => this.#isOver && !wasAnswered);
    let wakeInMs = -1;
    if (result.ok && this.#open > 0) {
      const next = this.#slot.call('wakeInMs');
      if (next.ok && typeof next.value === 'number') wakeInMs = next.value;
      else result = next;
    }
    if (!result.ok) this.#failRest(this.#failureOf(result.threw));
    if (this.#open > 0 && this.#asked.size === 0 && wakeInMs < 0) this.#failRest(this.#whyNoCallback());
    if (this.#isOver && result.ok && this.#globalTouched) this.#slot.call('flush');
    this.#clock.stop();
    if (result.ok && !this.#isOver) {
      this.#park(wakeInMs);
      return false;
    }
    this.#finish();
    return true;
  }

  /** Every row has its answer, and no custom data is waited for: hooks may call back before they have written. */
  get #isOver(): boolean {
    return this.#open === 0 && ![...this.#asked.values()].some((operation) => operation !== 'fetch');
  }

  #park(wakeInMs: number): void {
    const message: FromWorker = { type: 'parked', id: this.#job.id };
    if (wakeInMs >= 0) message.wakeInMs = Math.ceil(wakeInMs);
    this.#around.post(message);
  }

  #finish(): void {
    this.#log.end();
    this.#slot.attach(undefined, () => false);
    const message: FromWorker = {
      type: 'done',
      id: this.#job.id,
      outcomes: this.#outcomes.filter((one) => one !== undefined),
    };
    if (this.#globalChange !== undefined) message.globalChange = this.#globalChange;
    this.#around.post(message);
  }

  #failureOf(threw: string): RawFailure {
    if (this.#overHostLimit) return this.#overHostLimit;
    if (this.#slot.spoiled) {
      const full = this.#slot.heldBytes > this.#around.limits.heapBytes / 2;
      return { code: full ? 'memory-limit' : 'crashed', message: toFailure('crashed', threw).message };
    }
    const failure = toFailure('threw', threw);
    return this.#slot.interrupted ? { ...failure, code: 'cpu-limit' } : failure;
  }

  #whyNoCallback(): RawFailure {
    if (this.#overHostLimit) return this.#overHostLimit;
    if (this.#slot.interrupted) return { code: 'cpu-limit', message: '' };
    const rejection = this.#slot.describeRejection();
    if (rejection === undefined) return { code: 'no-callback', message: '' };
    return toFailure('threw', rejection);
  }

  #settle(row: number, outcome: RawOutcome): void {
    if (!Number.isInteger(row) || row < 0 || row >= this.#job.rowCount || this.#outcomes[row]) return;
    this.#outcomes[row] = outcome;
    this.#open--;
  }

  #failRest(failure: RawFailure): void {
    for (let row = 0; row < this.#job.rowCount; row++) this.#settle(row, { ok: false, failure });
  }

  #answer(row: number, text: () => string, bytes: number): void {
    if (bytes === 0) {
      this.#settle(row, { ok: true });
      return;
    }
    const bytesMax = this.#around.limits.answerBytesMax;
    if (bytes > bytesMax || this.#answerBytes + bytes > 2 * bytesMax) {
      this.#settle(row, { ok: false, failure: { code: 'answer-too-large', message: `${bytes}` } });
      return;
    }
    this.#answerBytes += bytes;
    const clean = cleanJson(text());
    this.#settle(
      row,
      'json' in clean
        ? { ok: true, json: clean.json }
        : { ok: false, failure: { code: 'answer-not-json', message: clean.problem } },
    );
  }

  #host(operation: string, id: number, text: () => string, bytes: number): HostReply {
    if (this.#clock.isOver()) {
      this.#slot.interrupted = true;
      return '!the time limit is reached';
    }
    const short = () => (bytes <= 32_000 ? text() : '');
    switch (operation) {
      case 'random':
        return randomNumber();
      case 'answer':
        this.#answer(id, text, bytes);
        return undefined;
      case 'refuse':
        this.#settle(id, { ok: false, failure: toRefusal(short()) });
        return undefined;
      case 'throw':
        this.#settle(id, { ok: false, failure: { ...toFailure('threw', short()), ...this.#overHostLimit } });
        return undefined;
      case 'unreadable':
        this.#settle(id, { ok: false, failure: toFailure('answer-not-json', short()) });
        return undefined;
      case 'stray':
        this.#failRest(toFailure('threw', short()));
        return undefined;
      case 'late':
        this.#log.addLateError(toFailure('threw', short()).message);
        return undefined;
      case 'again':
        this.#log.countLateCall();
        return undefined;
      case 'log':
        this.#log.add(text, bytes);
        return undefined;
      case 'global':
        this.#globalTouched = true;
        return `=${this.#around.global}`;
      case 'global-change':
        this.#keepGlobal(text, bytes);
        return undefined;
      default:
        return isAsk(operation) ? this.#ask(operation, id, text, bytes) : callService(operation, text, bytes);
    }
  }

  #keepGlobal(text: () => string, bytes: number): void {
    const clean =
      bytes <= this.#around.limits.contextBytesMax ? cleanJson(text()) : { problem: 'it is too large' };
    if ('json' in clean) this.#globalChange = clean.json;
    else this.#log.note(`ctx.global was not kept: ${clean.problem}`);
  }

  #ask(operation: AskOperation, id: number, text: () => string, bytes: number): HostReply {
    const { hostCallsMax, contextBytesMax } = this.#around.limits;
    if (bytes > contextBytesMax) return `!${askNames[operation]}: the data is too large`;
    if (this.#hostCalls >= hostCallsMax) {
      const message = `it made more than ${hostCallsMax} calls to the host`;
      this.#overHostLimit ??= { code: 'host-limit', message };
      return `!${message}`;
    }
    if (!Number.isInteger(id) || id < 1 || this.#asked.has(id)) return '!the call has no number of its own';
    const clean = cleanJson(text());
    if ('problem' in clean) return `!${askNames[operation]}: the data cannot be used: ${clean.problem}`;
    this.#hostCalls++;
    this.#asked.set(id, operation);
    this.#around.post({ type: 'ask', id: this.#job.id, call: id, operation, json: clean.json });
    return undefined;
  }
}
