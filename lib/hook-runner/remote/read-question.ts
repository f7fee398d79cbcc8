import { isJsonObject, type Json } from '#lib/json.ts';
import { CallProblem } from './call-problem.ts';

/** A remote call as a hook asks for it, checked. */
export interface Question {
  url: string;
  method: string;
  headers: [string, string][];
  body: Buffer | undefined;
  timeoutMs: number;
  redirectsMax: number;
}

export const redirectsMax = 5;
const headersMax = 100;
const headerLengthMax = 8 * 1024;
const urlLengthMax = 8 * 1024;
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const headerName = /^[\w!#$%&'*+.^`|~-]{1,100}$/;
/** What RFC 9110 leaves to visible characters, spaces, tabs and Latin-1; no line can end in it. */
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Headers that describe the connection; they are the host's own. */
const ownHeaders =
  /^(?:host|connection|keep-alive|transfer-encoding|content-length|accept-encoding|te|trailer|upgrade|expect|proxy-.*)$/i;

const wrong = (what: string) => new CallProblem('EINVAL', `The call was not made: ${what}`);

function readHeaders(value: Json | undefined): [string, string][] {
  if (!Array.isArray(value) || value.length > headersMax)
    throw wrong(`it has more than ${headersMax} headers`);
  const headers: [string, string][] = [];
  for (const pair of value) {
    const [name, text] = Array.isArray(pair) ? pair : [];
    if (typeof name !== 'string' || !headerName.test(name)) throw wrong('a header has no usable name');
    if (typeof text !== 'string' || text.length > headerLengthMax || !headerValue.test(text)) {
      throw wrong(`the header '${name}' has a value that cannot be sent`);
    }
    if (!ownHeaders.test(name)) headers.push([name, text.trim()]);
  }
  return headers;
}

function readBody(text: Json | undefined, base64: Json | undefined): Buffer | undefined {
  if (typeof text === 'string') return Buffer.from(text, 'utf8');
  if (typeof base64 === 'string') return Buffer.from(base64, 'base64');
  if (text === undefined && base64 === undefined) return undefined;
  throw wrong('its body is neither text nor bytes');
}

const numberUpTo = (max: number, value: Json | undefined, least: number): number =>
  typeof value === 'number' && Number.isFinite(value)
    ? Math.min(max, Math.max(least, Math.floor(value)))
    : max;

/** Reads what a guest asks for. The guest may ask anything; whatever is odd is a CallProblem. */
export function readQuestion(json: string, timeoutMsMax: number): Question {
  const asked: Json = JSON.parse(json);
  if (!isJsonObject(asked)) throw wrong('it is no question');
  const { url, method, headers, text, base64 } = asked;
  if (typeof url !== 'string' || url === '') throw wrong('it has no address');
  if (url.length > urlLengthMax) throw wrong(`its address is longer than ${urlLengthMax} characters`);
  if (typeof method !== 'string' || !methods.has(method))
    throw wrong(`its method is none of ${[...methods].join(', ')}`);
  const body = readBody(text, base64);
  if (body && (method === 'GET' || method === 'HEAD')) throw wrong(`${method} takes no body`);
  return {
    url,
    method,
    headers: readHeaders(headers),
    body,
    timeoutMs: numberUpTo(timeoutMsMax, asked.timeoutMs, 1),
    redirectsMax: numberUpTo(redirectsMax, asked.redirectsMax, 0),
  };
}
