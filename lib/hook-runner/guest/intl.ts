import type { HostFunction } from './runtime.ts';

/**
 * `Intl` and the locale methods, which the engine lacks, by asking the host. Like `guestRuntime` this
 * function's text is evaluated inside the sandbox and may use nothing but its argument and the guest's globals.
 */
export function guestIntl(host: HostFunction): void {
  const { parse, stringify } = JSON;
  const { create, defineProperty } = Object;
  const text = String;
  const bind = Function.prototype.bind;
  const uncurry = (method: unknown) => bind.call(Function.prototype.call, method);
  const slice = uncurry(String.prototype.slice);
  const test = uncurry(RegExp.prototype.test);
  const lower = uncurry(String.prototype.toLowerCase);
  const timeOf = uncurry(Date.prototype.getTime);
  const isNotANumber = Number.isNaN;
  const plain = /^[A-Za-z0-9 ]*$/;

  const ask = (kind: string, method: string, locales: unknown, options: unknown, list: unknown[]) => {
    const reply = host('intl', 0, stringify({ kind, method, locales, options, list }));
    if (typeof reply !== 'string') throw new Error('Intl did not answer');
    if (reply[0] === '!') throw new RangeError(slice(reply, 1));
    return parse(slice(reply, 1));
  };
  const hide = (object: object, name: string, value: unknown) =>
    defineProperty(object, name, { value, writable: true, configurable: true, enumerable: false });

  const toTime = (value: unknown) =>
    value === undefined ? Date.now() : typeof value === 'number' ? value : timeOf(value);
  const toDigits = (value: unknown) => text(value);
  const toItems = (value: unknown) => Array.from(value as Iterable<unknown>, (item) => text(item));
  type Convert = (value: unknown) => unknown;
  const kinds: Record<string, Record<string, Convert[]>> = {
    DateTimeFormat: { format: [toTime], formatToParts: [toTime], formatRange: [toTime, toTime] },
    NumberFormat: { format: [toDigits], formatToParts: [toDigits] },
    Collator: { compare: [text, text] },
    PluralRules: { select: [Number] },
    RelativeTimeFormat: { format: [Number, text], formatToParts: [Number, text] },
    ListFormat: { format: [toItems] },
    DisplayNames: { of: [text] },
  };

  const makeFormat = (kind: string, methods: Record<string, Convert[]>) => {
    function Format(this: object, locales: unknown, options: unknown) {
      const self = new.target ? this : create(Format.prototype);
      const resolved = ask(kind, 'resolvedOptions', locales, options, []);
      hide(self, 'resolvedOptions', () => resolved);
      for (const method of Object.keys(methods)) {
        const converts = methods[method] as Convert[];
        hide(self, method, (...list: unknown[]) => {
          const sent: unknown[] = [];
          for (let i = 0; i < converts.length; i++) sent.push((converts[i] as Convert)(list[i]));
          return ask(kind, method, locales, options, sent);
        });
      }
      return self;
    }
    hide(Format, 'supportedLocalesOf', (locales: unknown) =>
      ask(kind, 'supportedLocalesOf', locales, undefined, []),
    );
    hide(Format, 'name', kind);
    return Format;
  };

  const intl = {};
  for (const kind of Object.keys(kinds)) hide(intl, kind, makeFormat(kind, kinds[kind] ?? {}));
  hide(intl, 'getCanonicalLocales', (locales: unknown) =>
    ask('Locale', 'getCanonicalLocales', locales, undefined, []),
  );
  hide(globalThis, 'Intl', intl);

  for (const method of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
    hide(Date.prototype, method, function (this: Date, locales: unknown, options: unknown) {
      const time = timeOf(this);
      return isNotANumber(time) ? 'Invalid Date' : ask('Date', method, locales, options, [time]);
    });
  }
  for (const prototype of [Number.prototype, BigInt.prototype]) {
    hide(prototype, 'toLocaleString', function (this: unknown, locales: unknown, options: unknown) {
      return ask('NumberFormat', 'format', locales, options, [toDigits(this)]);
    });
  }
  for (const method of ['toLocaleUpperCase', 'toLocaleLowerCase']) {
    const ordinary = uncurry(
      method === 'toLocaleUpperCase' ? String.prototype.toUpperCase : String.prototype.toLowerCase,
    );
    hide(String.prototype, method, function (this: string, locales: unknown) {
      return locales === undefined ? ordinary(this) : ask('String', method, locales, undefined, [text(this)]);
    });
  }
  // Plain letters and digits order as the host would order them, without asking: lists are sorted this way.
  const comparePlain = (one: string, other: string) => {
    const first = lower(one);
    const second = lower(other);
    if (first !== second) return first < second ? -1 : 1;
    return one === other ? 0 : one > other ? -1 : 1;
  };
  hide(
    String.prototype,
    'localeCompare',
    function (this: string, that: unknown, locales: unknown, options: unknown) {
      const one = text(this);
      const other = text(that);
      if (locales === undefined && options === undefined && test(plain, one) && test(plain, other)) {
        return comparePlain(one, other);
      }
      return ask('Collator', 'compare', locales, options, [one, other]);
    },
  );
}
