import { setTimeout as wait } from 'node:timers/promises';
import type { JsonObject } from '#lib/json.ts';
import { ManagementError, type RateLimitGroup } from '../management/endpoint.ts';
import type { Faults } from './faults.ts';
import { type FaultyOutcome, faultyAnswer } from './faulty-answer.ts';
import { createRateLimiter } from './rate-limit.ts';

/** Auth0 ends a search that takes longer with 503. */
const searchLimitMs = 2_000;
/** Longer than anybody waits. */
const silenceOfAnswersMs = 10_000;

/** What the gate needs to know of a request. */
export interface GatedRequest {
  method: string;
  /** Without `/api/v2` and without the query, as it was asked for: `/users/auth0%7C1`. */
  path: string;
  query: URLSearchParams;
  /** Absent: an address that takes no access token and is not limited. */
  rateLimit?: RateLimitGroup;
  /** Aborted when the caller has gone, so that nobody waits for a fault's delay. */
  signal?: AbortSignal;
}

/** 'proceed': carry on, sending `headers` with the answer. 'answer': send this instead. 'hang-up': destroy the socket. */
export type GateOutcome =
  | { kind: 'proceed'; headers: Record<string, string> }
  | { kind: 'answer'; status: number; headers: Record<string, string>; body: string }
  | { kind: 'hang-up' };

export interface FaultGate {
  /** Before the endpoint runs (and before the token is checked). */
  before(request: GatedRequest): Promise<GateOutcome>;
  /** After the endpoint has run. `headers` are those that `before` gave. */
  after(request: GatedRequest, headers: Record<string, string>): Promise<GateOutcome>;
}

const pathsAlwaysOpen = ['/_control', '/outbox'];

/** Whether `faults.refuseConnections` closes this request's connection. `pathname` is the server's, `/api/v2/…` and all. */
export function isRefused(faults: Faults, pathname: string): boolean {
  return faults.refuseConnections && !pathsAlwaysOpen.some((open) => pathname.startsWith(open));
}

/**
 * What the dispatcher asks around every endpoint.
 * @param now milliseconds since 1970
 */
export function createFaultGate(faults: Faults, now?: () => number): FaultGate {
  const limiter = createRateLimiter(faults, now);

  async function before(request: GatedRequest): Promise<GateOutcome> {
    if (faults.silenceMs > 0) {
      await pause(faults.silenceMs, request.signal);
      return { kind: 'hang-up' };
    }
    if (faults.latencyMs > 0) await pause(faults.latencyMs, request.signal);
    if (faults.expireTokens && request.rateLimit) {
      const message = 'Expired token received for JSON Web Token validation';
      return answer(401, new ManagementError(401, message).toBody(), {});
    }
    const { allowed, headers, exhausted } = request.rateLimit
      ? limiter.take(request.rateLimit)
      : { allowed: true, headers: {}, exhausted: undefined };
    if (!allowed) return answer(429, rateLimitBody(faults, exhausted), headers);
    const faulty = faultyAnswer(faults, 'before', request, headers);
    if (faulty) return inItsTime(faulty, request);
    if (faults.slowSearchMs > 0 && isSearch(request)) {
      await pause(Math.min(faults.slowSearchMs, searchLimitMs), request.signal);
      if (faults.slowSearchMs > searchLimitMs) {
        const message = 'The search took too long. Try a simpler query.';
        return answer(503, new ManagementError(503, message, 'search_timeout').toBody(), headers);
      }
    }
    return { kind: 'proceed', headers };
  }

  return {
    before,
    async after(request, headers) {
      const faulty = faultyAnswer(faults, 'after', request, headers);
      return faulty ? inItsTime(faulty, request) : { kind: 'proceed', headers };
    },
  };
}

async function inItsTime(faulty: FaultyOutcome, { signal }: GatedRequest): Promise<GateOutcome> {
  if (faulty.kind !== 'silence') return faulty;
  await pause(silenceOfAnswersMs, signal);
  return { kind: 'hang-up' };
}

function isSearch({ method, path, query }: GatedRequest): boolean {
  return method === 'GET' && path === '/users' && Boolean(query.get('q'));
}

function answer(status: number, body: JsonObject, headers: Record<string, string>): GateOutcome {
  return {
    kind: 'answer',
    status,
    headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  };
}

function rateLimitBody(faults: Faults, exhausted: string | undefined): JsonObject {
  const message = exhausted === 'whole' ? 'Global limit has been reached' : 'Endpoint limit has been reached';
  if (faults.rateLimitBody === 'custom-policy') {
    return { error: 'too_many_requests', error_description: message };
  }
  return new ManagementError(429, message, 'too_many_requests').toBody();
}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await wait(ms, undefined, { signal }).catch((error: unknown) => {
    if (!signal?.aborted) throw error;
  });
}
