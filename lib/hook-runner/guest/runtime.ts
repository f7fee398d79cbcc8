import type { AskLater } from './modules.ts';
import type { GuestSharedObject } from './shared-object.ts';
import type { GuestTell } from './tell.ts';

/** The one function of the host that the guest can reach. Returns '=value', '!error', a number or nothing. */
export type HostFunction = (operation: string, id: number, text: string) => string | number | undefined;

/** What the host calls in the guest, all captured before any hook's text is evaluated. */
export interface GuestRuntime {
  /** Takes the hook out of the evaluated text; returns its type. */
  load(): string;
  start(mode: string, sharedJson: string, rowsJson: string): void;
  resume(call: number, ok: boolean, json: string): void;
  later: AskLater;
}

/** `problem` was made when the call was, so that its stack holds the line of the hook that asked. */
type Waiting = { resolve: (value: unknown) => void; reject: (error: unknown) => void; problem: Error };

/**
 * The guest's side of a run. This function's text is evaluated inside the sandbox, so it may use nothing but
 * its arguments and the guest's own globals. It is a convenience for hooks and no wall: whatever it tells the
 * host is checked there.
 */
export function guestRuntime(host: HostFunction, tell: GuestTell, shared: GuestSharedObject): GuestRuntime {
  const { parse, stringify } = JSON;
  const GuestError = Error;
  const GuestPromise = Promise;
  const { assign, defineProperty } = Object;
  const { describe, show } = tell;
  const apply = Reflect.apply;
  const bind = Function.prototype.bind;
  const uncurry = (method: unknown) => bind.call(Function.prototype.call, method);
  const then = uncurry(Promise.prototype.then);
  const toPromise = bind.call(Promise.resolve, Promise);
  const slice = uncurry(String.prototype.slice);
  const mapGet = uncurry(Map.prototype.get);
  const mapSet = uncurry(Map.prototype.set);
  const mapDelete = uncurry(Map.prototype.delete);
  const setAdd = uncurry(Set.prototype.add);
  const setHas = uncurry(Set.prototype.has);

  const lineLengthMax = 16_000;
  const answered = new Set<number>();
  const waiting = new Map<number, Waiting>();
  let hook: unknown;
  let callCount = 0;

  const isThenable = (value: unknown) =>
    ((typeof value === 'object' && value !== null) || typeof value === 'function') &&
    typeof (value as { then?: unknown }).then === 'function';

  /** The first answer of a row counts; the host hears of the others. */
  const claim = (row: number): boolean => {
    if (setHas(answered, row)) {
      host('again', row, '');
      return false;
    }
    setAdd(answered, row);
    return true;
  };

  const settle = (row: number, error: unknown, value: unknown) => {
    if (!claim(row)) return;
    if (error) {
      host('refuse', row, describe(error));
      return;
    }
    if (value === undefined) {
      host('answer', row, '');
      return;
    }
    let json: string | undefined;
    try {
      json = stringify(value);
    } catch (problem) {
      host('unreadable', row, describe(problem));
      return;
    }
    if (typeof json === 'string') host('answer', row, json);
    else host('unreadable', row, describe(`a ${typeof value} is no JSON`));
  };

  const fail = (row: number, error: unknown) => {
    if (setHas(answered, row)) host('late', row, describe(error));
    else if (claim(row)) host('throw', row, describe(error));
  };

  const log = (...values: unknown[]) => {
    let line = '';
    for (let i = 0; i < values.length; i++)
      line += (i === 0 ? '' : ' ') + slice(show(values[i]), 0, lineLengthMax);
    host('log', 0, slice(line, 0, lineLengthMax));
  };

  /** Asks the host for something that takes time. */
  const later = (operation: string, value: unknown) =>
    new GuestPromise((resolve, reject) => {
      const json = stringify(value);
      const id = ++callCount;
      const problem = new GuestError();
      mapSet(waiting, id, { resolve, reject, problem });
      const reply = host(operation, id, typeof json === 'string' ? json : 'null');
      if (typeof reply !== 'string') return;
      mapDelete(waiting, id);
      problem.message = slice(reply, 1);
      reject(problem);
    });

  const readData = () => later('read', null);
  const writeData = (data: unknown) => later('write', data);
  const sharedMember = { get: shared.get, set: shared.set, enumerable: true, configurable: true };

  const callHook = (row: number, sharedJson: string, member: object) => {
    try {
      const ctx = assign(parse(sharedJson), member);
      ctx.log = log;
      ctx.read = readData;
      ctx.write = writeData;
      defineProperty(ctx, 'global', sharedMember);
      const callback = (error?: unknown, value?: unknown) => settle(row, error, value);
      const returned = (hook as (...parts: unknown[]) => unknown)(ctx, callback);
      if (!isThenable(returned)) return;
      const onValue = (value: unknown) => {
        if (value !== undefined && !setHas(answered, row)) settle(row, null, value);
      };
      then(toPromise(returned), onValue, (error: unknown) => fail(row, error));
    } catch (error) {
      fail(row, error);
    }
  };

  const callFunction = (row: number, list: unknown[]) => {
    try {
      const value = apply(hook as never, undefined, list);
      if (isThenable(value)) throw new GuestError('it returned a promise, but must return its value at once');
      settle(row, null, value);
    } catch (error) {
      fail(row, error);
    }
  };

  const addGlobal = (name: string, value: unknown) =>
    defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  const moduleObject: { exports: object; hook?: unknown } = { exports: {} };
  addGlobal('module', moduleObject);
  addGlobal('exports', moduleObject.exports);
  addGlobal('console', Object.freeze({ log, info: log, warn: log, error: log, debug: log }));
  Math.random = () => {
    const number = host('random', 0, '');
    if (typeof number === 'number') return number;
    throw new GuestError('There are no random numbers while a hook is read: make them inside its function');
  };

  return {
    later,
    load() {
      hook = moduleObject.hook;
      return typeof hook;
    },
    start(mode, sharedJson, rowsJson) {
      const rows = parse(rowsJson);
      for (let row = 0; row < rows.length; row++) {
        if (mode === 'function') callFunction(row, rows[row]);
        else callHook(row, sharedJson, rows[row]);
      }
    },
    resume(call, ok, json) {
      const one = mapGet(waiting, call) as Waiting | undefined;
      if (one === undefined) return;
      mapDelete(waiting, call);
      if (ok) one.resolve(parse(json));
      else {
        one.problem.message = parse(json);
        one.reject(one.problem);
      }
    },
  };
}
