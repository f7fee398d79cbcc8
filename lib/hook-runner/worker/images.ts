import { hookTextBytesMax } from '../hook.ts';
import type { RawFailure } from '../pool/messages.ts';
import { CpuClock, noteRest } from './cpu-clock.ts';
import { textPrefix, toFailure } from './guest-error.ts';
import { librariesIn } from './libraries.ts';
import { MemoryImage } from './memory-image.ts';
import { callServiceAtLoad } from './services.ts';
import type { Slot } from './slot.ts';

const imagesMax = 32;
const imageBytesMax = 4 * 1024 * 1024;
/** Sets of libraries that are kept evaluated, for the next text that asks for the same. */
const librarySetsMax = 8;
/** What all images of a worker may hold together. */
const allImagesBytesMax = 64 * 1024 * 1024;

/** Memory images of evaluated hooks, made once for each text and good for every slot of the worker. */
export class ImageCache {
  /** The guest before any hook's text. */
  readonly base: MemoryImage;
  readonly #texts = new Map<number, string>();
  readonly #images = new Map<number, MemoryImage>();
  readonly #librarySets = new Map<string, MemoryImage>();

  constructor(base: MemoryImage) {
    this.base = base;
  }

  learn(sourceId: number, text: string): void {
    this.#texts.set(sourceId, text);
  }

  forget(sourceId: number): void {
    this.#texts.delete(sourceId);
    this.#images.delete(sourceId);
  }

  /** The image of a source, if it was made before. */
  known(sourceId: number): MemoryImage | undefined {
    return this.#images.get(sourceId);
  }

  /** The image for a source, least recently used ones dropped beyond the limit; or why the text is no hook. */
  imageFor(slot: Slot, sourceId: number, cpuMs: number): MemoryImage | RawFailure {
    const known = this.#images.get(sourceId);
    if (known) {
      this.#images.delete(sourceId);
      this.#images.set(sourceId, known);
      return known;
    }
    const text = this.#texts.get(sourceId);
    if (text === undefined) return { code: 'crashed', message: 'the text was not handed over' };
    const image = this.compile(slot, text, cpuMs);
    if (image instanceof MemoryImage) {
      this.#images.set(sourceId, image);
      this.#dropOldest();
    }
    return image;
  }

  #dropOldest(): void {
    let bytes = 0;
    for (const { ownBytes } of this.#images.values()) bytes += ownBytes;
    for (const [oldest, { ownBytes }] of this.#images) {
      if (this.#images.size <= imagesMax && (bytes <= allImagesBytesMax || this.#images.size === 1)) return;
      this.#images.delete(oldest);
      bytes -= ownBytes;
    }
  }

  /** The base with libraries evaluated into it. They are no work of the hook's: its time is its own. */
  #withLibraries(slot: Slot, names: string[]): MemoryImage {
    if (names.length === 0) return this.base;
    const key = names.toSorted().join(' ');
    const known = this.#librarySets.get(key);
    if (known) return known;
    slot.reset(this.base);
    slot.attach(callServiceAtLoad, () => false);
    for (const name of names) slot.call('preload', name);
    slot.attach(undefined, () => false);
    const image = slot.takeImage(this.base);
    if (this.#librarySets.size >= librarySetsMax) this.#librarySets.clear();
    this.#librarySets.set(key, image);
    return image;
  }

  /** Evaluates a text in the slot, which needs a reset afterwards. */
  compile(slot: Slot, text: string, cpuMs: number): MemoryImage | RawFailure {
    if (Buffer.byteLength(text) > hookTextBytesMax) {
      return { code: 'input-too-large', message: `its text is longer than ${hookTextBytesMax} bytes` };
    }
    const before = this.#withLibraries(slot, librariesIn(text));
    slot.reset(before);
    const clock = new CpuClock(cpuMs);
    noteRest();
    slot.attach(callServiceAtLoad, () => clock.isOver());
    clock.start();
    const evaluated = slot.evaluate(textPrefix + text);
    const loaded = evaluated.ok ? slot.call('load') : evaluated;
    slot.attach(undefined, () => false);
    if (!loaded.ok) {
      const failure = toFailure('threw', loaded.threw);
      if (slot.interrupted) return { ...failure, code: 'cpu-limit' };
      if (slot.spoiled) return { ...failure, code: 'crashed' };
      return failure.message.startsWith('SyntaxError') ? { ...failure, code: 'syntax' } : failure;
    }
    if (loaded.value !== 'function') {
      return {
        code: 'not-a-function',
        message: `its text is ${String(loaded.value)}, not a function`,
        line: 1,
        column: 1,
      };
    }
    const image = slot.takeImage(this.base);
    const librariesBytes = before === this.base ? 0 : before.ownBytes;
    if (image.ownBytes - librariesBytes > imageBytesMax)
      return { code: 'memory-limit', message: 'its text sets up too much data' };
    return image;
  }
}
