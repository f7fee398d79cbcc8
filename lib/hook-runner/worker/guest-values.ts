import type { JSValueHandle, QuickJS } from 'quickjs-wasi';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

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
    const exports = this.#exports;
    const lengthAt = this.#allocate(4);
    const at = exports.qjs_get_string_len(pointer, lengthAt);
    const length = new DataView(exports.memory.buffer).getUint32(lengthAt, true);
    exports.wasm_free(lengthAt);
    if (at === 0) throw new Error('no memory for a string');
    const text = decoder.decode(new Uint8Array(exports.memory.buffer, at, length));
    exports.qjs_free_cstring(at);
    return text;
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

  /** The three arguments of a call to the host, if they are a short string, a number and a string. */
  readHostCall(
    list: JSValueHandle[],
  ): { operation: string; id: number; text: () => string; length: number } | undefined {
    const [operation, id, text] = list;
    if (!operation?.isString || !id?.isNumber || !text?.isString || operation.length > 32) return undefined;
    return {
      operation: this.readString(operation.ptr),
      id: id.toNumber(),
      text: () => this.readString(text.ptr),
      length: text.length,
    };
  }

  #allocate(bytes: number): number {
    const at = this.#exports.wasm_malloc(bytes);
    if (at === 0) throw new Error('no memory left in the instance');
    return at;
  }
}
