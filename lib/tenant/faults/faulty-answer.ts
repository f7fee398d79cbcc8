import { ManagementError } from '../management/endpoint.ts';
import type { GatedRequest, GateOutcome } from './apply-faults.ts';
import type { Faults, FaultyAnswer } from './faults.ts';

/** The first answer of `faults.respond` that matches, counted down; undefined when none does. */
export function faultyAnswer(
  faults: Faults,
  when: FaultyAnswer['when'],
  request: Pick<GatedRequest, 'method' | 'path'>,
  headers: Record<string, string>,
): GateOutcome | undefined {
  const fault = faults.respond.find((candidate) => candidate.when === when && matches(candidate, request));
  if (!fault) return undefined;
  if (fault.passes) {
    fault.passes -= 1;
    return undefined;
  }
  fault.times -= 1;
  if (fault.times <= 0) faults.respond = faults.respond.filter((other) => other !== fault);
  if (fault.body === 'hang-up') return { kind: 'hang-up' };
  return {
    kind: 'answer',
    status: fault.status,
    headers: { ...headers, 'content-type': contentTypeOf(fault) },
    body: bodyOf(fault),
  };
}

function matches({ match, times }: FaultyAnswer, request: Pick<GatedRequest, 'method' | 'path'>): boolean {
  if (times <= 0) return false;
  if (match.method && match.method.toUpperCase() !== request.method) return false;
  return !match.path || request.path.startsWith(match.path);
}

function contentTypeOf(fault: FaultyAnswer): string {
  return fault.body === 'malformed' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
}

function bodyOf(fault: FaultyAnswer): string {
  if (fault.body === 'empty') return '';
  if (fault.body === 'malformed') return '<html><body>upstream connect error';
  const code = fault.status === 429 ? 'too_many_requests' : undefined;
  return JSON.stringify(
    new ManagementError(fault.status, 'The tenant was told to answer so.', code).toBody(),
  );
}
