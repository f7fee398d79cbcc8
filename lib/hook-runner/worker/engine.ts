import { defaultHookLimits } from '../hook.ts';
import type {
  CheckMessage,
  FromWorker,
  RawFailure,
  RunMessage,
  ToWorker,
  WorkerStart,
} from '../pool/messages.ts';
import { bootGuest } from './boot.ts';
import { noteRest } from './cpu-clock.ts';
import { ImageCache } from './images.ts';
import { MemoryImage } from './memory-image.ts';
import { HookRun } from './run.ts';
import type { Slot } from './slot.ts';
import { Slots } from './slots.ts';

/** Everything that one worker does: slots, images and the runs in them. */
export class Engine {
  readonly #post: (message: FromWorker) => void;
  readonly #images: ImageCache;
  readonly #slots: Slots;
  readonly #runs = new Map<number, { run: HookRun; slot: Slot; image: MemoryImage }>();
  #global = '{}';

  static async boot(start: WorkerStart, post: (message: FromWorker) => void): Promise<Engine> {
    const slots = new Slots(start, await bootGuest(start));
    const first = await slots.take();
    const images = new ImageCache(first.takeImage());
    slots.giveBack(first, images.base);
    return new Engine(slots, images, post);
  }

  private constructor(slots: Slots, images: ImageCache, post: (message: FromWorker) => void) {
    this.#slots = slots;
    this.#images = images;
    this.#post = post;
  }

  /** Whether the event loop is needed now, and no further message should be looked out for. */
  get hasChores(): boolean {
    return this.#slots.hasChores;
  }

  async receive(message: ToWorker): Promise<void> {
    await this.#handle(message);
    noteRest();
  }

  async #handle(message: ToWorker): Promise<void> {
    switch (message.type) {
      case 'forget':
        this.#images.forget(message.sourceId);
        return;
      case 'global':
        this.#global = message.json;
        return;
      case 'run':
        return this.#run(message);
      case 'check':
        return this.#check(message);
      default:
        this.#continue(message);
    }
  }

  async #run(job: RunMessage): Promise<void> {
    if (job.text !== undefined) this.#images.learn(job.sourceId, job.text);
    const known = this.#images.known(job.sourceId);
    const slot = await this.#take(job, known);
    if (!slot) return;
    const limits = job.limits ?? defaultHookLimits;
    const image = this.#images.imageFor(slot, job.sourceId, limits.cpuMs);
    if (!(image instanceof MemoryImage)) {
      this.#fail(job, image);
      this.#slots.giveBack(slot, this.#images.base);
      return;
    }
    slot.reset(image);
    if (image !== known) noteRest();
    const run = new HookRun(slot, job, { post: this.#post, global: this.#global, limits });
    if (run.start()) this.#slots.giveBack(slot, image);
    else this.#runs.set(job.id, { run, slot, image });
  }

  async #check(job: CheckMessage): Promise<void> {
    const slot = await this.#take(job);
    if (!slot) return;
    const image = this.#images.compile(slot, job.text, job.limits.cpuMs);
    if (image instanceof MemoryImage) this.#post({ type: 'done', id: job.id, outcomes: [{ ok: true }] });
    else this.#fail(job, image);
    this.#slots.giveBack(slot, this.#images.base);
  }

  /** A slot, or nothing when the job was told that none could be opened. */
  async #take(job: RunMessage | CheckMessage, image?: MemoryImage): Promise<Slot | undefined> {
    try {
      return await this.#slots.take(image);
    } catch (error) {
      this.#fail(job, { code: 'crashed', message: `the sandbox did not start: ${String(error)}` });
      return undefined;
    }
  }

  #fail(job: { id: number; rowCount?: number }, failure: RawFailure): void {
    const outcomes = Array.from({ length: job.rowCount ?? 1 }, () => ({ ok: false as const, failure }));
    this.#post({ type: 'done', id: job.id, outcomes });
  }

  #continue(message: Exclude<ToWorker, RunMessage | CheckMessage | { type: 'forget' | 'global' }>): void {
    const held = this.#runs.get(message.id);
    if (!held) {
      this.#post({ type: 'ignored', id: message.id });
      return;
    }
    let done = true;
    if (message.type === 'resume') done = held.run.resume(message.call, message.ok, message.json);
    else if (message.type === 'wake') done = held.run.wake();
    else held.run.stop({ code: 'wait-limit', message: '' });
    if (!done) return;
    this.#runs.delete(message.id);
    this.#slots.giveBack(held.slot, held.image);
  }
}
