/** The part of Node's `util` that hooks use. Evaluated inside the sandbox: may use nothing from around it. */
export function guestUtil(): Record<string, unknown> {
  const custom = Symbol('util.promisify.custom');

  const inspect = (value: unknown): string => {
    const seen = new Set<unknown>();
    const show = (one: unknown): string => {
      if (typeof one === 'string') return `'${one.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
      if (typeof one === 'bigint') return `${one}n`;
      if (typeof one === 'function') return `[Function: ${one.name || 'anonymous'}]`;
      if (typeof one !== 'object' || one === null) return String(one);
      if (one instanceof Error) return one.stack ? `${one.name}: ${one.message}` : String(one);
      if (one instanceof Date) return Number.isNaN(one.getTime()) ? 'Invalid Date' : one.toISOString();
      if (one instanceof RegExp) return String(one);
      if (seen.has(one)) return '[Circular]';
      seen.add(one);
      const parts = Array.isArray(one)
        ? one.map(show)
        : Object.entries(one).map(
            ([key, part]) => `${/^[\w$]+$/.test(key) ? key : show(key)}: ${show(part)}`,
          );
      seen.delete(one);
      if (Array.isArray(one)) return parts.length > 0 ? `[ ${parts.join(', ')} ]` : '[]';
      return parts.length > 0 ? `{ ${parts.join(', ')} }` : '{}';
    };
    return show(value);
  };

  const json = (value: unknown): string => {
    try {
      return JSON.stringify(value) ?? 'undefined';
    } catch {
      return '[Circular]';
    }
  };
  const printers: Record<string, (value: unknown) => string> = {
    s: (value) => (typeof value === 'object' && value !== null ? inspect(value) : String(value)),
    d: (value) => (typeof value === 'object' ? 'NaN' : String(Number(value))),
    i: (value) => (typeof value === 'object' ? 'NaN' : String(Number.parseInt(String(value), 10))),
    f: (value) => String(Number.parseFloat(String(value))),
    j: json,
    o: inspect,
    O: inspect,
    c: () => '',
  };
  const loose = (value: unknown) => (typeof value === 'string' ? value : inspect(value));

  const format = (...list: unknown[]): string => {
    const [first, ...rest] = list;
    if (typeof first !== 'string') return list.map(loose).join(' ');
    let next = 0;
    const said = first.replace(/%([sdifjoOc%])/g, (mark, letter: string) => {
      if (letter === '%') return rest.length > 0 ? '%' : mark;
      const print = next < rest.length ? printers[letter] : undefined;
      return print ? print(rest[next++]) : mark;
    });
    return [said, ...rest.slice(next).map(loose)].join(' ');
  };

  type AnyFunction = (this: unknown, ...list: unknown[]) => unknown;
  const promisify = (original: AnyFunction): unknown => {
    if (typeof original !== 'function')
      throw new TypeError('The "original" argument must be of type function');
    const own: unknown = Reflect.get(original, custom);
    if (typeof own === 'function') return own;
    return function promisified(this: unknown, ...list: unknown[]) {
      return new Promise((resolve, reject) => {
        const done = (error: unknown, value: unknown) => (error ? reject(error) : resolve(value));
        Reflect.apply(original, this, [...list, done]);
      });
    };
  };
  promisify.custom = custom;

  const callbackify = (original: AnyFunction) =>
    function callbackified(this: unknown, ...list: unknown[]) {
      const done = list.pop() as (error: unknown, value?: unknown) => void;
      Promise.resolve(Reflect.apply(original, this, list)).then(
        (value) => done(null, value),
        (error: unknown) => done(error || new Error('Promise was rejected with a falsy value')),
      );
    };

  const inherits = (derived: AnyFunction, base: AnyFunction) => {
    Object.defineProperty(derived, 'super_', { value: base, writable: true, configurable: true });
    Object.setPrototypeOf(derived.prototype, base.prototype);
  };

  return { format, inspect, promisify, callbackify, inherits, isArray: Array.isArray };
}
