import { randomFillSync } from 'node:crypto';
import { type JSValueHandle, QuickJS, type Snapshot } from 'quickjs-wasi';
import { guestIntl } from '../guest/intl.ts';
import { type GuestRuntime, guestRuntime } from '../guest/runtime.ts';
import { guestWeb } from '../guest/web.ts';
import { defaultHookLimits } from '../hook.ts';
import type { WorkerStart } from '../pool/messages.ts';

/** The name under which a hook's text is compiled; it marks the hook's frames in a stack. */
export const hookFileName = 'hook';

/** Free heap that is part of the image, so that most runs need not grow the instance. */
const headroomBytes = 1024 * 1024;
const stackBytesMax = 256 * 1024;

/** Where the guest's functions and constants lie in every instance that is made from the snapshot. */
export type GuestPointers = Record<keyof GuestRuntime | 'undefined', number>;

export interface BootedGuest {
  snapshot: Snapshot;
  pointers: GuestPointers;
}

const entryNames = ['load', 'start', 'resume', 'wake', 'wakeInMs', 'finish', 'describe'] as const;

/** A promise was rejected and nobody handles it, or somebody does now after all. */
export type OnRejection = (promise: JSValueHandle, reason: JSValueHandle, isHandled: boolean) => void;

/** The options that every instance shares; nothing in them reaches a file, a terminal or the environment. */
export function instanceOptions(start: WorkerStart, isOverdue: () => boolean, onRejection: OnRejection) {
  return {
    wasm: start.engine,
    memoryLimit: defaultHookLimits.heapBytes,
    maxStackSize: stackBytesMax,
    timezoneOffset: 0,
    interruptHandler: isOverdue,
    onUnhandledRejection: onRejection,
    extensions: start.extensions.map(({ name, module }) => ({ name, wasm: module })),
    wasi: (memory: WebAssembly.Memory) => ({
      fd_write: () => 8,
      random_get: (pointer: number, length: number) => {
        randomFillSync(new Uint8Array(memory.buffer, pointer, length));
        return 0;
      },
    }),
  };
}

/** Evaluates the guest's runtime once; every slot of the worker is restored from what this returns. */
export async function bootGuest(start: WorkerStart): Promise<BootedGuest> {
  const vm = await QuickJS.create(
    instanceOptions(
      start,
      () => false,
      () => {},
    ),
  );
  const host = vm.newFunction('host', () => vm.undefined);
  const make = vm.evalCode(`(${guestRuntime})`, 'runtime');
  const api = vm.callFunction(make, vm.undefined, host);
  for (const part of [guestIntl, guestWeb]) {
    vm.callFunction(vm.evalCode(`(${part})`, 'runtime'), vm.undefined, host).dispose();
  }
  const exports = vm._getExports();
  exports.wasm_free(exports.wasm_malloc(headroomBytes));
  const pointers = { undefined: vm.exportHandle(vm.undefined) } as GuestPointers;
  for (const name of entryNames) pointers[name] = vm.exportHandle(api.getProp(name));
  return { snapshot: vm.snapshot(), pointers };
}
