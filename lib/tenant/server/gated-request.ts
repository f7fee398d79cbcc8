import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GatedRequest, GateOutcome } from '../faults/apply-faults.ts';
import type { RateLimitGroup } from '../management/endpoint.ts';
import type { Address } from './address.ts';

/** What the fault gate needs to know of a request; its signal ends with the caller’s connection. */
export function gatedRequest(
  request: IncomingMessage,
  response: ServerResponse,
  address: Address,
  path: string,
  rateLimit?: RateLimitGroup,
): GatedRequest {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return { method: request.method ?? 'GET', path, query: address.query, rateLimit, signal: gone.signal };
}

/** Sends what the gate puts in place of an answer. */
export function sendOutcome(
  response: ServerResponse,
  outcome: Exclude<GateOutcome, { kind: 'proceed' }>,
): void {
  if (outcome.kind === 'hang-up') {
    response.destroy();
    return;
  }
  response.writeHead(outcome.status, outcome.headers);
  response.end(outcome.body);
}
