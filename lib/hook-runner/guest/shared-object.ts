import type { HostFunction } from './runtime.ts';

/** The object behind `ctx.global`, fetched when a hook first touches it. */
export interface GuestSharedObject {
  get(): unknown;
  set(value: unknown): void;
  /** Tells the host which members changed, if any. */
  flush(): void;
}

/** Evaluated inside the sandbox: may use nothing but its argument and the guest's own globals. */
export function guestSharedObject(host: HostFunction): GuestSharedObject {
  const { parse, stringify } = JSON;
  const { keys } = Object;
  const slice = Function.prototype.bind.call(Function.prototype.call, String.prototype.slice);
  const bare = (): Record<string, unknown> => ({ __proto__: null }) as never;
  let current: unknown;
  let before: Record<string, unknown> | undefined;

  const open = () => {
    if (before === undefined) {
      const reply = host('global', 0, '');
      const members = typeof reply === 'string' ? parse(slice(reply, 1)) : {};
      before = bare();
      const names = keys(members);
      for (let i = 0; i < names.length; i++)
        before[names[i] as string] = stringify(members[names[i] as string]);
      current = members;
    }
    return current;
  };

  return {
    get: open,
    set(value) {
      open();
      current = value;
    },
    flush() {
      if (before === undefined || typeof current !== 'object' || current === null) return;
      const after = current as Record<string, unknown>;
      const set = bare();
      const drop = bare();
      let changed = false;
      const names = keys(after);
      for (let i = 0; i < names.length; i++) {
        const name = names[i] as string;
        const json = stringify(after[name]);
        if (json === undefined || json === before[name]) continue;
        set[name] = after[name];
        changed = true;
      }
      const oldNames = keys(before);
      for (let i = 0; i < oldNames.length; i++) {
        const name = oldNames[i] as string;
        if (after[name] !== undefined) continue;
        drop[name] = true;
        changed = true;
      }
      if (changed) host('global-change', 0, stringify({ set, drop }));
    },
  };
}
