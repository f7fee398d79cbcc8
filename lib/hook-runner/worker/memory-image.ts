const blockBytes = 4096;
const zeroBlock = new Uint8Array(blockBytes);

const isZero = (block: Uint8Array): boolean =>
  block.length === blockBytes && Buffer.compare(block, zeroBlock) === 0;

/** What an instance's memory held at one moment; blocks of nothing but zeros are not kept. */
export class MemoryImage {
  /** How many bytes are kept. */
  readonly bytes: number;
  readonly #runs: { at: number; content: Uint8Array }[] = [];

  /** Takes everything above `stackTop`; what lies below is the C stack, empty between runs. */
  constructor(memory: WebAssembly.Memory, stackTop: number) {
    const all = new Uint8Array(memory.buffer);
    let kept = 0;
    let runStart = -1;
    for (let at = stackTop; at <= all.length; at += blockBytes) {
      const ended = at >= all.length || isZero(all.subarray(at, at + blockBytes));
      if (!ended && runStart < 0) runStart = at;
      if (ended && runStart >= 0) {
        this.#runs.push({ at: runStart, content: all.slice(runStart, at) });
        kept += Math.min(at, all.length) - runStart;
        runStart = -1;
      }
    }
    this.bytes = kept;
  }

  /** Overwrites all of a memory, the C stack included. */
  writeTo(memory: WebAssembly.Memory): void {
    const all = new Uint8Array(memory.buffer);
    let done = 0;
    for (const { at, content } of this.#runs) {
      all.fill(0, done, at);
      all.set(content, at);
      done = at + content.length;
    }
    all.fill(0, done);
  }
}
