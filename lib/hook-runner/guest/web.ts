/**
 * What the engine's own URL lacks: `searchParams`, kept in step with `search` both ways, and URLSearchParams of
 * objects and lists. Evaluated inside the sandbox, like `guestRuntime`.
 */
export function guestWeb(): void {
  const bind = Function.prototype.bind;
  const uncurry = (method: unknown) => bind.call(Function.prototype.call, method);
  const apply = Reflect.apply;
  const Params = URLSearchParams;
  const print = uncurry(Params.prototype.toString);
  const weakGet = uncurry(WeakMap.prototype.get);
  const weakSet = uncurry(WeakMap.prototype.set);
  const append = uncurry(Params.prototype.append);
  const text = String;

  /** The engine takes text alone; the standard also takes pairs and objects. */
  function PairParams(init: unknown) {
    if (new.target === undefined) throw new TypeError('URLSearchParams needs new');
    if (typeof init !== 'object' || init === null) return new Params(init === undefined ? '' : text(init));
    if (init instanceof Params) return new Params(print(init));
    const made = new Params('');
    const isIterable = typeof (init as { [Symbol.iterator]?: unknown })[Symbol.iterator] === 'function';
    for (const pair of isIterable ? (init as Iterable<unknown>) : Object.entries(init)) {
      const [name, value, ...more] = pair as Iterable<unknown>;
      if (more.length > 0) throw new TypeError('URLSearchParams needs pairs');
      append(made, text(name), text(value));
    }
    return made;
  }
  Object.defineProperty(PairParams, 'name', { value: 'URLSearchParams' });
  PairParams.prototype = Params.prototype;
  Object.defineProperty(Params.prototype, 'constructor', {
    value: PairParams,
    writable: true,
    configurable: true,
  });
  Object.defineProperty(globalThis, 'URLSearchParams', {
    value: PairParams,
    writable: true,
    configurable: true,
  });

  const search = Object.getOwnPropertyDescriptor(URL.prototype, 'search');
  const getSearch = uncurry(search?.get);
  const setSearch = uncurry(search?.set);
  const paramsOf = new WeakMap<URL, URLSearchParams>();
  const urlOf = new WeakMap<URLSearchParams, URL>();

  Object.defineProperty(URL.prototype, 'searchParams', {
    get(this: URL) {
      const fresh = new Params(getSearch(this));
      const known = weakGet(paramsOf, this);
      if (known !== undefined && print(known) === print(fresh)) return known;
      weakSet(paramsOf, this, fresh);
      weakSet(urlOf, fresh, this);
      return fresh;
    },
    enumerable: true,
    configurable: true,
  });
  for (const name of ['append', 'set', 'delete', 'sort'] as const) {
    const change = Params.prototype[name] as (...list: unknown[]) => unknown;
    Object.defineProperty(Params.prototype, name, {
      value: function (this: URLSearchParams, ...list: unknown[]) {
        const result = apply(change, this, list);
        const url = weakGet(urlOf, this);
        if (url !== undefined && weakGet(paramsOf, url) === this) setSearch(url, print(this));
        return result;
      },
      writable: true,
      configurable: true,
      enumerable: true,
    });
  }
}
