const blockBytes = 4096;
const zeroBlock = new Uint8Array(blockBytes);
/** As long as the deep end of the C stack. */
let zeros = new Uint8Array(0);

const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/** The engine lets a script use 256 KiB of the C stack; this much of it is always cleared. */
const stackRoomBytes = 384 * 1024;

/** Neighbouring blocks that are written in one go; `content` may lie in another image's memory. */
interface Run {
  at: number;
  content: Uint8Array;
}

/**
 * What an instance's memory held at one moment, above the C stack. Blocks of nothing but zeros are not kept,
 * and blocks that are the same in `base` are borrowed from there, so a hook's image costs what the hook adds.
 */
export class MemoryImage {
  /** How many bytes are kept for this image alone. */
  readonly ownBytes: number;
  readonly #stackTop: number;
  readonly #blocks = new Map<number, Uint8Array>();
  readonly #runs: Run[] = [];

  constructor(memory: WebAssembly.Memory, stackTop: number, base?: MemoryImage) {
    const now = new Uint8Array(memory.buffer);
    this.#stackTop = stackTop;
    const own: number[] = [];
    for (let at = stackTop; at < now.length; at += blockBytes) {
      const block = now.subarray(at, at + blockBytes);
      const known = base ? base.#blocks.get(at) : undefined;
      if (known && isSame(known, block)) this.#blocks.set(at, known);
      else if (!isSame(block, zeroBlock)) own.push(at);
    }
    const kept = new Uint8Array(own.length * blockBytes);
    own.forEach((at, i) => {
      const block = kept.subarray(i * blockBytes, (i + 1) * blockBytes);
      block.set(now.subarray(at, at + blockBytes));
      this.#blocks.set(at, block);
    });
    this.ownBytes = kept.length;
    this.#joinBlocks();
  }

  /** Overwrites all of a memory, the C stack included. */
  writeTo(memory: WebAssembly.Memory): void {
    const all = new Uint8Array(memory.buffer);
    let done = this.#clearStack(all);
    for (const { at, content } of this.#runs) {
      if (at > done) all.fill(0, done, at);
      all.set(content, at);
      done = at + content.length;
    }
    all.fill(0, done);
  }

  /** Blocks that follow one another in the memory and in the buffer that keeps them become one run. */
  #joinBlocks(): void {
    const ordered = [...this.#blocks].sort(([one], [other]) => one - other);
    for (const [at, content] of ordered) {
      const last = this.#runs.at(-1);
      const follows =
        last &&
        last.at + last.content.length === at &&
        last.content.buffer === content.buffer &&
        last.content.byteOffset + last.content.length === content.byteOffset;
      if (!follows) this.#runs.push({ at, content });
      else
        last.content = new Uint8Array(
          content.buffer,
          last.content.byteOffset,
          last.content.length + content.length,
        );
    }
  }

  /** The deep end of the stack is hardly ever used: it is looked at, and written only when something is there. */
  #clearStack(all: Uint8Array): number {
    const deep = Math.max(0, this.#stackTop - stackRoomBytes);
    if (zeros.length < deep) zeros = new Uint8Array(deep);
    if (Buffer.compare(all.subarray(0, deep), zeros.subarray(0, deep)) !== 0) all.fill(0, 0, deep);
    all.fill(0, deep, this.#stackTop);
    return this.#stackTop;
  }
}
