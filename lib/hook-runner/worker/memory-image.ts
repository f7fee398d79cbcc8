const blockBytes = 4096;
const pageBytes = 64 * 1024;
/** Unchanged blocks between two changed ones are taken along when they are no more bytes than this. */
const gapBytesMax = 32 * 1024;
/** Where so much of the C stack is untouched, nothing below was used. */
const untouchedBytes = 64 * 1024;
const untouched = new Uint8Array(untouchedBytes);

const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/** A part of the memory that is written in one go. */
interface Part {
  at: number;
  content: Uint8Array;
}

/** Copies the blocks of `now` that differ from `before`, neighbours joined. */
function differences(now: Uint8Array, before: Uint8Array, from: number): Part[] {
  const ranges: { at: number; end: number }[] = [];
  for (let at = from; at < now.length; at += blockBytes) {
    const end = Math.min(at + blockBytes, now.length);
    if (isSame(now.subarray(at, end), before.subarray(at, end))) continue;
    const last = ranges.at(-1);
    if (last && at - last.end <= gapBytesMax) last.end = end;
    else ranges.push({ at, end });
  }
  return ranges.map(({ at, end }) => ({ at, content: now.slice(at, end) }));
}

/** The parts of `below` that no part of `above` covers, with those of `above`, in the order of the memory. */
function laidOver(below: Part[], above: Part[]): Part[] {
  const rest = below.flatMap(({ at, content }) => {
    const left: Part[] = [];
    let start = at;
    const end = at + content.length;
    const add = (to: number) => {
      if (to > start) left.push({ at: start, content: content.subarray(start - at, to - at) });
    };
    for (const over of above) {
      const overEnd = over.at + over.content.length;
      if (overEnd <= start || over.at >= end) continue;
      add(over.at);
      start = overEnd;
    }
    add(end);
    return left;
  });
  return [...rest, ...above].sort((one, other) => one.at - other.at);
}

/**
 * What an instance's memory held at one moment, above the C stack. A hook's image keeps what the hook added to
 * the base and borrows the rest.
 */
export class MemoryImage {
  /** How many bytes are kept for this image alone. */
  readonly ownBytes: number;
  readonly #stackTop: number;
  /** All of the memory; kept of the base only, to compare with. */
  readonly #whole: Uint8Array;
  readonly #parts: Part[];
  /** The end of the last part: no heap of this image reaches further, as the allocator marks its end. */
  readonly #end: number;

  constructor(memory: WebAssembly.Memory, stackTop: number, base?: MemoryImage) {
    const now = new Uint8Array(memory.buffer);
    const before = new Uint8Array(now.length);
    if (base) before.set(base.#whole);
    const own = differences(now, before, stackTop);
    this.ownBytes = own.reduce((sum, { content }) => sum + content.length, 0);
    this.#stackTop = stackTop;
    this.#whole = base ? new Uint8Array(0) : now.slice();
    this.#parts = base ? laidOver(base.#parts, own) : own;
    const last = this.#parts.at(-1);
    this.#end = last ? last.at + last.content.length : stackTop;
  }

  /**
   * Overwrites what a run may have changed. `clearedBytes` is the memory's length when it was last written:
   * what lies between the image's end and there was not used, because a heap can only grow at the memory's end.
   * `thorough` clears that too, and all of the C stack, of which else only what was visibly used is cleared.
   */
  writeTo(memory: WebAssembly.Memory, clearedBytes: number, thorough: boolean): void {
    const missingBytes = this.#end - memory.buffer.byteLength;
    if (missingBytes > 0) memory.grow(Math.ceil(missingBytes / pageBytes));
    const all = new Uint8Array(memory.buffer);
    all.fill(0, thorough ? 0 : this.#usedStackStart(all), this.#stackTop);
    let done = this.#stackTop;
    for (const { at, content } of this.#parts) {
      all.fill(0, done, at);
      all.set(content, at);
      done = at + content.length;
    }
    all.fill(0, thorough ? this.#end : Math.max(this.#end, clearedBytes));
  }

  #usedStackStart(all: Uint8Array): number {
    let start = this.#stackTop - untouchedBytes;
    while (start > 0 && !isSame(all.subarray(start, start + untouchedBytes), untouched))
      start -= untouchedBytes;
    return Math.max(0, start);
  }
}
