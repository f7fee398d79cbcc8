/** Timers live in the guest; the host is asked only when the next one is due. */
export interface GuestTimers {
  /** Runs the timer that is due longest. False when none is due; what the timer throws goes to `onError`. */
  wake(): boolean;
  /** Milliseconds until the next timer, -1 without one. */
  wakeInMs(): number;
}

type Timer = { dueMs: number; run: () => void };

/** Evaluated inside the sandbox: may use nothing but its argument and the guest's own globals. */
export function guestTimers(onError: (error: unknown) => void): GuestTimers {
  const GuestError = Error;
  const GuestTypeError = TypeError;
  const now = Date.now;
  const apply = Reflect.apply;
  const bind = Function.prototype.bind;
  const uncurry = (method: unknown) => bind.call(Function.prototype.call, method);
  const mapSet = uncurry(Map.prototype.set);
  const mapDelete = uncurry(Map.prototype.delete);
  const mapForEach = uncurry(Map.prototype.forEach);
  const timers = new Map<number, Timer>();
  const openMax = 1000;
  let open = 0;
  let last = 0;

  const addGlobal = (name: string, value: unknown) =>
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });

  addGlobal('setTimeout', (run: unknown, ms: unknown, ...list: unknown[]) => {
    if (typeof run !== 'function') throw new GuestTypeError('setTimeout needs a function');
    if (open >= openMax) throw new GuestError(`a hook may have at most ${openMax} timers waiting`);
    const delayMs = +(ms as number);
    const id = ++last;
    open++;
    mapSet(timers, id, {
      dueMs: now() + (delayMs >= 1 ? delayMs : 1),
      run: () => apply(run as never, undefined, list),
    });
    return id;
  });
  addGlobal('clearTimeout', (id: unknown) => {
    if (mapDelete(timers, id)) open--;
  });

  return {
    wake() {
      const at = now();
      let dueMs = at;
      let due: Timer | undefined;
      let dueId = 0;
      mapForEach(timers, (timer: Timer, id: number) => {
        if (timer.dueMs > dueMs || (due !== undefined && timer.dueMs === dueMs)) return;
        dueMs = timer.dueMs;
        due = timer;
        dueId = id;
      });
      if (due === undefined) return false;
      mapDelete(timers, dueId);
      open--;
      try {
        (due as Timer).run();
      } catch (error) {
        onError(error);
      }
      return true;
    },
    wakeInMs() {
      let dueMs = -1;
      mapForEach(timers, (timer: Timer) => {
        if (dueMs < 0 || timer.dueMs < dueMs) dueMs = timer.dueMs;
      });
      if (dueMs < 0) return -1;
      const leftMs = dueMs - now();
      return leftMs > 0 ? leftMs : 0;
    },
  };
}
