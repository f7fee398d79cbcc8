import type { ServerResponse } from 'node:http';
import { createFaultGate } from '../faults/apply-faults.ts';
import { ManagementError, type Tenant } from '../management/endpoint.ts';
import { callerAddress } from './caller-address.ts';
import { gatedRequest, sendOutcome } from './gated-request.ts';
import { pathMatcher } from './match-path.ts';
import { parseBody } from './parse-body.ts';
import type { Part } from './request-listener.ts';
import type { Route, RouteReply } from './route.ts';
import { sendJson, sendText } from './send.ts';

/** The Authentication API, which has faults like the Management API; what tests and the demo use has none. */
const authenticationPrefix = '/dbconnections/';
const proceed = { kind: 'proceed' } as const;

/** Serves the addresses outside `/api/v2`; answers false when the address is none of them. */
export function otherRoutes(tenant: Tenant, routes: readonly Route[]): Part {
  const match = pathMatcher(routes);
  const gate = createFaultGate(tenant.faults);

  return async (request, response, address) => {
    const matched = match(request.method ?? 'GET', address.path);
    if (matched.found !== 'route') return false;
    const gated = gatedRequest(request, response, address, address.path);
    const isFaulty = address.path.startsWith(authenticationPrefix);
    const first = isFaulty ? await gate.before(gated) : proceed;
    if (first.kind !== 'proceed') {
      sendOutcome(response, first);
      return true;
    }
    const { body } = await parseBody(request);
    const call = {
      params: matched.params,
      query: address.query,
      body,
      headers: request.headers,
      ip: callerAddress(request),
    };
    const reply = await answer(() => matched.route.handle(call, tenant));
    const last = isFaulty ? await gate.after(gated, {}) : proceed;
    if (last.kind === 'proceed') send(response, reply);
    else sendOutcome(response, last);
    return true;
  };
}

async function answer(handle: () => RouteReply | Promise<RouteReply>): Promise<RouteReply> {
  try {
    return await handle();
  } catch (error) {
    if (!(error instanceof ManagementError)) throw error;
    return { status: error.status, json: error.toBody() };
  }
}

function send(response: ServerResponse, { status, headers, html, text, json }: RouteReply): void {
  if (html !== undefined) sendText(response, status, 'text/html', html, headers);
  else if (text !== undefined) sendText(response, status, 'text/plain', text, headers);
  else sendJson(response, status, json, headers);
}
