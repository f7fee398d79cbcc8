import type { LibraryParts } from '../modules.ts';
import type { Remote, RemoteAnswer, RemoteQuestion } from './remote.ts';

type Values = Record<string, unknown>;
type Done = (error: unknown, response?: unknown) => void;

/** `superagent`: a call as a chain. Evaluated inside the sandbox. */
export function guestSuperagent({ load }: LibraryParts): unknown {
  const remote = load<Remote>('remote');
  const { isPlain } = remote;
  const types: Record<string, string> = {
    json: 'application/json',
    form: 'application/x-www-form-urlencoded',
    text: 'text/plain',
    html: 'text/html',
    xml: 'application/xml',
  };
  const typeOf = (name: unknown): string => types[String(name)] ?? String(name);

  const bodyOf = (type: string, text: string): unknown => {
    try {
      if (/[/+]json$/.test(type)) return JSON.parse(text);
    } catch {
      return {};
    }
    return type === types.form ? Object.fromEntries(new URLSearchParams(text)) : {};
  };

  const toResponse = (answer: RemoteAnswer, url: string, method: string): Values => {
    const headers = remote.headersOf(answer);
    const type =
      String(headers['content-type'] ?? '')
        .split(';')[0]
        ?.trim() ?? '';
    const text = remote.textOf(answer);
    const { status } = answer;
    const failure =
      status >= 400 ? Object.assign(new Error(`cannot ${method} ${url} (${status})`), { status }) : false;
    return {
      status,
      statusCode: status,
      statusType: Math.floor(status / 100),
      ok: status >= 200 && status < 300,
      redirect: status >= 300 && status < 400,
      clientError: status >= 400 && status < 500,
      serverError: status >= 500,
      error: failure,
      headers,
      header: headers,
      type,
      text,
      body: bodyOf(type, text),
      redirects: answer.redirected ? [answer.url] : [],
      get: (name: string) => headers[name.toLowerCase()],
    };
  };

  const begin = (method: string, url: string) => {
    const headers = remote.headerList();
    let queries: unknown[] = [];
    let data: unknown;
    let timeoutMs: number | undefined;
    let redirectsMax: number | undefined;
    let retries = 0;
    let isGood = (response: Values) => Boolean(response.ok);
    let sent: Promise<Values> | undefined;

    const send = async (): Promise<Values> => {
      const contentType = () => headers.list().find(([name]) => /^content-type$/i.test(name))?.[1] ?? '';
      let body = data;
      if (isPlain(body) || Array.isArray(body)) {
        headers.setMissing('Content-Type', 'application/json');
        body = /x-www-form-urlencoded/i.test(contentType()) ? remote.formOf(body) : JSON.stringify(body);
      } else if (typeof body === 'string') headers.setMissing('Content-Type', types.form ?? '');
      const { type: _, ...packed } = remote.packBody(body);
      const address = queries.reduce<string>((all, query) => remote.withQuery(all, query), url);
      const question: RemoteQuestion = { url: address, method, headers: headers.list(), ...packed };
      if (timeoutMs !== undefined) question.timeoutMs = timeoutMs;
      if (redirectsMax !== undefined) question.redirectsMax = redirectsMax;
      // Made here, so that its stack holds the line of the hook that asked.
      const problem: Error & { status?: unknown; response?: Values } = new Error('the call was not made');
      const answer = await remote.send(question);
      const response = toResponse(answer, address, method);
      if (isGood(response)) return response;
      problem.message = answer.statusText || `Unsuccessful HTTP response (${answer.status})`;
      problem.status = answer.status;
      problem.response = response;
      throw problem;
    };
    /** Again where there was no answer, or where the server says that the fault is its own. */
    const sendAgain = async (): Promise<Values> => {
      for (let left = retries; ; left--) {
        try {
          return await send();
        } catch (error) {
          const { status } = error as { status?: number };
          if (left <= 0 || (status !== undefined && status < 500)) throw error;
        }
      }
    };
    const run = () => {
      sent ??= sendAgain();
      return sent;
    };

    const call = {
      set(name: unknown, value?: unknown) {
        if (isPlain(name)) headers.addAll(name);
        else headers.set(name, value);
        return call;
      },
      query(value: unknown) {
        queries = [...queries, value];
        return call;
      },
      send(value: unknown) {
        if (isPlain(data) && isPlain(value)) data = { ...data, ...value };
        else if (typeof data === 'string' && typeof value === 'string') data = `${data}&${value}`;
        else data = value;
        return call;
      },
      type: (name: unknown) => call.set('Content-Type', typeOf(name)),
      accept: (name: unknown) => call.set('Accept', typeOf(name)),
      auth(user: unknown, password?: unknown, options?: { type?: string }) {
        const kind = (isPlain(password) ? password : options)?.type;
        return call.set(
          'Authorization',
          kind === 'bearer' ? `Bearer ${String(user)}` : remote.basic(user, password),
        );
      },
      timeout(limit: unknown) {
        const ms = isPlain(limit) ? (limit.response ?? limit.deadline) : limit;
        if (typeof ms === 'number' && ms > 0) timeoutMs = ms;
        return call;
      },
      redirects(count: number) {
        redirectsMax = count;
        return call;
      },
      ok(judge: (response: Values) => boolean) {
        isGood = judge;
        return call;
      },
      retry(count = 1) {
        retries = count;
        return call;
      },
      end(done: Done) {
        const tell = (...list: Parameters<Done>) => setTimeout(() => done(...list), 0);
        run().then(
          (response) => tell(null, response),
          (error: { response?: Values }) => tell(error, error.response),
        );
        return call;
      },
      // biome-ignore lint/suspicious/noThenProperty: the library's calls are awaited as they are.
      then: (use?: (response: Values) => unknown, fail?: (error: unknown) => unknown) =>
        run().then(use, fail),
      catch: (fail: (error: unknown) => unknown) => run().catch(fail),
      finally: (use: () => void) => run().finally(use),
    };
    return call;
  };

  const verbs = {
    get: 'GET',
    head: 'HEAD',
    delete: 'DELETE',
    del: 'DELETE',
    post: 'POST',
    put: 'PUT',
    patch: 'PATCH',
  };
  const carriesQuery = new Set(['GET', 'HEAD']);
  const shortcuts = Object.entries(verbs).map(([name, method]) => [
    name,
    (url: unknown, value?: unknown, done?: unknown) => {
      const call = begin(method, String(url));
      const callback = typeof value === 'function' ? value : done;
      if (value !== undefined && value !== null && typeof value !== 'function')
        carriesQuery.has(method) ? call.query(value) : call.send(value);
      return typeof callback === 'function' ? call.end(callback as Done) : call;
    },
  ]);
  const superagent = (method: unknown, url?: unknown) =>
    url === undefined || typeof url === 'function'
      ? begin('GET', String(method))
      : begin(String(method).toUpperCase(), String(url));
  return Object.assign(superagent, Object.fromEntries(shortcuts));
}
