import type { JsonObject } from '#lib/json.ts';
import { type RemoteRules, remoteCall } from './remote-call.ts';
import { type AnswerBudget, runAnswerBytesMax } from './send-once.ts';

/** The remote calls of one run: they share its time and its budget, and end with it. */
export class RunRemoteCalls {
  readonly #rules: RemoteRules;
  readonly #endsAtMs: number;
  readonly #budget: AnswerBudget = { bytesLeft: runAnswerBytesMax };
  readonly #stop = new AbortController();

  /** `endsAtMs`: when the run has waited long enough, by `performance.now()`. */
  constructor(rules: RemoteRules | undefined, endsAtMs: number) {
    this.#rules = rules ?? { origins: [] };
    this.#endsAtMs = endsAtMs;
  }

  make(json: string): Promise<JsonObject> {
    const leftMs = this.#endsAtMs - performance.now();
    // A little is left to the hook, to do something about a call that takes too long.
    const timeoutMsMax = Math.max(1, Math.floor(leftMs - Math.min(100, leftMs / 10)));
    return remoteCall(json, this.#rules, {
      timeoutMsMax,
      stop: this.#stop.signal,
      budget: this.#budget,
    });
  }

  end(): void {
    this.#stop.abort();
  }
}
