import type { HostReply } from './guest-values.ts';

const defaultLocale = 'en-US';
const defaultTimeZone = 'UTC';
const formattersMax = 64;

type Locales = string | string[] | undefined;
type Options = Record<string, string | number | boolean>;
type Argument = string | number | string[];

interface IntlCall {
  kind: string;
  method: string;
  locales: Locales;
  options: Options;
  list: Argument[];
}

const isShort = (value: unknown, lengthMax: number): value is string =>
  typeof value === 'string' && value.length <= lengthMax;

function readLocales(value: unknown): Locales {
  if (value === undefined || value === null) return defaultLocale;
  if (isShort(value, 64)) return value;
  if (Array.isArray(value) && value.length <= 10) {
    const list = value.filter((one): one is string => isShort(one, 64));
    if (list.length === value.length) return list.length > 0 ? list : defaultLocale;
  }
  throw new RangeError('locales must be a language tag or a short list of them');
}

function readOptions(value: unknown): Options {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw new RangeError('options must be an object');
  const options: Options = {};
  for (const [name, one] of Object.entries(value).slice(0, 30)) {
    if (isShort(one, 100) || typeof one === 'number' || typeof one === 'boolean') options[name] = one;
  }
  return options;
}

function readArgument(value: unknown): Argument {
  if (isShort(value, 10_000)) return value;
  if (typeof value === 'number') return value;
  if (Array.isArray(value) && value.length <= 1000) return value.map((one) => String(one));
  throw new RangeError('an argument cannot be used');
}

function readCall(json: string): IntlCall {
  const call: unknown = JSON.parse(json);
  const members = new Map<string, unknown>(
    typeof call === 'object' && call !== null ? Object.entries(call) : [],
  );
  const kind = members.get('kind');
  const method = members.get('method');
  const list = members.get('list');
  if (!isShort(kind, 32) || !isShort(method, 32) || !Array.isArray(list) || list.length > 3) {
    throw new RangeError('there is no such operation');
  }
  return {
    kind,
    method,
    locales: readLocales(members.get('locales')),
    options: readOptions(members.get('options')),
    list: list.map(readArgument),
  };
}

const number = (value: Argument | undefined): number => {
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new RangeError('the time or number is not finite');
  return value;
};
const string = (value: Argument | undefined): string => {
  if (typeof value !== 'string') throw new RangeError('the argument is not text');
  return value;
};
const items = (value: Argument | undefined): string[] => (Array.isArray(value) ? value : []);
/** Numbers come as text, so that no digit, NaN or infinity gets lost on the way. */
const digits = (value: Argument | undefined): Intl.StringNumericLiteral =>
  string(value) as Intl.StringNumericLiteral;

type Formatter = { [method: string]: (list: Argument[]) => unknown };
type MakeFormatter = (locales: Locales, options: Options) => Formatter;

const makers: Record<string, MakeFormatter> = {
  DateTimeFormat: (locales, options) => {
    const one = new Intl.DateTimeFormat(locales, { timeZone: defaultTimeZone, ...options });
    return {
      resolvedOptions: () => one.resolvedOptions(),
      format: ([time]) => one.format(number(time)),
      formatToParts: ([time]) => one.formatToParts(number(time)),
      formatRange: ([from, to]) => one.formatRange(number(from), number(to)),
    };
  },
  NumberFormat: (locales, options) => {
    const one = new Intl.NumberFormat(locales, options);
    return {
      resolvedOptions: () => one.resolvedOptions(),
      format: ([value]) => one.format(digits(value)),
      formatToParts: ([value]) => one.formatToParts(digits(value)),
    };
  },
  Collator: (locales, options) => {
    const one = new Intl.Collator(locales, options);
    return {
      resolvedOptions: () => one.resolvedOptions(),
      compare: ([first, second]) => one.compare(string(first), string(second)),
    };
  },
  PluralRules: (locales, options) => {
    const one = new Intl.PluralRules(locales, options);
    return { resolvedOptions: () => one.resolvedOptions(), select: ([value]) => one.select(number(value)) };
  },
  RelativeTimeFormat: (locales, options) => {
    const one = new Intl.RelativeTimeFormat(locales, options);
    const unit = (value: Argument | undefined) => string(value) as Intl.RelativeTimeFormatUnit;
    return {
      resolvedOptions: () => one.resolvedOptions(),
      format: ([value, name]) => one.format(number(value), unit(name)),
      formatToParts: ([value, name]) => one.formatToParts(number(value), unit(name)),
    };
  },
  ListFormat: (locales, options) => {
    const one = new Intl.ListFormat(locales, options);
    return { resolvedOptions: () => one.resolvedOptions(), format: ([value]) => one.format(items(value)) };
  },
  DisplayNames: (locales, options) => {
    const one = new Intl.DisplayNames(locales, { type: 'region', ...options });
    return { resolvedOptions: () => one.resolvedOptions(), of: ([code]) => one.of(string(code)) };
  },
  Date: (locales, options) => {
    const zoned = { timeZone: defaultTimeZone, ...options };
    return {
      toLocaleString: ([time]: Argument[]) => new Date(number(time)).toLocaleString(locales, zoned),
      toLocaleDateString: ([time]) => new Date(number(time)).toLocaleDateString(locales, zoned),
      toLocaleTimeString: ([time]) => new Date(number(time)).toLocaleTimeString(locales, zoned),
    };
  },
  String: (locales) => ({
    toLocaleUpperCase: ([text]) => string(text).toLocaleUpperCase(locales),
    toLocaleLowerCase: ([text]) => string(text).toLocaleLowerCase(locales),
  }),
  Locale: (locales) => ({ getCanonicalLocales: () => Intl.getCanonicalLocales(locales) }),
};

const formatters = new Map<string, Formatter>();

function formatterFor({ kind, locales, options }: IntlCall): Formatter {
  const key = JSON.stringify([kind, locales, options]);
  const known = formatters.get(key);
  if (known) return known;
  const make = Object.hasOwn(makers, kind) ? makers[kind] : undefined;
  if (!make) throw new RangeError('there is no such operation');
  if (formatters.size >= formattersMax) formatters.clear();
  const made = make(locales, options);
  formatters.set(key, made);
  return made;
}

/**
 * Computes one locale-dependent thing for the guest with Node's own Intl, which is built in and reads nothing.
 * `json` is hostile: kinds and methods are fixed lists, sizes are bounded, errors are answers.
 */
export function callIntl(json: string): HostReply {
  try {
    const call = readCall(json);
    if (call.method === 'supportedLocalesOf') {
      return `=${JSON.stringify(Intl.DateTimeFormat.supportedLocalesOf(call.locales))}`;
    }
    const formatter = formatterFor(call);
    const method = Object.hasOwn(formatter, call.method) ? formatter[call.method] : undefined;
    if (!method) return '!there is no such operation';
    return `=${JSON.stringify(method(call.list) ?? null)}`;
  } catch (error) {
    return `!${error instanceof Error ? error.message : String(error)}`;
  }
}
