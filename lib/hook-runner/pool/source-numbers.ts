const numbersMax = 512;

/** Gives each text a number that is never used again, so that a text is sent to a worker once. */
export class SourceNumbers {
  readonly #numbers = new Map<string, number>();
  #last = 0;

  of(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) {
      this.#numbers.delete(text);
      this.#numbers.set(text, known);
      return known;
    }
    const number = ++this.#last;
    this.#numbers.set(text, number);
    for (const oldest of this.#numbers.keys()) {
      if (this.#numbers.size <= numbersMax) break;
      this.#numbers.delete(oldest);
    }
    return number;
  }
}
