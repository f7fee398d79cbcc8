import type { LibraryParts } from '../modules.ts';
import type { RequestCore } from './request.ts';

type Options = Record<string, unknown>;

/** `request-promise`: `request` that returns promises, and rejects what is not 2xx. Evaluated inside the sandbox. */
export function guestRequestPromise({ load }: LibraryParts): unknown {
  const { core } = load<{ core: RequestCore }>('request');

  class RequestError extends Error {
    override name = 'RequestError';
    override cause: unknown;
    error: unknown;
    options: Options;
    constructor(cause: Error, options: Options) {
      super(String(cause.message));
      this.cause = cause;
      this.error = cause;
      this.options = options;
      if (cause.stack) this.stack = cause.stack;
    }
  }
  class StatusCodeError extends Error {
    override name = 'StatusCodeError';
    statusCode: unknown;
    error: unknown;
    options: Options;
    response: Options;
    constructor(body: unknown, options: Options, response: Options) {
      super(`${String(response.statusCode)} - ${typeof body === 'string' ? body : JSON.stringify(body)}`);
      this.statusCode = response.statusCode;
      this.error = body;
      this.options = options;
      this.response = response;
    }
  }

  const ask = async (options: Options) => {
    let sent: Awaited<ReturnType<RequestCore['send']>>;
    try {
      sent = await core.send(options);
    } catch (error) {
      throw new RequestError(error as Error, options);
    }
    const { response, body } = sent;
    const isGood = Number(response.statusCode) >= 200 && Number(response.statusCode) < 300;
    if (!isGood && options.simple !== false) throw new StatusCodeError(body, options, response);
    const { transform } = options;
    if (typeof transform === 'function')
      return transform(body, response, options.resolveWithFullResponse === true);
    return options.resolveWithFullResponse ? response : body;
  };

  const make = (defaults: Options, method?: string): unknown => {
    const request = (...list: unknown[]) => {
      const { options, callback } = core.read(list, defaults);
      if (method !== undefined) options.method = method;
      const promise = ask(options);
      if (callback) promise.then((body) => callback(null, undefined, body), callback);
      return Object.assign(promise, { promise: () => promise });
    };
    if (method !== undefined) return request;
    const verbs = ['get', 'post', 'put', 'patch', 'head', 'options', 'delete', 'del'].map((verb) => [
      verb,
      make(defaults, verb === 'del' ? 'DELETE' : verb.toUpperCase()),
    ]);
    return Object.assign(request, Object.fromEntries(verbs), {
      defaults: (more: Options) => make(core.merge(defaults, more)),
    });
  };

  return make({});
}
