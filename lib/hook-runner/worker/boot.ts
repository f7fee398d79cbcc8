import { randomFillSync } from 'node:crypto';
import { type JSValueHandle, QuickJS, type Snapshot } from 'quickjs-wasi';
import { guestIntl } from '../guest/intl.ts';
import { guestModules } from '../guest/modules.ts';
import { type GuestRuntime, guestRuntime } from '../guest/runtime.ts';
import { guestSharedObject } from '../guest/shared-object.ts';
import { guestTell } from '../guest/tell.ts';
import { type GuestTimers, guestTimers } from '../guest/timers.ts';
import { guestWeb } from '../guest/web.ts';
import { defaultHookLimits } from '../hook.ts';
import type { WorkerStart } from '../pool/messages.ts';

/** The name under which a hook's text is compiled; it marks the hook's frames in a stack. */
export const hookFileName = 'hook';

/** Free heap that is part of the image, so that most runs need not grow the instance. */
const headroomBytes = 256 * 1024;
const stackBytesMax = 256 * 1024;

/** Where the guest's functions and constants lie in every instance that is made from the snapshot. */
export type GuestPointers = Record<
  Exclude<keyof GuestRuntime, 'later'> | keyof GuestTimers | 'preload' | 'flush' | 'describe' | 'undefined',
  number
>;

export interface BootedGuest {
  snapshot: Snapshot;
  pointers: GuestPointers;
}

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
  const evaluate = (part: (...list: never[]) => unknown, ...list: JSValueHandle[]) =>
    vm.callFunction(vm.evalCode(`(${part})`, 'runtime'), vm.undefined, ...list);
  evaluate(guestIntl, host);
  evaluate(guestWeb);
  const tell = evaluate(guestTell);
  const stray = vm.evalCode(
    '(host, tell) => (error) => { host("stray", 0, tell.describe(error)) }',
    'runtime',
  );
  const timers = evaluate(guestTimers, vm.callFunction(stray, vm.undefined, host, tell));
  const shared = evaluate(guestSharedObject, host);
  const runtime = evaluate(guestRuntime, host, tell, shared);
  const modules = evaluate(guestModules, host, runtime.getProp('later'));
  const exports = vm._getExports();
  exports.wasm_free(exports.wasm_malloc(headroomBytes));
  const entry = (part: JSValueHandle, name: string) => vm.exportHandle(part.getProp(name));
  const pointers: GuestPointers = {
    undefined: vm.exportHandle(vm.undefined),
    load: entry(runtime, 'load'),
    start: entry(runtime, 'start'),
    resume: entry(runtime, 'resume'),
    wake: entry(timers, 'wake'),
    wakeInMs: entry(timers, 'wakeInMs'),
    preload: entry(modules, 'preload'),
    flush: entry(shared, 'flush'),
    describe: entry(tell, 'describe'),
  };
  return { snapshot: vm.snapshot(), pointers };
}
