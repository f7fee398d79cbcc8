/** The one function of the host that the guest can reach. Returns '=value', '!error', a number or nothing. */
export type HostFunction = (operation: string, id: number, text: string) => string | number | undefined;

/** What the host calls in the guest, all captured before any hook's text is evaluated. */
export interface GuestRuntime {
  load(): string;
  start(mode: string, sharedJson: string, rowsJson: string): void;
  resume(call: number, ok: boolean, json: string): void;
  wake(): boolean;
  wakeInMs(): number;
  finish(): void;
  describe(error: unknown): string;
}

type Callback = (error?: unknown, value?: unknown) => void;
type Timer = { dueMs: number; run: () => void };
type Waiting = { resolve: (value: unknown) => void; reject: (error: unknown) => void };

/**
 * The guest's side of a run. This function's text is evaluated inside the sandbox, so it may use nothing but
 * its argument and the guest's own globals. It is a convenience for hooks and no wall: whatever it tells the
 * host is checked there.
 */
export function guestRuntime(host: HostFunction): GuestRuntime {
  const { parse, stringify } = JSON;
  const GuestError = Error;
  const GuestPromise = Promise;
  const text = String;
  const { assign, defineProperty, keys } = Object;
  const now = Date.now;
  const bind = Function.prototype.bind;
  const uncurry = (method: unknown) => bind.call(Function.prototype.call, method);
  const apply = Reflect.apply;
  const then = uncurry(Promise.prototype.then);
  const slice = uncurry(String.prototype.slice);
  const mapGet = uncurry(Map.prototype.get);
  const mapSet = uncurry(Map.prototype.set);
  const mapDelete = uncurry(Map.prototype.delete);
  const mapForEach = uncurry(Map.prototype.forEach);
  const setAdd = uncurry(Set.prototype.add);
  const setHas = uncurry(Set.prototype.has);
  const toPromise = bind.call(Promise.resolve, Promise);

  const answered = new Set<number>();
  const waiting = new Map<number, Waiting>();
  const timers = new Map<number, Timer>();
  let hook: unknown;
  let callCount = 0;
  let timerCount = 0;
  let timersOpen = 0;
  let globalObject: unknown;
  let globalBefore: Record<string, string> | undefined;

  const isObject = (value: unknown) =>
    (typeof value === 'object' && value !== null) || typeof value === 'function';

  const ask = (operation: string, id: number, json: string): unknown => {
    const reply = host(operation, id, json);
    if (typeof reply === 'string' && reply[0] === '!') throw new GuestError(slice(reply, 1));
    return typeof reply === 'string' ? parse(slice(reply, 1)) : reply;
  };

  const read = (object: unknown, key: string): unknown => {
    try {
      return (object as Record<string, unknown>)[key];
    } catch {
      return undefined;
    }
  };

  const messageOf = (error: unknown): string => {
    if (typeof error === 'string') return error;
    if (!isObject(error)) return text(error);
    const message = read(error, 'message');
    if (typeof message === 'string' && message !== '') return message;
    const name = read(error, 'name');
    if (typeof name === 'string' && typeof read(error, 'stack') === 'string') return name;
    const json = stringify(error);
    return typeof json === 'string' && json !== '{}' ? json : 'a value without a message';
  };

  /** JSON of an error: strings cut to size, numbers as they are, nothing else of it. */
  const describe = (error: unknown): string => {
    const told: Record<string, unknown> = { message: 'a value that cannot be shown' };
    try {
      told.message = slice(messageOf(error), 0, 4000);
    } catch {}
    if (isObject(error)) {
      const name = read(error, 'name');
      const stack = read(error, 'stack');
      const status = read(error, 'status');
      const statusCode = read(error, 'statusCode');
      if (typeof name === 'string') told.name = slice(name, 0, 100);
      if (typeof stack === 'string') told.stack = slice(stack, 0, 4000);
      told.status =
        typeof status === 'number' ? status : typeof statusCode === 'number' ? statusCode : undefined;
    }
    try {
      return stringify(told);
    } catch {
      return '{}';
    }
  };

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
    if (claim(row)) host('throw', row, describe(error));
  };

  const show = (value: unknown): string => {
    try {
      if (typeof value === 'string') return value;
      if (typeof value === 'function') return '[function]';
      if (!isObject(value)) return text(value);
      const stack = read(value, 'stack');
      if (typeof stack === 'string') return `${text(read(value, 'name'))}: ${messageOf(value)}`;
      const json = stringify(value);
      return typeof json === 'string' ? json : text(value);
    } catch {
      return '[a value that cannot be shown]';
    }
  };

  const log = (...values: unknown[]) => {
    let line = '';
    for (let i = 0; i < values.length; i++) line += (i === 0 ? '' : ' ') + slice(show(values[i]), 0, 16_000);
    host('log', 0, slice(line, 0, 16_000));
  };

  const later = (operation: string, value: unknown) =>
    new GuestPromise((resolve, reject) => {
      const json = stringify(value);
      const id = ++callCount;
      mapSet(waiting, id, { resolve, reject });
      try {
        ask(operation, id, typeof json === 'string' ? json : 'null');
      } catch (error) {
        mapDelete(waiting, id);
        reject(error);
      }
    });

  const readData = () => later('read', null);
  const writeData = (data: unknown) => later('write', data);

  const openGlobal = () => {
    if (globalBefore === undefined) {
      const opened = ask('global', 0, '') as Record<string, unknown>;
      const before: Record<string, string> = { __proto__: null } as never;
      const names = keys(opened);
      for (let i = 0; i < names.length; i++) {
        const name = names[i] as string;
        before[name] = stringify(opened[name]);
      }
      globalBefore = before;
      globalObject = opened;
    }
    return globalObject;
  };

  const makeContext = (sharedJson: string, row: object) => {
    const ctx = assign(parse(sharedJson), row);
    ctx.log = log;
    ctx.read = readData;
    ctx.write = writeData;
    defineProperty(ctx, 'global', {
      get: openGlobal,
      set: (value: unknown) => {
        openGlobal();
        globalObject = value;
      },
      enumerable: true,
      configurable: true,
    });
    return ctx;
  };

  const callHook = (row: number, sharedJson: string, member: object) => {
    const callback: Callback = (error, value) => settle(row, error, value);
    try {
      const ctx = makeContext(sharedJson, member);
      const returned = (hook as (...parts: unknown[]) => unknown)(ctx, callback);
      if (!isObject(returned) || typeof (returned as { then?: unknown }).then !== 'function') return;
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
      if (isObject(value) && typeof (value as { then?: unknown }).then === 'function') {
        throw new GuestError('it returned a promise, but must return its value at once');
      }
      settle(row, null, value);
    } catch (error) {
      fail(row, error);
    }
  };

  const addGlobal = (name: string, value: unknown) =>
    defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });

  addGlobal('setTimeout', (run: unknown, ms: unknown, ...list: unknown[]) => {
    if (typeof run !== 'function') throw new TypeError('setTimeout needs a function');
    if (timersOpen >= 1000) throw new GuestError('a hook may have at most 1000 timers waiting');
    const delayMs = +(ms as number);
    const id = ++timerCount;
    timersOpen++;
    mapSet(timers, id, {
      dueMs: now() + (delayMs >= 1 ? delayMs : 1),
      run: () => apply(run as never, undefined, list),
    });
    return id;
  });
  addGlobal('clearTimeout', (id: unknown) => {
    if (mapDelete(timers, id)) timersOpen--;
  });
  addGlobal('console', Object.freeze({ log, info: log, warn: log, error: log, debug: log }));
  addGlobal('fetch', () =>
    GuestPromise.reject(new GuestError('fetch is not available to hooks yet: no request was sent')),
  );
  addGlobal('require', (name: unknown) => {
    throw new GuestError(`Cannot require '${text(name)}': no module is available to hooks yet`);
  });
  addGlobal('module', { exports: {} });
  addGlobal('exports', (globalThis as unknown as { module: { exports: object } }).module.exports);
  Math.random = () => host('random', 0, '') as number;

  return {
    load() {
      hook = (globalThis as unknown as { module: { hook: unknown } }).module.hook;
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
      else one.reject(new GuestError(parse(json)));
    },
    wake() {
      const at = now();
      let first: Timer | undefined;
      let firstId = 0;
      mapForEach(timers, (timer: Timer, id: number) => {
        if (timer.dueMs > at || (first !== undefined && first.dueMs <= timer.dueMs)) return;
        first = timer;
        firstId = id;
      });
      if (first === undefined) return false;
      mapDelete(timers, firstId);
      timersOpen--;
      try {
        (first as Timer).run();
      } catch (error) {
        host('stray', 0, describe(error));
      }
      return true;
    },
    wakeInMs() {
      let dueMs = -1;
      mapForEach(timers, (timer: Timer) => {
        if (dueMs < 0 || timer.dueMs < dueMs) dueMs = timer.dueMs;
      });
      if (dueMs < 0) return -1;
      const left = dueMs - now();
      return left > 0 ? left : 0;
    },
    finish() {
      if (globalBefore === undefined || !isObject(globalObject)) return;
      const after = globalObject as Record<string, unknown>;
      const change = {
        set: { __proto__: null } as Record<string, unknown>,
        drop: { __proto__: null } as never,
      };
      let changed = false;
      const names = keys(after);
      for (let i = 0; i < names.length; i++) {
        const name = names[i] as string;
        const json = stringify(after[name]);
        if (json === globalBefore[name] || json === undefined) continue;
        change.set[name] = after[name];
        changed = true;
      }
      const old = keys(globalBefore);
      for (let i = 0; i < old.length; i++) {
        const name = old[i] as string;
        if (after[name] !== undefined) continue;
        (change.drop as Record<string, unknown>)[name] = true;
        changed = true;
      }
      if (changed) host('global-change', 0, stringify(change));
    },
    describe,
  };
}
