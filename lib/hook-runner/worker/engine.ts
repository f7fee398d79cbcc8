import { defaultHookLimits } from '../hook.ts';
import type {
  CheckMessage,
  FromWorker,
  RawFailure,
  RunMessage,
  ToWorker,
  WorkerStart,
} from '../pool/messages.ts';
import { type BootedGuest, bootGuest } from './boot.ts';
import { collectGarbage } from './collect-garbage.ts';
import { ImageCache } from './images.ts';
import { MemoryImage } from './memory-image.ts';
import { HookRun } from './run.ts';
import { Slot } from './slot.ts';

/** Everything that one worker does: slots, images and the runs in them. */
export class Engine {
  readonly #start: WorkerStart;
  readonly #guest: BootedGuest;
  readonly #post: (message: FromWorker) => void;
  readonly #images: ImageCache;
  readonly #free: Slot[] = [];
  readonly #runs = new Map<number, { run: HookRun; slot: Slot }>();
  #global = '{}';

  static async boot(start: WorkerStart, post: (message: FromWorker) => void): Promise<Engine> {
    const guest = await bootGuest(start);
    const slot = await Slot.open(start, guest);
    return new Engine(start, guest, slot, post);
  }

  private constructor(
    start: WorkerStart,
    guest: BootedGuest,
    first: Slot,
    post: (message: FromWorker) => void,
  ) {
    this.#start = start;
    this.#guest = guest;
    this.#post = post;
    this.#images = new ImageCache(first.takeImage());
    this.#free.push(first);
  }

  async receive(message: ToWorker): Promise<void> {
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

  async #takeSlot(): Promise<Slot> {
    return this.#free.pop() ?? (await Slot.open(this.#start, this.#guest));
  }

  /** Makes the slot ready for the same text again, now, while nobody waits for it. */
  #giveBack(slot: Slot, image?: MemoryImage): void {
    slot.attach(undefined, () => false);
    if (slot.spoiled || slot.outgrown) {
      // By then nothing refers to the instance any more, and its memory can be given back.
      setImmediate(() => {
        collectGarbage();
        if (this.#free.length === 0) void this.#openSpare();
      });
      return;
    }
    slot.reset(image ?? this.#images.base);
    this.#free.push(slot);
  }

  /** Opens the instance that the next run will need; if it cannot be opened, that run will say so. */
  async #openSpare(): Promise<void> {
    try {
      this.#free.push(await Slot.open(this.#start, this.#guest));
    } catch {
      // The next run tries again and reports it.
    }
  }

  async #run(job: RunMessage): Promise<void> {
    if (job.text !== undefined) this.#images.learn(job.sourceId, job.text);
    let slot: Slot;
    try {
      slot = await this.#takeSlot();
    } catch (error) {
      this.#fail(job, { code: 'crashed', message: `the sandbox did not start: ${String(error)}` });
      return;
    }
    const limits = job.limits ?? defaultHookLimits;
    const image = this.#images.imageFor(slot, job.sourceId, limits.cpuMs);
    if (!(image instanceof MemoryImage)) {
      this.#fail(job, image);
      this.#giveBack(slot);
      return;
    }
    slot.reset(image);
    const run = new HookRun(slot, job, { post: this.#post, global: this.#global, limits });
    if (run.start()) this.#giveBack(slot, image);
    else this.#runs.set(job.id, { run, slot });
  }

  #fail(job: { id: number; rowCount?: number }, failure: RawFailure): void {
    const outcomes = Array.from({ length: job.rowCount ?? 1 }, () => ({ ok: false as const, failure }));
    this.#post({ type: 'done', id: job.id, outcomes });
  }

  async #check(job: CheckMessage): Promise<void> {
    let slot: Slot;
    try {
      slot = await this.#takeSlot();
    } catch (error) {
      this.#fail(job, { code: 'crashed', message: `the sandbox did not start: ${String(error)}` });
      return;
    }
    const image = this.#images.compile(slot, job.text, job.limits.cpuMs);
    if (image instanceof MemoryImage) this.#post({ type: 'done', id: job.id, outcomes: [{ ok: true }] });
    else this.#fail(job, image);
    this.#giveBack(slot);
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
    this.#giveBack(held.slot);
  }
}
