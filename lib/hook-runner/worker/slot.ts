import { JSValueHandle, QuickJS } from 'quickjs-wasi';
import type { WorkerStart } from '../pool/messages.ts';
import {
  type BootedGuest,
  type GuestPointers,
  hookFileName,
  instanceOptions,
  type OnRejection,
} from './boot.ts';
import { MemoryImage } from './memory-image.ts';

/** What the host makes of one call by the guest: '=value', '!error', a number or nothing. */
export type HostReply = string | number | undefined;
export type HostHandler = (operation: string, id: number, text: () => string, bytes: number) => HostReply;

/** `threw`: JSON of what was thrown, as the guest's `describe` tells it. */
export type CallResult = { ok: true; value: boolean | number | string } | { ok: false; threw: string };

/** How far an instance may grow beyond its image before it is thrown away. */
const growthBytesMax = 8 * 1024 * 1024;
const describeMs = 20;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * One WebAssembly instance. Between runs its whole memory, C stack included, is overwritten with an image, so
 * no handle of the library may outlive a run: values are reached by their addresses, which lie in the image.
 */
export class Slot {
  /** True when the engine trapped or the instance grew: it must not be used again. */
  spoiled = false;
  /** Set when the guest was cut off for using too much processor time. */
  interrupted = false;
  /** The image that the memory holds now, untouched by any run. */
  clean: MemoryImage | undefined;

  readonly #vm: QuickJS;
  readonly #exports: ReturnType<QuickJS['_getExports']>;
  readonly #pointers: GuestPointers;
  readonly #stackTop: number;
  readonly #bootBytes: number;
  readonly #undefined: JSValueHandle;
  #isOverdue: () => boolean = () => false;
  #onHostCall: HostHandler | undefined;
  /** The latest rejection that nobody handled; it lies in the memory of this run and goes with it. */
  #rejected: { promise: number; reason: JSValueHandle } | undefined;

  static async open(start: WorkerStart, guest: BootedGuest): Promise<Slot> {
    const gate: { isOverdue: () => boolean; onRejection: OnRejection } = {
      isOverdue: () => false,
      onRejection: () => {},
    };
    const vm = await QuickJS.restore(
      guest.snapshot,
      instanceOptions(
        start,
        () => gate.isOverdue(),
        (...rejection) => gate.onRejection(...rejection),
      ),
    );
    const slot = new Slot(vm, guest);
    gate.isOverdue = () => {
      if (!slot.#isOverdue()) return false;
      slot.interrupted = true;
      return true;
    };
    gate.onRejection = (promise, reason, isHandled) => {
      if (!isHandled) slot.#rejected = { promise: promise.identity, reason: reason.dup() };
      else if (slot.#rejected?.promise === promise.identity) slot.#rejected = undefined;
    };
    return slot;
  }

  private constructor(vm: QuickJS, guest: BootedGuest) {
    this.#vm = vm;
    this.#exports = vm._getExports();
    this.#pointers = guest.pointers;
    this.#stackTop = guest.snapshot.stackPointer;
    this.#bootBytes = this.#exports.memory.buffer.byteLength;
    this.#undefined = new JSValueHandle(vm, guest.pointers.undefined, true);
    vm.registerHostCallback('host', (operation, id, text) => this.#hostCall(operation, id, text));
  }

  /** Hands the slot to a run, or takes it away again. */
  attach(onHostCall: HostHandler | undefined, isOverdue: () => boolean): void {
    this.#onHostCall = onHostCall;
    this.#isOverdue = isOverdue;
  }

  takeImage(): MemoryImage {
    return new MemoryImage(this.#exports.memory, this.#stackTop);
  }

  /** Overwrites everything that an earlier run may have left. */
  reset(image: MemoryImage): void {
    if (this.clean === image) return;
    image.writeTo(this.#exports.memory);
    this.#exports.__stack_pointer.value = this.#stackTop;
    this.clean = image;
    this.interrupted = false;
    this.#rejected = undefined;
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
    this.clean = undefined;
    return this.#guarded(() => {
      const code = this.#vm._writeString(script);
      const file = this.#vm._writeString(hookFileName);
      return this.#exports.qjs_eval(code.ptr, code.len, file.ptr, 0);
    });
  }

  /** Calls one of the guest's functions. Strings must be well-formed, as JSON is. */
  call(name: keyof GuestPointers, ...list: (string | number | boolean)[]): CallResult {
    this.clean = undefined;
    return this.#guarded(() =>
      this.#callPointer(
        name,
        list.map((value) => this.#toGuest(value)),
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

  #guarded(enter: () => number | undefined): CallResult {
    try {
      const pointer = enter();
      if (pointer !== undefined && this.#exports.qjs_is_exception(pointer) === 0) {
        return { ok: true, value: this.#fromGuest(pointer) };
      }
      return { ok: false, threw: this.#describeThrown() };
    } catch (trap) {
      this.spoiled = true;
      return { ok: false, threw: JSON.stringify({ name: 'Trap', message: String(trap) }) };
    }
  }

  #describeThrown(): string {
    const thrown = this.#exports.qjs_get_exception();
    const told = this.#describe(thrown);
    this.#exports.qjs_free_value(thrown);
    return told;
  }

  /** Lets the guest put an error into JSON, in a little time of its own. */
  #describe(error: number): string {
    const untilMs = performance.now() + describeMs;
    const isOverdue = this.#isOverdue;
    const wasInterrupted = this.interrupted;
    this.#isOverdue = () => performance.now() > untilMs;
    try {
      const told = this.#callPointer('describe', [error]);
      if (this.#exports.qjs_is_exception(told) === 0) return String(this.#fromGuest(told));
      this.#exports.qjs_free_value(this.#exports.qjs_get_exception());
      return '{}';
    } finally {
      this.#isOverdue = isOverdue;
      this.interrupted = wasInterrupted;
    }
  }

  #callPointer(name: keyof GuestPointers, list: number[]): number {
    const { wasm_malloc, wasm_free, qjs_call, memory } = this.#exports;
    const at = wasm_malloc(list.length * 4 + 4);
    if (at === 0) throw new Error('no memory for the arguments');
    const view = new DataView(memory.buffer);
    list.forEach((pointer, i) => {
      view.setUint32(at + i * 4, pointer, true);
    });
    const result = qjs_call(this.#pointers[name], this.#pointers.undefined, list.length, at);
    wasm_free(at);
    return result;
  }

  #toGuest(value: string | number | boolean): number {
    if (typeof value === 'number') return this.#exports.qjs_new_number(value);
    if (typeof value === 'boolean')
      return value ? this.#exports.qjs_get_true() : this.#exports.qjs_get_false();
    const room = Buffer.byteLength(value);
    const at = this.#exports.wasm_malloc(room + 1);
    if (at === 0) throw new Error('no memory for a string');
    encoder.encodeInto(value, new Uint8Array(this.#exports.memory.buffer, at, room));
    const pointer = this.#exports.qjs_new_string(at, room);
    this.#exports.wasm_free(at);
    return pointer;
  }

  #fromGuest(pointer: number): boolean | number | string {
    const exports = this.#exports;
    if (exports.qjs_is_string(pointer) !== 0) return this.#readString(pointer);
    if (exports.qjs_is_number(pointer) !== 0) return exports.qjs_get_float64(pointer);
    return exports.qjs_is_bool(pointer) !== 0 && exports.qjs_get_bool(pointer) !== 0;
  }

  #readString(pointer: number): string {
    const { wasm_malloc, wasm_free, qjs_get_string_len, qjs_free_cstring, memory } = this.#exports;
    const lengthAt = wasm_malloc(4);
    if (lengthAt === 0) throw new Error('no memory for a string');
    const at = qjs_get_string_len(pointer, lengthAt);
    const length = new DataView(memory.buffer).getUint32(lengthAt, true);
    wasm_free(lengthAt);
    if (at === 0) throw new Error('no memory for a string');
    const text = decoder.decode(new Uint8Array(memory.buffer, at, length));
    qjs_free_cstring(at);
    return text;
  }

  /** Types are looked at before anything is read, so that no code of the guest runs in here. */
  #hostCall(operation?: JSValueHandle, id?: JSValueHandle, text?: JSValueHandle): JSValueHandle {
    if (!operation?.isString || !id?.isNumber || !text?.isString || !this.#onHostCall) return this.#undefined;
    if (operation.length > 32) return this.#undefined;
    const length = text.length;
    const reply = this.#onHostCall(
      this.#readString(operation.ptr),
      id.toNumber(),
      () => this.#readString(text.ptr),
      length,
    );
    if (typeof reply === 'number') return this.#vm.newNumber(reply);
    return typeof reply === 'string' ? this.#vm.newString(reply) : this.#undefined;
  }
}
