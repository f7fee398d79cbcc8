import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { promisify } from 'node:util';
import { brotliDecompress, unzip } from 'node:zlib';
import { CallProblem } from './call-problem.ts';
import type { CheckedAddress } from './checked-addresses.ts';

const answerBytesMax = 1024 * 1024;
/** What all answers of one run may have together. */
export const runAnswerBytesMax = 4 * 1024 * 1024;
const headerBytesMax = 16 * 1024;

export interface PlainAnswer {
  status: number;
  statusText: string;
  headers: [string, string][];
  body: Buffer;
}

/** What the answers of a run may still have. */
export interface AnswerBudget {
  bytesLeft: number;
}

export interface PlainCall {
  url: URL;
  method: string;
  headers: [string, string][];
  body: Buffer | undefined;
  addresses: CheckedAddress[];
  signal: AbortSignal;
  budget: AnswerBudget;
}

/** Gives a connection the addresses that were checked, in place of a second look-up. */
const lookupIn =
  (addresses: CheckedAddress[]): LookupFunction =>
  (_name, options, done) => {
    const [first] = addresses;
    if (options.all) done(null, addresses);
    else done(null, first?.address ?? '', first?.family ?? 4);
  };

const tooLarge = (url: URL) =>
  new CallProblem(
    'ETOOLARGE',
    `The answer of ${url.origin} is larger than ${answerBytesMax} bytes, and was dropped`,
  );

async function readBody(url: URL, answer: IncomingMessage, budget: AnswerBudget): Promise<Buffer> {
  if (Number(answer.headers['content-length']) > answerBytesMax) throw tooLarge(url);
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    bytes += part.length;
    budget.bytesLeft -= part.length;
    if (bytes > answerBytesMax) throw tooLarge(url);
    if (budget.bytesLeft < 0) {
      throw new CallProblem(
        'ETOOLARGE',
        `The answer of ${url.origin} was dropped: the calls of one hook may answer ${runAnswerBytesMax} bytes in all`,
      );
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Servers are asked not to compress; some do all the same. A bomb ends at the limit. */
async function decompressed(url: URL, body: Buffer, encoding: string | undefined): Promise<Buffer> {
  const limit = { maxOutputLength: answerBytesMax };
  try {
    if (encoding === 'br') return await promisify(brotliDecompress)(body, limit);
    if (encoding === 'gzip' || encoding === 'x-gzip' || encoding === 'deflate')
      return await promisify(unzip)(body, limit);
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(url);
    throw new CallProblem('EBADBODY', `The answer of ${url.origin} cannot be decompressed`);
  }
  return body;
}

function pairsOf({ rawHeaders }: IncomingMessage): [string, string][] {
  const pairs: [string, string][] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2)
    pairs.push([rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '']);
  return pairs;
}

function open({ url, method, headers, addresses, signal }: PlainCall): ClientRequest {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return send({
    protocol: url.protocol,
    // An address in brackets is a name in an address bar only.
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port,
    path: `${url.pathname}${url.search}`,
    method,
    headers: [
      ...headers,
      ['host', url.host],
      ['accept-encoding', 'identity'],
      ['connection', 'close'],
    ].flat(),
    lookup: lookupIn(addresses),
    agent: false,
    maxHeaderSize: headerBytesMax,
    signal,
  });
}

/** One call and its whole answer, redirects and all. Rejects with a CallProblem, or with whatever Node says. */
export async function sendOnce(call: PlainCall): Promise<PlainAnswer> {
  const { url } = call;
  const request = open(call);
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request.on('response', resolve);
      request.on('error', reject);
      request.end(call.body);
    });
    const body = await readBody(url, answer, call.budget);
    return {
      status: answer.statusCode ?? 0,
      statusText: answer.statusMessage ?? '',
      headers: pairsOf(answer),
      body: await decompressed(url, body, answer.headers['content-encoding']),
    };
  } finally {
    request.destroy();
  }
}
