import type { LibraryParts } from '../modules.ts';
import type { Remote, RemoteAnswer, RemoteQuestion } from './remote.ts';

type Options = Record<string, unknown>;
type Callback = (error: unknown, response?: unknown, body?: unknown) => void;

/** A call in the words of `request`: what to send, and the answer in the library's shape. */
export interface RequestCore {
  /** Reads the library's ways to pass an address, options and a callback. */
  read(list: unknown[], defaults: Options): { options: Options; callback: Callback | undefined };
  /** Options laid over defaults, headers joined. */
  merge(defaults: Options, options: Options): Options;
  send(options: Options): Promise<{ response: Options; body: unknown }>;
}

/** `request`, with callbacks. Evaluated inside the sandbox. */
export function guestRequest({ load }: LibraryParts): unknown {
  const remote = load<Remote>('remote');
  const { isPlain } = remote;

  const merge = (defaults: Options, options: Options): Options => {
    const merged: Options = { ...defaults, ...options };
    if (isPlain(defaults.headers) || isPlain(options.headers)) {
      const headers = remote.headerList(defaults.headers);
      headers.addAll(options.headers);
      merged.headers = Object.fromEntries(headers.list());
    }
    if (isPlain(defaults.qs) && isPlain(options.qs)) merged.qs = { ...defaults.qs, ...options.qs };
    return merged;
  };

  const read = (list: unknown[], defaults: Options) => {
    const callback = list.find((one): one is Callback => typeof one === 'function');
    const options = list.filter(isPlain).filter((one) => !(one instanceof URL));
    const [first] = list;
    const address = typeof first === 'string' || first instanceof URL ? [{ uri: String(first) }] : [];
    const given: Options = Object.assign({}, ...address, ...options);
    const merged = merge(defaults, given);
    return { options: merged, callback: callback ?? (merged.callback as Callback | undefined) };
  };

  const toQuestion = (options: Options): RemoteQuestion => {
    const address = options.uri ?? options.url;
    if (address === undefined || address === null) throw new Error('options.uri is a required argument');
    const href = isPlain(address) && typeof address.href === 'string' ? address.href : String(address);
    const base = options.baseUrl === undefined ? '' : String(options.baseUrl).replace(/\/$/, '');
    const url = base === '' ? href : `${base}${href.startsWith('/') || href === '' ? '' : '/'}${href}`;
    const method = String(options.method ?? 'GET').toUpperCase();
    const headers = remote.headerList(options.headers);
    let body = options.body;
    if (options.form !== undefined) {
      body = remote.formOf(options.form);
      headers.setMissing('content-type', 'application/x-www-form-urlencoded');
    } else if (options.json !== undefined && options.json !== false) {
      headers.setMissing('accept', 'application/json');
      const value = options.json === true ? body : options.json;
      body = value === undefined ? undefined : JSON.stringify(value);
      if (body !== undefined) headers.setMissing('content-type', 'application/json');
    } else if (isPlain(body) || Array.isArray(body)) {
      throw new Error(
        'Argument error, options.body must be a string, a buffer or, with json: true, an object.',
      );
    }
    const auth = isPlain(options.auth) ? options.auth : undefined;
    if (auth && auth.bearer !== undefined)
      headers.set(
        'authorization',
        `Bearer ${String(typeof auth.bearer === 'function' ? auth.bearer() : auth.bearer)}`,
      );
    else if (auth)
      headers.set('authorization', remote.basic(auth.user ?? auth.username, auth.pass ?? auth.password));
    const { type: _, ...packed } = remote.packBody(body);
    const question: RemoteQuestion = {
      url: remote.withQuery(url, options.qs),
      method,
      headers: headers.list(),
      ...packed,
    };
    if (typeof options.timeout === 'number' && options.timeout > 0) question.timeoutMs = options.timeout;
    const follows =
      options.followAllRedirects === true ||
      (options.followRedirect !== false && (method === 'GET' || method === 'HEAD'));
    if (!follows) question.redirectsMax = 0;
    else if (typeof options.maxRedirects === 'number') question.redirectsMax = options.maxRedirects;
    return question;
  };

  const bodyOf = (answer: RemoteAnswer, options: Options): unknown => {
    if (options.encoding === null)
      return load<{ Buffer: { from(bytes: unknown): unknown } }>('buffer').Buffer.from(
        remote.bytesOf(answer),
      );
    const text = remote.textOf(answer);
    if (options.json === undefined || options.json === false) return text;
    try {
      return JSON.parse(
        text,
        typeof options.jsonReviver === 'function' ? (options.jsonReviver as never) : undefined,
      );
    } catch {
      return text === '' ? undefined : text;
    }
  };

  const send = async (options: Options) => {
    const question = toQuestion(options);
    const answer = await remote.send(question);
    const body = bodyOf(answer, options);
    const uri = { href: answer.url };
    const response: Options = {
      statusCode: answer.status,
      statusMessage: answer.statusText,
      headers: remote.headersOf(answer),
      body,
      request: { uri, method: question.method, headers: Object.fromEntries(question.headers) },
      toJSON: () => ({ statusCode: answer.status, body, headers: remote.headersOf(answer) }),
    };
    return { response, body };
  };

  const core: RequestCore = { read, merge, send };

  const make = (defaults: Options, method?: string): unknown => {
    const request = (...list: unknown[]) => {
      const { options, callback } = read(list, defaults);
      if (method !== undefined) options.method = method;
      const listeners: [string, (...parts: unknown[]) => void][] = [];
      const tell = (event: string, ...parts: unknown[]) => {
        const heard = listeners.filter(([name]) => name === event);
        for (const [, listener] of heard) listener(...parts);
        return heard.length > 0;
      };
      const done = (error: unknown, response?: Options, body?: unknown) => {
        // Out of the promise, so that what the hook throws is the hook's own error and no rejection.
        setTimeout(() => {
          if (callback) callback(error, response, body);
          if (error) {
            if (!tell('error', error) && !callback) throw error;
            return;
          }
          tell('response', response);
          if (body !== undefined) tell('data', body);
          tell('end');
          tell('complete', response, body);
        }, 0);
      };
      send(options).then(
        ({ response, body }) => done(null, response, body),
        (error: unknown) => done(error),
      );
      const handle = {
        on(event: string, listener: (...parts: unknown[]) => void) {
          listeners.push([event, listener]);
          return handle;
        },
        once: (event: string, listener: (...parts: unknown[]) => void) => handle.on(event, listener),
      };
      return handle;
    };
    if (method !== undefined) return request;
    const verbs = ['get', 'post', 'put', 'patch', 'head', 'options', 'delete', 'del'].map((verb) => [
      verb,
      make(defaults, verb === 'del' ? 'DELETE' : verb.toUpperCase()),
    ]);
    return Object.assign(request, Object.fromEntries(verbs), {
      core,
      defaults: (more: Options) => make(merge(defaults, more)),
    });
  };

  return make({});
}
