import type { LibraryParts } from '../modules.ts';
import type { Remote, RemoteAnswer, RemoteQuestion } from './remote.ts';

type Config = Record<string, unknown>;

/** `axios` without its interceptors. Evaluated inside the sandbox. */
export function guestAxios({ load }: LibraryParts): unknown {
  const remote = load<Remote>('remote');
  const { isPlain } = remote;

  class AxiosError extends Error {
    override name = 'AxiosError';
    isAxiosError = true;
    code: string | undefined;
    config: Config;
    response: Config | undefined;
    status: number | undefined;
    constructor(message: string, code: string | undefined, config: Config, response?: Config) {
      super(message);
      this.code = code;
      this.config = config;
      this.response = response;
      this.status = response ? Number(response.status) : undefined;
    }
    toJSON() {
      return { message: this.message, name: this.name, code: this.code, status: this.status };
    }
  }

  const merge = (defaults: Config, config: Config): Config => {
    const merged: Config = { ...defaults, ...config };
    const headers: Config = {};
    const common =
      isPlain(defaults.headers) && isPlain(defaults.headers.common) ? defaults.headers.common : {};
    for (const part of [common, defaults.headers, config.headers])
      if (isPlain(part))
        for (const name of Object.keys(part)) if (!isPlain(part[name])) headers[name] = part[name];
    merged.headers = headers;
    if (isPlain(defaults.params) && isPlain(config.params))
      merged.params = { ...defaults.params, ...config.params };
    return merged;
  };

  const queryOf = (config: Config): unknown => {
    const { paramsSerializer: own, params } = config;
    if (typeof own === 'function') return own(params);
    if (isPlain(own) && typeof own.serialize === 'function') return own.serialize(params);
    if (!isPlain(params)) return params;
    // A list's name carries brackets here, unlike in the other libraries.
    const known = Object.entries(params).filter(([, value]) => value !== null && value !== undefined);
    return Object.fromEntries(
      known.map(([name, value]) => [Array.isArray(value) ? `${name}[]` : name, value]),
    );
  };

  const toQuestion = (config: Config): RemoteQuestion => {
    const headers = remote.headerList(config.headers);
    headers.setMissing('Accept', 'application/json, text/plain, */*');
    const method = String(config.method ?? 'get').toUpperCase();
    let { data } = config;
    const isForm = headers
      .list()
      .some(([name, value]) => /^content-type$/i.test(name) && /x-www-form/i.test(value));
    if (isPlain(data) && isForm) data = remote.formOf(data);
    else if (isPlain(data) || Array.isArray(data)) {
      data = JSON.stringify(data);
      headers.setMissing('Content-Type', 'application/json');
    }
    const { type, ...body } = remote.packBody(data);
    if (body.text !== undefined)
      headers.setMissing('Content-Type', type ?? 'application/x-www-form-urlencoded');
    const { auth } = config;
    if (isPlain(auth)) headers.set('Authorization', remote.basic(auth.username, auth.password));
    const address = String(config.url ?? '');
    const base = String(config.baseURL ?? '').replace(/\/+$/, '');
    const isWhole = /^[a-z][a-z\d+.-]*:\/\//i.test(address);
    const url =
      isWhole || base === '' ? address : address === '' ? base : `${base}/${address.replace(/^\/+/, '')}`;
    const question: RemoteQuestion = {
      url: remote.withQuery(url, queryOf(config)),
      method,
      headers: headers.list(),
      ...body,
    };
    if (typeof config.timeout === 'number' && config.timeout > 0) question.timeoutMs = config.timeout;
    if (typeof config.maxRedirects === 'number') question.redirectsMax = config.maxRedirects;
    return question;
  };

  const dataOf = (answer: RemoteAnswer, config: Config): unknown => {
    if (config.responseType === 'arraybuffer') return remote.bytesOf(answer).buffer;
    const text = remote.textOf(answer);
    if (config.responseType === 'text') return text;
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  };

  const isGood = (config: Config, status: number): boolean => {
    const { validateStatus } = config;
    if (validateStatus === null) return true;
    return typeof validateStatus === 'function'
      ? Boolean(validateStatus(status))
      : status >= 200 && status < 300;
  };

  const ask = async (config: Config): Promise<Config> => {
    // Made here, so that its stack holds the line of the hook that asked.
    const { stack } = new Error('the call was not made');
    const problem = (error: AxiosError) => Object.assign(error, { stack });
    const question = toQuestion(config);
    let answer: RemoteAnswer;
    try {
      answer = await remote.send(question);
    } catch (error) {
      const { message, code } = error as { message: string; code?: string };
      throw problem(new AxiosError(message, code, config));
    }
    const response: Config = {
      data: dataOf(answer, config),
      status: answer.status,
      statusText: answer.statusText,
      headers: remote.headersOf(answer),
      config,
      request: { responseURL: answer.url },
    };
    if (isGood(config, answer.status)) return response;
    const code = answer.status < 500 ? 'ERR_BAD_REQUEST' : 'ERR_BAD_RESPONSE';
    throw problem(new AxiosError(`Request failed with status code ${answer.status}`, code, config, response));
  };

  const make = (given: Config): unknown => {
    const defaults: Config = {
      ...given,
      headers: { common: {}, ...(isPlain(given.headers) ? given.headers : {}) },
    };
    const request = (first: unknown, second?: unknown) => {
      const config = isPlain(first) ? first : { ...(isPlain(second) ? second : {}), url: String(first) };
      return ask(merge(defaults, config));
    };
    const without = ['get', 'delete', 'head', 'options'].map((method) => [
      method,
      (url: unknown, config?: Config) => ask(merge(defaults, { ...config, url: String(url), method })),
    ]);
    const withData = ['post', 'put', 'patch'].map((method) => [
      method,
      (url: unknown, data?: unknown, config?: Config) =>
        ask(merge(defaults, { ...config, url: String(url), data, method })),
    ]);
    return Object.assign(request, Object.fromEntries([...without, ...withData]), {
      request,
      defaults,
      create: (config: Config = {}) => make(merge(defaults, config)),
      getUri: (config: Config) => toQuestion(merge(defaults, config)).url,
    });
  };

  const axios = make({}) as object;
  return Object.assign(axios, {
    default: axios,
    AxiosError,
    isAxiosError: (value: unknown) => value instanceof AxiosError,
    all: (list: Iterable<unknown>) => Promise.all(list),
    spread: (use: (...list: unknown[]) => unknown) => (list: unknown[]) => use(...list),
  });
}
