import type { LibraryParts } from '../modules.ts';

/** One call as the host takes it. The body is text, or bytes in base64. */
export interface RemoteQuestion {
  url: string;
  method: string;
  headers: [string, string][];
  text?: string;
  base64?: string;
  timeoutMs?: number;
  /** How many redirects are followed; without it as many as the host allows. */
  redirectsMax?: number;
}

export interface RemoteAnswer {
  status: number;
  statusText: string;
  /** Where the answer came from in the end. */
  url: string;
  redirected: boolean;
  headers: [string, string][];
  /** Text where the bytes are UTF-8, else base64. */
  text?: string;
  base64?: string;
}

/** Headers of a question while it is made; names keep the case in which they were given first. */
export interface HeaderList {
  set(name: unknown, value: unknown): void;
  setMissing(name: string, value: string): void;
  addAll(headers: unknown): void;
  has(name: string): boolean;
  list(): [string, string][];
}

/** What the libraries for remote calls are made of. */
export interface Remote {
  /** Rejects with the host's sentence and a `code` when no answer was received. */
  send(question: RemoteQuestion): Promise<RemoteAnswer>;
  headerList(headers?: unknown): HeaderList;
  /** The body as `RemoteQuestion` holds it, and the type that it has of itself. Objects must be handled before. */
  packBody(body: unknown): { text?: string; base64?: string; type?: string };
  textOf(answer: RemoteAnswer): string;
  bytesOf(answer: RemoteAnswer): Uint8Array;
  /** Lower-case names; what came more than once is joined, `set-cookie` a list. */
  headersOf(answer: RemoteAnswer): Record<string, string | string[]>;
  /** `url` with the query laid on. */
  withQuery(url: string, query: unknown): string;
  formOf(values: unknown): string;
  basic(user: unknown, password: unknown): string;
  isPlain(value: unknown): value is Record<string, unknown>;
}

/** Evaluated inside the sandbox: may use nothing but its argument and the guest's own globals. */
export function guestRemote({ later }: LibraryParts): Remote {
  const isPlain = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof URLSearchParams) &&
    !ArrayBuffer.isView(value) &&
    !(value instanceof ArrayBuffer);

  const toBinary = (bytes: Uint8Array): string => {
    let binary = '';
    for (let at = 0; at < bytes.length; at += 4096) {
      binary += String.fromCharCode(...bytes.subarray(at, at + 4096));
    }
    return binary;
  };
  const fromBinary = (binary: string): Uint8Array =>
    Uint8Array.from(binary, (letter) => letter.charCodeAt(0));

  const headerList = (headers?: unknown): HeaderList => {
    const known = new Map<string, [string, string]>();
    const made: HeaderList = {
      set(name, value) {
        const key = String(name).toLowerCase();
        if (value === undefined || value === null) return;
        const list = Array.isArray(value) ? value.map(String).join(', ') : String(value);
        known.set(key, [known.get(key)?.[0] ?? String(name), list]);
      },
      setMissing(name, value) {
        if (!known.has(name.toLowerCase())) made.set(name, value);
      },
      addAll(more) {
        if (typeof more !== 'object' || more === null) return;
        const isList = typeof (more as { [Symbol.iterator]?: unknown })[Symbol.iterator] === 'function';
        for (const [name, value] of isList ? (more as Iterable<[unknown, unknown]>) : Object.entries(more))
          made.set(name, value);
      },
      has: (name) => known.has(name.toLowerCase()),
      list: () => [...known.values()],
    };
    made.addAll(headers);
    return made;
  };

  const formOf = (values: unknown): string => {
    const pairs = new URLSearchParams();
    const add = (name: string, value: unknown): void => {
      if (value === undefined) return;
      if (Array.isArray(value)) {
        for (const [at, one] of value.entries()) add(isPlain(one) ? `${name}[${at}]` : name, one);
      } else if (value instanceof Date) pairs.append(name, value.toISOString());
      else if (isPlain(value)) for (const key of Object.keys(value)) add(`${name}[${key}]`, value[key]);
      else pairs.append(name, value === null ? '' : String(value));
    };
    if (isPlain(values)) for (const name of Object.keys(values)) add(name, values[name]);
    else if (values !== undefined && values !== null) return String(values);
    return pairs.toString();
  };

  const basic = (user: unknown, password: unknown) =>
    `Basic ${btoa(toBinary(new TextEncoder().encode(`${String(user ?? '')}:${String(password ?? '')}`)))}`;

  return {
    async send(question) {
      // Made here, so that its stack holds the line of the hook that asked.
      const problem: Error & { code?: string } = new Error('the call was not made');
      const reply = (await later('fetch', question)) as {
        answer?: RemoteAnswer;
        message?: string;
        code?: string;
      };
      if (reply.answer) return reply.answer;
      problem.message = String(reply.message);
      if (reply.code) problem.code = reply.code;
      throw problem;
    },
    headerList,
    packBody(body) {
      if (body === undefined || body === null) return {};
      if (typeof body === 'string') return { text: body };
      if (body instanceof URLSearchParams)
        return { text: body.toString(), type: 'application/x-www-form-urlencoded;charset=UTF-8' };
      if (ArrayBuffer.isView(body))
        return { base64: btoa(toBinary(new Uint8Array(body.buffer, body.byteOffset, body.byteLength))) };
      if (body instanceof ArrayBuffer) return { base64: btoa(toBinary(new Uint8Array(body))) };
      return { text: String(body) };
    },
    textOf: ({ text, base64 }) => text ?? new TextDecoder().decode(fromBinary(atob(base64 ?? ''))),
    bytesOf: ({ text, base64 }) =>
      base64 === undefined ? new TextEncoder().encode(text ?? '') : fromBinary(atob(base64)),
    headersOf({ headers }) {
      const all: Record<string, string | string[]> = {};
      for (const [given, value] of headers) {
        const name = given.toLowerCase();
        const before = Object.hasOwn(all, name) ? all[name] : undefined;
        if (name === 'set-cookie') all[name] = [...(Array.isArray(before) ? before : []), value];
        else all[name] = before === undefined ? value : `${String(before)}, ${value}`;
      }
      return all;
    },
    withQuery(url, query) {
      const text = formOf(query);
      if (text === '') return url;
      const [rest = '', ...hash] = url.split('#');
      const joint = rest.includes('?') ? (/[?&]$/.test(rest) ? '' : '&') : '?';
      return [`${rest}${joint}${text}`, ...hash].join('#');
    },
    formOf,
    basic,
    isPlain,
  };
}
