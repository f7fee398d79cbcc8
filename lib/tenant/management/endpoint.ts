import type { IncomingHttpHeaders } from 'node:http';
import type { Json, JsonObject } from '#lib/json.ts';
import type { Faults } from '../faults/faults.ts';
import type { Store } from '../store/store.ts';

/** What every endpoint can reach. */
export interface Tenant {
  /** With a trailing slash, as Auth0 writes it. */
  readonly issuer: string;
  readonly store: Store;
  readonly faults: Faults;
}

/** One request to the Management API whose token has been checked. */
export interface ManagementCall {
  /** Path parameters, decoded. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** The parsed JSON body; `undefined` when there is none. Multipart bodies come in `files` and `fields`. */
  body: Json | undefined;
  fields: Record<string, string>;
  files: Record<string, string>;
  headers: IncomingHttpHeaders;
  /** The client that the access token was issued to. */
  clientId: string;
  /** What the access token holds; some endpoints show more to one that holds more. */
  scopes: ReadonlySet<string>;
  /** Address of the caller, for the log. */
  ip: string;
}

export interface ManagementReply {
  status: number;
  body?: Json | JsonObject | JsonObject[];
}

/** Which bucket of the rate limit a call is taken from. */
export type RateLimitGroup =
  | 'read-users'
  | 'write-users'
  | 'delete-users'
  | 'read-logs'
  | 'connections'
  | 'other';

/**
 * One operation of the Management API. `path` is written as in the OpenAPI description, without `/api/v2`:
 * `/users/{id}/roles`. The token must hold one of `scopes`, else 403 `insufficient_scope`.
 */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  path: string;
  scopes: readonly string[];
  /** Further scopes that change what the answer holds, and are not needed for the call itself. */
  furtherScopes?: readonly string[];
  rateLimit: RateLimitGroup;
  handle(call: ManagementCall, tenant: Tenant): ManagementReply | Promise<ManagementReply>;
}

const reasonPhrases: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Payload Too Large',
  414: 'URI Too Long',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** A refusal in Auth0's shape: `{statusCode, error, message, errorCode}`. */
export class ManagementError extends Error {
  readonly status: number;
  readonly errorCode: string | undefined;

  constructor(status: number, message: string, errorCode?: string) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
  }

  toBody(): JsonObject {
    return {
      statusCode: this.status,
      error: reasonPhrases[this.status] ?? 'Error',
      message: this.message,
      ...(this.errorCode ? { errorCode: this.errorCode } : {}),
    };
  }
}
