import type { HookLimits } from '../hook.ts';

/** Errors after the answer that are told; they change nothing. */
const lateErrorsMax = 3;

/** The log of one run, cut off where its limits are. */
export class RunLog {
  readonly #limits: HookLimits;
  readonly #write: (line: string) => void;
  #lines = 0;
  #bytes = 0;
  #full = false;
  #lateCalls = 0;
  #lateErrors = 0;

  constructor(limits: HookLimits, write: (line: string) => void) {
    this.#limits = limits;
    this.#write = write;
  }

  /** A line of the hook's own; `bytes` is its length, looked at before it is read. */
  add(text: () => string, bytes: number): void {
    if (this.#full) return;
    const { logLinesMax, logBytesMax } = this.#limits;
    this.#lines++;
    this.#bytes += bytes;
    this.#full = this.#lines > logLinesMax || this.#bytes > logBytesMax;
    if (this.#full)
      this.note(`the log is full: at most ${logLinesMax} lines and ${logBytesMax} bytes are kept`);
    else this.#write(text());
  }

  /** The callback was called although there was an answer. */
  countLateCall(): void {
    this.#lateCalls++;
  }

  /** Something failed although there was an answer. */
  addLateError(message: string): void {
    if (this.#lateErrors++ < lateErrorsMax) this.note(`it failed after it had called back: ${message}`);
  }

  end(): void {
    const calls = this.#lateCalls;
    if (calls > 0)
      this.note(`callback was called ${calls} more time${calls > 1 ? 's' : ''}: only the first call counts`);
  }

  /** A line of the sandbox about the run. */
  note(line: string): void {
    this.#write(`[${line}]`);
  }
}
