import type { HookLimits } from '../hook.ts';

/** The log of one run, cut off where its limits are. */
export class RunLog {
  readonly #limits: HookLimits;
  readonly #write: (line: string) => void;
  #lines = 0;
  #bytes = 0;
  #full = false;

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

  /** A line of the sandbox about the run. */
  note(line: string): void {
    this.#write(`[${line}]`);
  }
}
