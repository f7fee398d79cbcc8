import type { HostFunction } from './runtime.ts';

/** Asks the host for something that takes time; a value's JSON travels there, the answer's comes back. */
export type AskLater = (operation: string, value: unknown) => Promise<unknown>;

/** What the libraries of the house are made with; their functions' texts are evaluated inside the sandbox. */
export interface LibraryParts {
  host: HostFunction;
  later: AskLater;
  /** Loads another library, or a part of one that hooks cannot name. */
  load<Exports>(id: string): Exports;
}

export interface GuestModules {
  /** Evaluates a library that a hook's text names before that text is evaluated, so that it is in the image. */
  preload(name: string): void;
}

/**
 * Gives hooks `require` (the libraries on the list, any version, and members such as `lodash/get`) and `fetch`.
 * Libraries are loaded by their texts, which the host hands out. Like `guestRuntime` evaluated inside the sandbox;
 * what is evaluated during a run is gone after it, as the memory image is laid over everything.
 */
export function guestModules(host: HostFunction, later: AskLater): GuestModules {
  const GuestError = Error;
  const GuestFunction = Function;
  const text = String;
  const realm = globalThis;
  const { defineProperty } = Object;
  const apply = Reflect.apply;
  const bind = Function.prototype.bind;
  const uncurry = (method: unknown) => bind.call(Function.prototype.call, method);
  const slice = uncurry(String.prototype.slice);
  const indexOf = uncurry(String.prototype.indexOf);
  const lastIndexOf = uncurry(String.prototype.lastIndexOf);
  const hasOwn = uncurry(Object.prototype.hasOwnProperty);
  const mapGet = uncurry(Map.prototype.get);
  const mapSet = uncurry(Map.prototype.set);

  type Module = { exports: unknown };
  const loaded = new Map<string, Module>();
  const required = new Map<string, unknown>();

  const answerOf = (operation: string, name: string): string => {
    const reply = host(operation, 0, name);
    if (typeof reply !== 'string') throw new GuestError('Libraries cannot be loaded here');
    if (reply[0] === '!') throw new GuestError(slice(reply, 1));
    return slice(reply, 1);
  };

  /** `name` as a file in `folder` names it. */
  const resolve = (folder: string, name: string): string => {
    if (slice(name, 0, 2) === './') return `${folder}/${slice(name, 2)}`;
    if (slice(name, 0, 3) !== '../') return name;
    return resolve(slice(folder, 0, lastIndexOf(folder, '/')), `./${slice(name, 3)}`);
  };

  const load = (id: string): unknown => {
    const known = mapGet(loaded, id) as Module | undefined;
    if (known !== undefined) return known.exports;
    const made: Module = { exports: {} };
    const folder = indexOf(id, '/') < 0 ? id : slice(id, 0, lastIndexOf(id, '/'));
    const inner = (name: string) => load(resolve(folder, name));
    const run = new GuestFunction('module', 'exports', 'require', 'global', 'parts', answerOf('library', id));
    mapSet(loaded, id, made);
    apply(run, made.exports, [made, made.exports, inner, realm, { host, later, load: inner }]);
    return made.exports;
  };

  const requireByName = (name: unknown): unknown => {
    const asked = text(name);
    const known = mapGet(required, asked);
    if (known !== undefined) return known;
    const found = answerOf('require', asked);
    const bar = indexOf(found, ' ');
    let value = load(bar < 0 ? found : slice(found, 0, bar));
    if (bar >= 0) {
      const member = slice(found, bar + 1);
      if (!hasOwn(value, member)) throw new GuestError(`Cannot require '${asked}': there is no such part`);
      value = (value as Record<string, unknown>)[member];
    }
    mapSet(required, asked, value);
    return value;
  };

  const addGlobal = (name: string, value: unknown) =>
    defineProperty(realm, name, { value, writable: true, configurable: true, enumerable: false });
  addGlobal('require', requireByName);
  addGlobal('fetch', (...list: unknown[]) => apply(requireByName('node-fetch') as never, undefined, list));

  return {
    preload(name) {
      try {
        requireByName(name);
      } catch {
        // The hook reads why when it asks for the library itself, at its own line.
      }
    },
  };
}
