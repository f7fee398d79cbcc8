/** Lets one thing happen at a time, in the order in which it was asked for. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** Whether something is happening, or waits for its turn. */
  get taken(): boolean {
    return this.#waiting > 0;
  }

  take<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#waiting++;
    const result = this.#last.then(work);
    this.#last = result.then(
      () => this.#waiting--,
      () => this.#waiting--,
    );
    return result;
  }
}
