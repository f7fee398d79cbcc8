import { setTimeout as wait } from 'node:timers/promises';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';

/** An answer of the tenant, whatever its status. */
export interface TenantAnswer {
  status: number;
  body: Json | undefined;
}

/** A sentence for the person at the terminal, without any secret. */
export class SetupError extends Error {}

const timeoutMs = 15_000;

/** Free tenants allow two calls a second; nobody's page waits for these, so that a limit is waited for. */
const limitedCallsMax = 12;
const waitShortestMs = 500;
const waitLongestMs = 10_000;

/**
 * Asks the tenant, again where it limits requests.
 * @throws SetupError when it cannot be reached or answers nothing in 15 s
 */
export async function askTenant(
  address: URL,
  init: { method: string; token?: string; body?: object },
): Promise<TenantAnswer> {
  for (let calls = 1; ; calls += 1) {
    const { waitMs, ...answer } = await askOnce(address, init);
    if (answer.status !== 429 || calls === limitedCallsMax) return answer;
    await wait(waitMs);
  }
}

async function askOnce(
  address: URL,
  { method, token, body }: { method: string; token?: string; body?: object },
): Promise<TenantAnswer & { waitMs: number }> {
  let response: Response;
  try {
    response = await fetch(address, {
      method,
      redirect: 'manual',
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    throw new SetupError(`The tenant cannot be reached at ${address.origin} (${reasonOf(error)}).`);
  }
  const text = await response.text().catch(() => '');
  return { status: response.status, body: parsed(text), waitMs: waitAfter(response.headers) };
}

/** Until the limit is over, by `Retry-After` (seconds) or `X-RateLimit-Reset` (unix seconds), within bounds. */
function waitAfter(headers: Headers): number {
  const seconds = Number.parseInt(headers.get('retry-after') ?? '', 10);
  const reset = Number.parseInt(headers.get('x-ratelimit-reset') ?? '', 10);
  const toldMs = Number.isFinite(seconds) ? seconds * 1_000 : reset * 1_000 - Date.now();
  return Math.min(waitLongestMs, Math.max(waitShortestMs, Number.isFinite(toldMs) ? toldMs : waitShortestMs));
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer';
  if (error.name === 'TimeoutError') return `no answer within ${timeoutMs / 1_000} s`;
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
  return code ?? error.message;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the tenant itself says of a refusal, with the status; never more than one line. */
export function saidBy({ status, body }: TenantAnswer): string {
  const said = isJsonObject(body) ? (body.message ?? body.error_description) : undefined;
  return typeof said === 'string' ? `${status}: ${said.replace(/\s+/g, ' ')}` : `status ${status}`;
}

/** The Management API, with a token that stays in memory. */
export interface ManagementApi {
  /** `https://example.eu.auth0.com` */
  readonly origin: string;
  /** @throws SetupError for every answer that is not 2xx */
  call(method: string, path: string, body?: object): Promise<Json | undefined>;
  /** All pages of a collection, `pageSize` at a time. */
  list(path: string): Promise<JsonObject[]>;
}

const pageSize = 100;
/**
 * @param token an access token for the Management API
 */
export function managementApi(origin: string, token: string): ManagementApi {
  async function call(method: string, path: string, body?: object): Promise<Json | undefined> {
    const answer = await askTenant(new URL(`/api/v2${path}`, origin), { method, token, body });
    if (answer.status >= 200 && answer.status < 300) return answer.body;
    throw new SetupError(refusal(method, path, answer));
  }

  async function list(path: string): Promise<JsonObject[]> {
    const found: JsonObject[] = [];
    for (let page = 0; ; page += 1) {
      const glue = path.includes('?') ? '&' : '?';
      const body = await call('GET', `${path}${glue}page=${page}&per_page=${pageSize}`);
      const items = Array.isArray(body) ? body.filter(isJsonObject) : [];
      found.push(...items);
      if (items.length < pageSize) return found;
    }
  }

  return { origin, call, list };
}

function refusal(method: string, path: string, answer: TenantAnswer): string {
  const what = `${method} /api/v2${path.split('?')[0]}`;
  if (answer.status === 401) {
    return `The tenant does not accept the token (${saidBy(answer)}). It may have expired, or be another tenant’s.`;
  }
  if (answer.status === 403) return `The token may not do this: ${what} (${saidBy(answer)}).`;
  if (answer.status === 429) {
    return `The tenant is limiting requests (${saidBy(answer)}). Wait a minute and run this again.`;
  }
  return `The tenant refused ${what} (${saidBy(answer)}).`;
}
