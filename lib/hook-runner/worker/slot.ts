import { JSValueHandle, QuickJS } from 'quickjs-wasi';
import type { WorkerStart } from '../pool/messages.ts';
import { type BootedGuest, type GuestPointers, hookFileName, instanceOptions } from './boot.ts';

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
  clean: Uint8Array | undefined;

  readonly #vm: QuickJS;
  readonly #exports: ReturnType<QuickJS['_getExports']>;
  readonly #pointers: GuestPointers;
  readonly #stackTop: number;
  readonly #bootBytes: number;
  readonly #undefined: JSValueHandle;
  #isOverdue: () => boolean = () => false;
  #onHostCall: HostHandler | undefined;

  static async open(start: WorkerStart, guest: BootedGuest): Promise<Slot> {
    const gate = { isOverdue: () => false };
    const vm = await QuickJS.restore(
      guest.snapshot,
      instanceOptions(start, () => gate.isOverdue()),
    );
    const slot = new Slot(vm, guest);
    gate.isOverdue = () => {
      if (!slot.#isOverdue()) return false;
      slot.interrupted = true;
      return true;
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

  /** A copy of the memory above the C stack, without the zeros at its end. */
  takeImage(): Uint8Array {
    const bytes = new Uint8Array(this.#exports.memory.buffer, this.#stackTop);
    const words = new Uint32Array(this.#exports.memory.buffer, this.#stackTop);
    let end = words.length;
    while (end > 0 && words[end - 1] === 0) end--;
    return bytes.slice(0, end * 4);
  }

  /** Overwrites everything: the stack and what lies beyond the image become zero. */
  reset(image: Uint8Array): void {
    if (this.clean === image) return;
    const bytes = new Uint8Array(this.#exports.memory.buffer);
    bytes.fill(0, 0, this.#stackTop);
    bytes.set(image, this.#stackTop);
    bytes.fill(0, this.#stackTop + image.length);
    this.#exports.__stack_pointer.value = this.#stackTop;
    this.clean = image;
    this.interrupted = false;
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
    const untilMs = performance.now() + describeMs;
    const isOverdue = this.#isOverdue;
    const wasInterrupted = this.interrupted;
    this.#isOverdue = () => performance.now() > untilMs;
    try {
      const told = this.#callPointer('describe', [thrown]);
      if (this.#exports.qjs_is_exception(told) === 0) return String(this.#fromGuest(told));
      this.#exports.qjs_free_value(this.#exports.qjs_get_exception());
      return '{}';
    } finally {
      this.#exports.qjs_free_value(thrown);
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
