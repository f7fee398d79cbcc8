import type { WorkerStart } from '../pool/messages.ts';
import type { BootedGuest } from './boot.ts';
import { collectGarbage } from './collect-garbage.ts';
import { noteRest } from './cpu-clock.ts';
import type { MemoryImage } from './memory-image.ts';
import { Slot } from './slot.ts';

/** So many are kept open without being asked for, so that the hooks in use each find one that is theirs. */
const openSlotsMin = 3;

/** The instances of one worker; more are opened when runs wait in all that there are. */
export class Slots {
  readonly #start: WorkerStart;
  readonly #guest: BootedGuest;
  readonly #free: Slot[] = [];
  /** Opened and not thrown away, or being opened. */
  #open = 0;
  #chores = 0;

  constructor(start: WorkerStart, guest: BootedGuest) {
    this.#start = start;
    this.#guest = guest;
  }

  /** Whether something waits for the event loop: an instance that is opened or given back. */
  get hasChores(): boolean {
    return this.#chores > 0;
  }

  /** Any slot, but one that holds the image already if there is one. */
  async take(image?: MemoryImage): Promise<Slot> {
    const ready = image ? this.#free.findIndex((slot) => slot.holds(image)) : -1;
    const [slot] = this.#free.splice(Math.max(0, ready), 1);
    if (ready < 0 && slot && this.#open < openSlotsMin) void this.#openSpare();
    return slot ?? (await this.#openOne());
  }

  /** Makes the slot ready for the same image again, now, while nobody waits for it. */
  giveBack(slot: Slot, image: MemoryImage): void {
    slot.attach(undefined, () => false);
    if (!slot.spoiled && !slot.outgrown) {
      slot.reset(image);
      this.#free.push(slot);
      return;
    }
    this.#open--;
    this.#chores++;
    // By then nothing refers to the instance any more, and its memory can be given back.
    setImmediate(() => {
      this.#chores--;
      collectGarbage();
      noteRest();
      if (this.#free.length === 0) void this.#openSpare();
    });
  }

  async #openOne(): Promise<Slot> {
    this.#open++;
    this.#chores++;
    try {
      return await Slot.open(this.#start, this.#guest);
    } catch (error) {
      this.#open--;
      throw error;
    } finally {
      noteRest();
      this.#chores--;
    }
  }

  /** Opens the instance that the next run will need; if it cannot be opened, that run will say so. */
  async #openSpare(): Promise<void> {
    try {
      this.#free.push(await this.#openOne());
    } catch {
      // The next run tries again and reports it.
    }
  }
}
