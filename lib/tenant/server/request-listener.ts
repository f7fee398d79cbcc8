import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { isRefused } from '../faults/apply-faults.ts';
import { ManagementError, type Tenant } from '../management/endpoint.ts';
import { type Address, addressOf } from './address.ts';
import { safeHeaders, sendJson } from './send.ts';

/** Answers a request, or false when its address is not this part's. */
export type Part = (request: IncomingMessage, response: ServerResponse, address: Address) => Promise<boolean>;

/**
 * The tenant's one listener: asks its parts in turn. Requests that name another host are refused, so that a web page
 * cannot reach the tenant through a name of its own that leads to loopback.
 */
export function requestListener(tenant: Tenant, parts: readonly Part[]): RequestListener {
  const issuer = new URL(tenant.issuer);
  const hosts = new Set(['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${issuer.port}`));

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = addressOf(request);
    if (!address || !hosts.has(request.headers.host ?? '')) {
      sendJson(response, 400, new ManagementError(400, 'This tenant answers at localhost only.').toBody());
      return;
    }
    if (isRefused(tenant.faults, address.path)) {
      request.socket.destroy();
      return;
    }
    request.headers.host = issuer.host;
    for (const part of parts) {
      if (await part(request, response, address)) return;
    }
    sendJson(response, 404, new ManagementError(404, 'Not Found').toBody());
  }

  return (request, response) => {
    serve(request, response).catch((error: unknown) => fail(request, response, error));
  };
}

function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const refusal = error instanceof ManagementError ? error : undefined;
  if (!refusal && !request.socket.destroyed) console.error('The embedded tenant failed.', error);
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  for (const [name, value] of Object.entries(safeHeaders)) response.setHeader(name, value);
  const answer = refusal ?? new ManagementError(500, 'An internal error occurred');
  sendJson(response, answer.status, answer.toBody());
}
