/**
 * What the engine's own URL lacks: `searchParams`, kept in step with `search` both ways. Evaluated inside the
 * sandbox, like `guestRuntime`.
 */
export function guestWeb(): void {
  const bind = Function.prototype.bind;
  const uncurry = (method: unknown) => bind.call(Function.prototype.call, method);
  const apply = Reflect.apply;
  const Params = URLSearchParams;
  const print = uncurry(Params.prototype.toString);
  const weakGet = uncurry(WeakMap.prototype.get);
  const weakSet = uncurry(WeakMap.prototype.set);
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
