import type { ServerResponse } from 'node:http';
import { ManagementError, type Tenant } from '../management/endpoint.ts';
import { callerAddress } from './caller-address.ts';
import { pathMatcher } from './match-path.ts';
import { parseBody } from './parse-body.ts';
import type { Part } from './request-listener.ts';
import type { Route, RouteReply } from './route.ts';
import { sendJson, sendText } from './send.ts';

/** Serves the addresses outside `/api/v2`; answers false when the address is none of them. */
export function otherRoutes(tenant: Tenant, routes: readonly Route[]): Part {
  const match = pathMatcher(routes);

  return async (request, response, address) => {
    const matched = match(request.method ?? 'GET', address.path);
    if (matched.found !== 'route') return false;
    const { body } = await parseBody(request);
    const call = {
      params: matched.params,
      query: address.query,
      body,
      headers: request.headers,
      ip: callerAddress(request),
    };
    send(response, await answer(() => matched.route.handle(call, tenant)));
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
