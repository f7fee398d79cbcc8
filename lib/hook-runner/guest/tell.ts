/** How values of the guest are put into words. */
export interface GuestTell {
  /** JSON of an error: its words cut to size and its status, nothing else of it. */
  describe(error: unknown): string;
  /** A value as one line of a log shows it. */
  show(value: unknown): string;
}

/** Evaluated inside the sandbox: may use nothing but the guest's own globals, and never throws. */
export function guestTell(): GuestTell {
  const { stringify } = JSON;
  const text = String;
  const slice = Function.prototype.bind.call(Function.prototype.call, String.prototype.slice);

  const isObject = (value: unknown) =>
    (typeof value === 'object' && value !== null) || typeof value === 'function';

  const read = (object: unknown, key: string): unknown => {
    try {
      return (object as Record<string, unknown>)[key];
    } catch {
      return undefined;
    }
  };

  const messageOf = (error: unknown): string => {
    if (!isObject(error)) return text(error);
    const message = read(error, 'message');
    if (typeof message === 'string' && message !== '') return message;
    const name = read(error, 'name');
    if (typeof name === 'string' && typeof read(error, 'stack') === 'string') return name;
    const json = stringify(error);
    return typeof json === 'string' && json !== '{}' ? json : 'a value without a message';
  };

  const tell = (error: unknown): Record<string, unknown> => {
    const told: Record<string, unknown> = { message: 'a value that cannot be shown' };
    try {
      told.message = slice(messageOf(error), 0, 4000);
    } catch {}
    if (!isObject(error)) return told;
    const name = read(error, 'name');
    const stack = read(error, 'stack');
    const status = read(error, 'status');
    const statusCode = read(error, 'statusCode');
    if (typeof name === 'string') told.name = slice(name, 0, 100);
    if (typeof stack === 'string') told.stack = slice(stack, 0, 4000);
    told.status =
      typeof status === 'number' ? status : typeof statusCode === 'number' ? statusCode : undefined;
    return told;
  };

  return {
    describe(error) {
      try {
        return stringify(tell(error));
      } catch {
        return '{}';
      }
    },
    show(value) {
      try {
        if (typeof value === 'string') return value;
        if (typeof value === 'function') return '[function]';
        if (!isObject(value)) return text(value);
        if (typeof read(value, 'stack') === 'string')
          return `${text(read(value, 'name'))}: ${messageOf(value)}`;
        const json = stringify(value);
        return typeof json === 'string' ? json : text(value);
      } catch {
        return '[a value that cannot be shown]';
      }
    },
  };
}
