import type { IncomingHttpHeaders } from 'node:http';
import type { Json, JsonObject } from '#lib/json.ts';
import type { Tenant } from '../management/endpoint.ts';

/** One request to an address outside the Management API. Nothing about it has been checked. */
export interface RouteCall {
  /** Path parameters, decoded. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** A JSON body as it is, a form body as an object of strings; `undefined` when there is none. */
  body: Json | undefined;
  headers: IncomingHttpHeaders;
  /** Address of the caller, for the log. */
  ip: string;
}

/** At most one of `html`, `text` and `json` is set; none means an empty body. */
export interface RouteReply {
  status: number;
  headers?: Record<string, string>;
  html?: string;
  text?: string;
  json?: Json | JsonObject | JsonObject[];
}

/**
 * An address of the tenant outside `/api/v2`: the outbox, the control endpoint, `/dbconnections/change_password`.
 * `path` is written like an endpoint's: `/outbox/{id}`.
 */
export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  path: string;
  handle(call: RouteCall, tenant: Tenant): RouteReply | Promise<RouteReply>;
}
