import { ManagementError } from '../management/endpoint.ts';
import type { GatedRequest, GateOutcome } from './apply-faults.ts';
import type { Faults, FaultyAnswer } from './faults.ts';

/** `silence`: the connection is closed after a while without an answer. */
export type FaultyOutcome = GateOutcome | { kind: 'silence' };

/** The first answer of `faults.respond` that matches, counted down; undefined when none does. */
export function faultyAnswer(
  faults: Faults,
  when: FaultyAnswer['when'],
  request: Pick<GatedRequest, 'method' | 'path'>,
  headers: Record<string, string>,
): FaultyOutcome | undefined {
  const fault = faults.respond.find((candidate) => candidate.when === when && matches(candidate, request));
  if (!fault) return undefined;
  if (fault.passes) {
    fault.passes -= 1;
    return undefined;
  }
  fault.times -= 1;
  if (fault.times <= 0) faults.respond = faults.respond.filter((other) => other !== fault);
  if (fault.body === 'hang-up' || fault.body === 'silence') return { kind: fault.body };
  return {
    kind: 'answer',
    status: fault.status,
    headers: { ...headers, 'content-type': contentTypeOf(fault), ...retryHeaders(fault) },
    body: bodyOf(fault),
  };
}

function matches({ match, times }: FaultyAnswer, request: Pick<GatedRequest, 'method' | 'path'>): boolean {
  if (times <= 0) return false;
  if (match.method && match.method.toUpperCase() !== request.method) return false;
  if (!match.path) return true;
  return match.exactly ? request.path === match.path : request.path.startsWith(match.path);
}

function contentTypeOf(fault: FaultyAnswer): string {
  return fault.body === 'malformed' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
}

/** Auth0 tells a custom policy's end in seconds, and that of its own limits as a time. */
function retryHeaders({ retryAfterSeconds, body }: FaultyAnswer): Record<string, string> {
  if (retryAfterSeconds === undefined) return {};
  if (body === 'custom-policy') return { 'retry-after': String(retryAfterSeconds) };
  return { 'x-ratelimit-reset': String(Math.ceil(Date.now() / 1_000) + retryAfterSeconds) };
}

function bodyOf(fault: FaultyAnswer): string {
  if (fault.body === 'empty') return '';
  if (fault.body === 'malformed') return '<html><body>upstream connect error';
  const message = 'The tenant was told to answer so.';
  if (fault.body === 'custom-policy') {
    return JSON.stringify({ error: 'too_many_requests', error_description: message });
  }
  const code = fault.status === 429 ? 'too_many_requests' : undefined;
  return JSON.stringify(new ManagementError(fault.status, message, code).toBody());
}
