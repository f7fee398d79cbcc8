/** Node's `querystring`. Evaluated inside the sandbox: may use nothing from around it. */
export function guestQuerystring(): Record<string, unknown> {
  const escapeText = (value: unknown): string => encodeURIComponent(String(value));
  const unescapeText = (value: string): string => {
    try {
      return decodeURIComponent(value);
    } catch {
      return value.replace(/%[0-9a-f]{2}/gi, (code) =>
        String.fromCharCode(Number.parseInt(code.slice(1), 16)),
      );
    }
  };
  const plain = (value: unknown): string =>
    typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint'
      ? String(value)
      : typeof value === 'number' && Number.isFinite(value)
        ? String(value)
        : '';

  const stringify = (values: unknown, separator = '&', equals = '='): string => {
    if (typeof values !== 'object' || values === null) return '';
    return Object.entries(values)
      .flatMap(([key, value]) => (Array.isArray(value) ? value : [value]).map((one) => [key, one] as const))
      .map(([key, one]) => `${escapeText(key)}${equals}${escapeText(plain(one))}`)
      .join(separator);
  };

  const parse = (text: unknown, separator = '&', equals = '=', options?: { maxKeys?: number }) => {
    const values: Record<string, string | string[]> = Object.create(null);
    if (typeof text !== 'string' || text === '') return values;
    const keysMax = options?.maxKeys ?? 1000;
    const parts = text.split(separator);
    for (const part of keysMax > 0 ? parts.slice(0, keysMax) : parts) {
      if (part === '') continue;
      const at = part.indexOf(equals);
      const [rawKey, rawValue] = at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + equals.length)];
      const key = unescapeText(rawKey.replace(/\+/g, ' '));
      const value = unescapeText(rawValue.replace(/\+/g, ' '));
      const before = values[key];
      values[key] =
        before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
    }
    return values;
  };

  return { parse, stringify, escape: escapeText, unescape: unescapeText, decode: parse, encode: stringify };
}
