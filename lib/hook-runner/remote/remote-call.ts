import { isUtf8 } from 'node:buffer';
import type { JsonObject } from '#lib/json.ts';
import { CallProblem } from './call-problem.ts';
import { checkedAddresses, type Resolve } from './checked-addresses.ts';
import { type Question, readQuestion } from './read-question.ts';
import { type AnswerBudget, type PlainAnswer, sendOnce } from './send-once.ts';

/** What a run's remote calls may do. */
export interface RemoteRules {
  /** Origins that hooks may call, as `URL.origin` writes them. */
  origins: readonly string[];
  /** Finds a name's addresses; the usual one asks the system. */
  resolve?: Resolve;
}

/** Headers that tell one origin a secret which is no other's business. */
const credentials = /^(?:authorization|cookie|cookie2|www-authenticate|x-api-key)$/i;
const bodyHeaders = /^content-/i;

function parseAddress(address: string, base?: URL): URL {
  if (!URL.canParse(address, base))
    throw new CallProblem('EINVAL', `The call was not made: '${address.slice(0, 200)}' is no address`);
  return new URL(address, base);
}

function checkOrigin({ origin, protocol }: URL, { origins }: RemoteRules, isRedirect: boolean): void {
  if (!origins.includes(origin)) {
    const shown = origin === 'null' ? `${protocol} addresses` : origin;
    const what = isRedirect ? `a redirect to ${shown} was not followed` : `${shown} was not called`;
    throw new CallProblem(
      'EORIGIN',
      `Hooks may not call this origin, so ${what}. The operator can list it in HOOK_ORIGINS`,
    );
  }
}

/** A name and password in an address travel in a header, as every client does it. */
function withoutCredentials(question: Question): { question: Question; url: URL } {
  const url = parseAddress(question.url);
  const { username, password } = url;
  if (!username && !password) return { question, url };
  url.username = '';
  url.password = '';
  if (question.headers.some(([name]) => /^authorization$/i.test(name))) return { question, url };
  const plain = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const header: [string, string] = ['authorization', `Basic ${Buffer.from(plain).toString('base64')}`];
  return { question: { ...question, headers: [...question.headers, header] }, url };
}

const isRedirectStatus = (status: number) => [301, 302, 303, 307, 308].includes(status);

/** What is asked of the next address, as browsers do it (Fetch, HTTP-redirect fetch): secrets stay with their origin. */
function redirected(question: Question, status: number, from: URL, to: URL): Question {
  const { method, headers, body } = question;
  const toGet = status === 303 ? method !== 'GET' && method !== 'HEAD' : method === 'POST' && status <= 302;
  const kept = headers
    .filter(([name]) => from.origin === to.origin || !credentials.test(name))
    .filter(([name]) => !toGet || !bodyHeaders.test(name));
  return { ...question, method: toGet ? 'GET' : method, headers: kept, body: toGet ? undefined : body };
}

async function follow(
  question: Question,
  rules: RemoteRules,
  signal: AbortSignal,
  budget: AnswerBudget,
): Promise<JsonObject> {
  let { question: asked, url } = withoutCredentials(question);
  for (let redirects = 0; ; redirects++) {
    checkOrigin(url, rules, redirects > 0);
    const addresses = await abortable(checkedAddresses(url, rules.resolve), signal);
    const { method, headers, body } = asked;
    const answer = await sendOnce({ url, method, headers, body, addresses, signal, budget });
    const location = answer.headers.find(([name]) => /^location$/i.test(name))?.[1];
    if (!isRedirectStatus(answer.status) || location === undefined || question.redirectsMax === 0) {
      return toAnswer(answer, url, redirects > 0);
    }
    if (redirects >= question.redirectsMax) {
      throw new CallProblem(
        'EREDIRECTS',
        `${url.origin} redirects again after ${redirects} redirects, and was left`,
      );
    }
    const next = parseAddress(location, url);
    next.username = '';
    next.password = '';
    asked = redirected(asked, answer.status, url, next);
    url = next;
  }
}

function toAnswer(
  { status, statusText, headers, body }: PlainAnswer,
  url: URL,
  isRedirected: boolean,
): JsonObject {
  const content = isUtf8(body) ? { text: body.toString('utf8') } : { base64: body.toString('base64') };
  return { status, statusText, url: url.href, redirected: isRedirected, headers, ...content };
}

/** A look-up cannot be stopped, but need not be waited for. */
function abortable<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing answers there',
  ECONNRESET: 'it broke the connection off',
  EHOSTUNREACH: 'there is no way there',
  ENETUNREACH: 'there is no way there',
  HPE_HEADER_OVERFLOW: 'its headers are too large',
};

/** What a call shares with the run that makes it. */
export interface RunPart {
  /** What is left of the time for which the hook may wait. */
  timeoutMsMax: number;
  /** Ends the call when the hook's run is over. */
  stop: AbortSignal;
  budget: AnswerBudget;
}

/**
 * Makes a remote call for a hook. `json` is hostile. Never rejects: `{answer}`, or `{message, code}` with a
 * sentence that says why there is none.
 */
export async function remoteCall(json: string, rules: RemoteRules, run: RunPart): Promise<JsonObject> {
  let address = 'The address';
  let timeout: AbortSignal | undefined;
  try {
    const question = readQuestion(json, run.timeoutMsMax);
    address = URL.canParse(question.url) ? new URL(question.url).origin : address;
    timeout = AbortSignal.timeout(question.timeoutMs);
    const signal = AbortSignal.any([timeout, run.stop]);
    return { answer: await follow(question, rules, signal, run.budget) };
  } catch (error) {
    if (error instanceof CallProblem) return { message: error.message, code: error.code };
    if (timeout?.aborted) return { message: `${address} did not answer in time`, code: 'ETIMEDOUT' };
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'EFAILED';
    return { message: `${address} could not be called: ${reasons[code] ?? code}`, code };
  }
}
