import type { JSValueHandle, QuickJS } from 'quickjs-wasi';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** What the host makes of one call by the guest: '=value', '!error', a number or nothing. */
export type HostReply = string | number | undefined;
/** `text` is decoded only on demand, so that its length in bytes can be looked at first. */
export type HostHandler = (operation: string, id: number, text: () => string, bytes: number) => HostReply;

export type PlainValue = string | number | boolean;

/** Values on their way in and out of one instance, by their addresses; no code of the guest runs in here. */
export class GuestValues {
  readonly #exports: ReturnType<QuickJS['_getExports']>;

  constructor(vm: QuickJS) {
    this.#exports = vm._getExports();
  }

  /** Strings must be well-formed, as JSON is. */
  toGuest(value: PlainValue): number {
    if (typeof value === 'number') return this.#exports.qjs_new_number(value);
    if (typeof value === 'boolean')
      return value ? this.#exports.qjs_get_true() : this.#exports.qjs_get_false();
    const room = Buffer.byteLength(value);
    const at = this.#allocate(room + 1);
    encoder.encodeInto(value, new Uint8Array(this.#exports.memory.buffer, at, room));
    const pointer = this.#exports.qjs_new_string(at, room);
    this.#exports.wasm_free(at);
    return pointer;
  }

  /** Anything but a string, a number or `true` counts as `false`. */
  fromGuest(pointer: number): PlainValue {
    const exports = this.#exports;
    if (exports.qjs_is_string(pointer) !== 0) return this.readString(pointer);
    if (exports.qjs_is_number(pointer) !== 0) return exports.qjs_get_float64(pointer);
    return exports.qjs_is_bool(pointer) !== 0 && exports.qjs_get_bool(pointer) !== 0;
  }

  /** `pointer` must be known to hold a string. */
  readString(pointer: number): string {
    return this.#withBytes(pointer, (bytes) => decoder.decode(bytes));
  }

  /** Calls a function; the result's address, which may hold an exception. */
  call(target: number, self: number, list: number[]): number {
    const at = this.#allocate(list.length * 4 + 4);
    const view = new DataView(this.#exports.memory.buffer);
    list.forEach((pointer, i) => {
      view.setUint32(at + i * 4, pointer, true);
    });
    const result = this.#exports.qjs_call(target, self, list.length, at);
    this.#exports.wasm_free(at);
    return result;
  }

  /**
   * Hands over the three arguments of a call to the host, if they are a short string, a number and a string.
   * Types are looked at before anything is read, so that no code of the guest runs in here.
   */
  readHostCall(list: JSValueHandle[], handler: HostHandler): HostReply {
    const [operation, id, text] = list;
    if (!operation?.isString || !id?.isNumber || !text?.isString) return undefined;
    const name = this.#withBytes(operation.ptr, (bytes) => (bytes.length <= 32 ? decoder.decode(bytes) : ''));
    return this.#withBytes(text.ptr, (bytes) =>
      handler(name, id.toNumber(), () => decoder.decode(bytes), bytes.length),
    );
  }

  /** The UTF-8 of a string, valid only while `use` runs and as long as it does not enter the guest. */
  #withBytes<Result>(pointer: number, use: (bytes: Uint8Array) => Result): Result {
    const exports = this.#exports;
    const lengthAt = this.#allocate(4);
    const at = exports.qjs_get_string_len(pointer, lengthAt);
    const length = new DataView(exports.memory.buffer).getUint32(lengthAt, true);
    exports.wasm_free(lengthAt);
    if (at === 0) throw new Error('no memory for a string');
    const result = use(new Uint8Array(exports.memory.buffer, at, length));
    exports.qjs_free_cstring(at);
    return result;
  }

  #allocate(bytes: number): number {
    const at = this.#exports.wasm_malloc(bytes);
    if (at === 0) throw new Error('no memory left in the instance');
    return at;
  }
}
