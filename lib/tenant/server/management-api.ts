import type { IncomingMessage } from 'node:http';
import { createFaultGate } from '../faults/apply-faults.ts';
import { allEndpoints } from '../management/all-endpoints.ts';
import {
  type Endpoint,
  ManagementError,
  type ManagementReply,
  type RateLimitGroup,
  type Tenant,
} from '../management/endpoint.ts';
import type { SigningKey } from '../oidc/signing-key.ts';
import { accessTokenCheck, requireScope } from './access-token.ts';
import type { Address } from './address.ts';
import { callerAddress } from './caller-address.ts';
import { gatedRequest, sendOutcome } from './gated-request.ts';
import { type Match, pathMatcher } from './match-path.ts';
import { parseBody } from './parse-body.ts';
import type { Part } from './request-listener.ts';
import { sendJson } from './send.ts';

/** Where the Management API lives. */
export const managementPrefix = '/api/v2';

/**
 * Serves the endpoints under `/api/v2`: faults and rate limit, then the token and its scopes, then the body, then the
 * endpoint. Every answer that is not 2xx has Auth0's error body.
 */
export function managementApi(
  tenant: Tenant,
  key: SigningKey,
  endpoints: readonly Endpoint[] = allEndpoints,
): Part {
  const match = pathMatcher(endpoints);
  const checkToken = accessTokenCheck(tenant.issuer, key);
  const gate = createFaultGate(tenant.faults);

  return async (request, response, address) => {
    if (!address.path.startsWith(`${managementPrefix}/`)) return false;
    // An empty id leads to the collection, as with Auth0.
    const path = address.path.slice(managementPrefix.length).replace(/(?<=.)\/$/, '');
    const matched = match(request.method ?? 'GET', path);
    const gated = gatedRequest(request, response, address, path, rateLimitOf(matched));
    const first = await gate.before(gated);
    if (first.kind !== 'proceed') {
      sendOutcome(response, first);
      return true;
    }
    const reply = await answer(request, address, matched);
    const last = await gate.after(gated, first.headers);
    if (last.kind === 'proceed') sendJson(response, reply.status, reply.body, last.headers);
    else sendOutcome(response, last);
    return true;
  };

  async function answer(
    request: IncomingMessage,
    address: Address,
    matched: Match<Endpoint>,
  ): Promise<ManagementReply> {
    try {
      if (matched.found !== 'route') throw new ManagementError(404, 'Not Found');
      const { route: endpoint, params } = matched;
      const token = checkToken(request.headers.authorization);
      requireScope(token, endpoint.scopes);
      const { body, fields, files } = await parseBody(request);
      return await endpoint.handle(
        {
          params,
          query: address.query,
          body,
          fields,
          files,
          headers: request.headers,
          clientId: token.clientId,
          scopes: token.scopes,
          ip: callerAddress(request),
        },
        tenant,
      );
    } catch (error) {
      return errorReply(error, `${request.method} ${matched.found === 'route' ? matched.route.path : '?'}`);
    }
  }
}

function rateLimitOf(matched: Match<Endpoint>): RateLimitGroup {
  return matched.found === 'route' ? matched.route.rateLimit : 'other';
}

function errorReply(error: unknown, operation: string): ManagementReply {
  if (error instanceof ManagementError) return { status: error.status, body: error.toBody() };
  console.error(`The embedded tenant failed at ${operation}.`, error);
  return { status: 500, body: new ManagementError(500, 'An internal error occurred').toBody() };
}
