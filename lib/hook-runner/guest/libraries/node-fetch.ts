import type { LibraryParts } from '../modules.ts';
import type { Remote, RemoteAnswer } from './remote.ts';

/** `fetch` as the standard describes its common use. Evaluated inside the sandbox. */
export function guestNodeFetch({ load }: LibraryParts): unknown {
  const remote = load<Remote>('remote');

  class Headers {
    readonly #values = new Map<string, string>();
    constructor(headers?: unknown) {
      for (const [name, value] of remote.headerList(headers).list()) this.append(name, value);
    }
    append(name: unknown, value: unknown) {
      const before = this.get(name);
      this.set(name, before === null ? value : `${before}, ${String(value)}`);
    }
    set(name: unknown, value: unknown) {
      this.#values.set(String(name).toLowerCase(), String(value));
    }
    get(name: unknown) {
      return this.#values.get(String(name).toLowerCase()) ?? null;
    }
    has(name: unknown) {
      return this.#values.has(String(name).toLowerCase());
    }
    delete(name: unknown) {
      this.#values.delete(String(name).toLowerCase());
    }
    entries() {
      return this.#values.entries();
    }
    keys() {
      return this.#values.keys();
    }
    values() {
      return this.#values.values();
    }
    forEach(use: (value: string, name: string, headers: Headers) => void) {
      for (const [name, value] of this.#values) use(value, name, this);
    }
    raw() {
      return Object.fromEntries([...this.#values].map(([name, value]) => [name, [value]]));
    }
    [Symbol.iterator]() {
      return this.entries();
    }
  }

  class Response {
    readonly #answer: RemoteAnswer;
    readonly headers: Headers;
    bodyUsed = false;
    constructor(answer: RemoteAnswer) {
      this.#answer = answer;
      this.headers = new Headers();
      for (const [name, value] of answer.headers) this.headers.append(name, value);
    }
    get status() {
      return this.#answer.status;
    }
    get statusText() {
      return this.#answer.statusText;
    }
    get ok() {
      return this.status >= 200 && this.status < 300;
    }
    get url() {
      return this.#answer.url;
    }
    get redirected() {
      return this.#answer.redirected;
    }
    get type() {
      return 'basic';
    }
    async text() {
      return remote.textOf(this.#take());
    }
    async json() {
      return JSON.parse(remote.textOf(this.#take()));
    }
    async arrayBuffer() {
      return remote.bytesOf(this.#take()).buffer;
    }
    async bytes() {
      return remote.bytesOf(this.#take());
    }
    async buffer() {
      return load<{ Buffer: { from(bytes: unknown): unknown } }>('buffer').Buffer.from(
        remote.bytesOf(this.#take()),
      );
    }
    clone() {
      return new Response(this.#answer);
    }
    #take(): RemoteAnswer {
      if (this.bodyUsed) throw new TypeError('Body is unusable: it was read already');
      this.bodyUsed = true;
      return this.#answer;
    }
  }

  const addressOf = (input: unknown): string =>
    typeof input === 'object' && input !== null && !(input instanceof URL) && 'url' in input
      ? String(input.url)
      : String(input);

  const fetch = async (input: unknown, init?: Record<string, unknown>) => {
    const options = init ?? {};
    const headers = remote.headerList(options.headers);
    const { type, ...body } = remote.packBody(options.body);
    if (type) headers.setMissing('content-type', type);
    else if (body.text !== undefined) headers.setMissing('content-type', 'text/plain;charset=UTF-8');
    const answer = await remote.send({
      url: addressOf(input),
      method: String(options.method ?? 'GET').toUpperCase(),
      headers: headers.list(),
      ...body,
      ...(typeof options.timeout === 'number' && options.timeout > 0 && { timeoutMs: options.timeout }),
      ...((options.redirect === 'manual' || options.redirect === 'error') && { redirectsMax: 0 }),
      ...(typeof options.follow === 'number' && { redirectsMax: options.follow }),
    });
    if (options.redirect === 'error' && answer.status >= 300 && answer.status < 400)
      throw new TypeError(`fetch failed: ${answer.url} redirects, and redirect is 'error'`);
    return new Response(answer);
  };

  return Object.assign(fetch, { default: fetch, Headers, Response });
}
