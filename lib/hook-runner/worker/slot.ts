import { JSValueHandle, QuickJS } from 'quickjs-wasi';
import type { WorkerStart } from '../pool/messages.ts';
import {
  type BootedGuest,
  type GuestPointers,
  hookFileName,
  instanceOptions,
  type OnRejection,
} from './boot.ts';
import { GuestValues, type HostHandler, type PlainValue } from './guest-values.ts';
import { MemoryImage } from './memory-image.ts';

/** `threw`: JSON of what was thrown, as the guest's `describe` tells it. */
export type CallResult = { ok: true; value: PlainValue } | { ok: false; threw: string };

/** How far an instance may grow beyond its image before it is thrown away. */
const growthBytesMax = 6 * 1024 * 1024;
const describeMs = 20;

/**
 * One WebAssembly instance. Between runs its whole memory, C stack included, is overwritten with an image, so
 * no handle of the library may outlive a run: values are reached by their addresses, which lie in the image.
 */
export class Slot {
  /** True when the engine trapped: the instance must not be used again. */
  spoiled = false;
  /** Set when the guest was cut off for using too much processor time. */
  interrupted = false;
  /** The image that was written last, and whether nothing has run since. */
  #image: MemoryImage | undefined;
  #isClean = false;
  #clearedBytes = 0;

  readonly #vm: QuickJS;
  readonly #exports: ReturnType<QuickJS['_getExports']>;
  readonly #values: GuestValues;
  readonly #pointers: GuestPointers;
  readonly #stackTop: number;
  readonly #bootBytes: number;
  readonly #undefined: JSValueHandle;
  #isOverdue: () => boolean = () => false;
  #onHostCall: HostHandler | undefined;
  /** The latest rejection that nobody handled; it lies in the memory of this run and goes with it. */
  #rejected: { promise: number; reason: JSValueHandle } | undefined;

  static async open(start: WorkerStart, guest: BootedGuest): Promise<Slot> {
    let slot: Slot | undefined;
    const isOverdue = () => slot?.checkTime() ?? false;
    const onRejection: OnRejection = (...rejection) => slot?.noteRejection(...rejection);
    const vm = await QuickJS.restore(guest.snapshot, instanceOptions(start, isOverdue, onRejection));
    slot = new Slot(vm, guest);
    return slot;
  }

  private constructor(vm: QuickJS, guest: BootedGuest) {
    this.#vm = vm;
    this.#exports = vm._getExports();
    this.#values = new GuestValues(vm);
    this.#pointers = guest.pointers;
    this.#stackTop = guest.snapshot.stackPointer;
    this.#bootBytes = this.#exports.memory.buffer.byteLength;
    this.#undefined = new JSValueHandle(vm, guest.pointers.undefined, true);
    vm.registerHostCallback('host', (...list) => this.#hostCall(list));
  }

  /** Hands the slot to a run, or takes it away again. */
  attach(onHostCall: HostHandler | undefined, isOverdue: () => boolean): void {
    this.#onHostCall = onHostCall;
    this.#isOverdue = isOverdue;
  }

  takeImage(base?: MemoryImage): MemoryImage {
    return new MemoryImage(this.#exports.memory, this.#stackTop, base);
  }

  /** Overwrites everything that an earlier run may have left. */
  reset(image: MemoryImage): void {
    if (this.holds(image)) return;
    const { memory } = this.#exports;
    image.writeTo(memory, this.#clearedBytes, this.#image !== image || this.interrupted);
    this.#exports.__stack_pointer.value = this.#stackTop;
    this.#image = image;
    this.#isClean = true;
    this.#clearedBytes = memory.buffer.byteLength;
    this.interrupted = false;
    this.#rejected = undefined;
  }

  /** Whether a run from this image could start without a reset. */
  holds(image: MemoryImage): boolean {
    return this.#isClean && this.#image === image;
  }

  get heldBytes(): number {
    return this.#exports.memory.buffer.byteLength;
  }

  get outgrown(): boolean {
    return this.heldBytes > this.#bootBytes + growthBytesMax;
  }

  setHeapBytes(bytes: number): void {
    this.#exports.qjs_set_memory_limit(bytes);
  }

  /** Evaluates a script; its value is not looked at. */
  evaluate(script: string): CallResult {
    return this.#guarded(() => {
      const code = this.#vm._writeString(script);
      const file = this.#vm._writeString(hookFileName);
      return this.#exports.qjs_eval(code.ptr, code.len, file.ptr, 0);
    });
  }

  /** Calls one of the guest's functions. Strings must be well-formed, as JSON is. */
  call(name: keyof GuestPointers, ...list: PlainValue[]): CallResult {
    return this.#guarded(() =>
      this.#callPointer(
        name,
        list.map((value) => this.#values.toGuest(value)),
      ),
    );
  }

  /** Runs promise jobs until none is left or `enough` says so. */
  runJobs(enough: () => boolean): CallResult {
    return this.#guarded(() => {
      while (!enough() && this.#exports.qjs_is_job_pending() !== 0) {
        if (this.#exports.qjs_execute_pending_job() < 0) return undefined;
      }
      return this.#pointers.undefined;
    });
  }

  /** What the latest unhandled rejection was about, as the guest's `describe` tells it. */
  describeRejection(): string | undefined {
    const rejected = this.#rejected;
    if (!rejected) return undefined;
    try {
      return this.#describe(rejected.reason.ptr);
    } catch {
      this.spoiled = true;
      return '{}';
    }
  }

  /** Asked by the engine every few thousand steps; true cuts the guest off. */
  checkTime(): boolean {
    if (!this.#isOverdue()) return false;
    this.interrupted = true;
    return true;
  }

  noteRejection(promise: JSValueHandle, reason: JSValueHandle, isHandled: boolean): void {
    if (!isHandled) this.#rejected = { promise: promise.identity, reason: reason.dup() };
    else if (this.#rejected?.promise === promise.identity) this.#rejected = undefined;
  }

  /** Enters the guest. Whatever the engine throws that is no exception of the guest spoils the instance. */
  #guarded(enter: () => number | undefined): CallResult {
    this.#isClean = false;
    try {
      const pointer = enter();
      if (pointer !== undefined && this.#exports.qjs_is_exception(pointer) === 0) {
        return { ok: true, value: this.#values.fromGuest(pointer) };
      }
      const thrown = this.#exports.qjs_get_exception();
      const threw = this.#describe(thrown);
      this.#exports.qjs_free_value(thrown);
      return { ok: false, threw };
    } catch (trap) {
      this.spoiled = true;
      return { ok: false, threw: JSON.stringify({ message: `the engine failed (${String(trap)})` }) };
    }
  }

  /** Lets the guest put an error into JSON, in a little time of its own. */
  #describe(error: number): string {
    const untilMs = performance.now() + describeMs;
    const isOverdue = this.#isOverdue;
    const wasInterrupted = this.interrupted;
    this.#isOverdue = () => performance.now() > untilMs;
    try {
      const told = this.#callPointer('describe', [error]);
      if (this.#exports.qjs_is_exception(told) === 0) return String(this.#values.fromGuest(told));
      this.#exports.qjs_free_value(this.#exports.qjs_get_exception());
      return '{}';
    } finally {
      this.#isOverdue = isOverdue;
      this.interrupted = wasInterrupted;
    }
  }

  #callPointer(name: keyof GuestPointers, list: number[]): number {
    return this.#values.call(this.#pointers[name], this.#pointers.undefined, list);
  }

  #hostCall(list: JSValueHandle[]): JSValueHandle {
    const reply = this.#onHostCall && this.#values.readHostCall(list, this.#onHostCall);
    if (typeof reply === 'number') return this.#vm.newNumber(reply);
    return typeof reply === 'string' ? this.#vm.newString(reply) : this.#undefined;
  }
}
