import { AppError } from '#lib/errors.ts';
import type { JsonObject } from '#lib/json.ts';
import { TenantFailure } from './tenant-failure.ts';

/** When nothing tells when the tenant will be back, this is what people are told. */
const retryAfterSecondsDefault = 10;

/**
 * What a person is told of a failed call after which certainly nothing was changed. Decides by how the call
 * ended and its status, never by the tenant's words: these may be missing, and they change.
 * @param body what was sent, where it may have been refused for what stands in it
 */
export function asAppError(error: unknown, body: JsonObject = {}): unknown {
  if (!(error instanceof TenantFailure)) return error;
  const retryAfterSeconds = Math.ceil(error.retryAfterSeconds ?? retryAfterSecondsDefault);
  if (error.kind === 'credentials' || error.status === 401) {
    return new AppError(
      'tenant-unavailable',
      'The tenant does not accept this console’s own credentials. Nothing was changed. Tell an administrator.',
      { cause: error },
    );
  }
  if (error.kind !== 'answered' || (error.status ?? 500) >= 500) {
    return new AppError('tenant-unavailable', sentenceOfOutage(error, retryAfterSeconds), {
      retryAfterSeconds,
      cause: error,
    });
  }
  switch (error.status) {
    case 403:
      return new AppError(
        'tenant-refused',
        `The tenant does not let this console do this${inBrackets(error)}. Nothing was changed. Tell an administrator.`,
        { cause: error },
      );
    case 404:
      return new AppError('not-found', undefined, { cause: error });
    case 409:
      return new AppError('already-taken', undefined, { cause: error });
    case 413:
    case 414:
      return new AppError(
        'invalid-input',
        'This is more than the tenant takes at once. Nothing was changed.',
        { cause: error },
      );
    case 429:
      return new AppError(
        'tenant-limit',
        `The tenant is limiting requests. Nothing was changed; try again in ${inWords(retryAfterSeconds)}.`,
        { retryAfterSeconds, cause: error },
      );
    default:
      return new AppError('tenant-refused', sentenceOfRefusal(error), {
        cause: error,
        ...(holdsOnlyPassword(body) && { fields: { password: sentenceOfPassword(error) } }),
      });
  }
}

function sentenceOfOutage(error: TenantFailure, retryAfterSeconds: number): string {
  const what = error.kind === 'answered' ? 'has a fault at the moment' : 'does not answer at the moment';
  return `The tenant ${what}. Nothing was changed; try again in ${inWords(retryAfterSeconds)}.`;
}

/** The tenant names the scope that is missing; an administrator is who can use that. */
function inBrackets({ tenantMessage }: TenantFailure): string {
  return tenantMessage ? ` (${tenantMessage.replace(/\.$/, '')})` : '';
}

function sentenceOfRefusal(error: TenantFailure): string {
  return error.tenantMessage
    ? `The tenant refused this: ${error.tenantMessage.replace(/\.?$/, '.')} Nothing was changed.`
    : `The tenant refused this (status ${error.status}). Nothing was changed.`;
}

/** Whether a refusal can have no other reason than the password. */
function holdsOnlyPassword(body: JsonObject): boolean {
  const { connection: _connection, client_id: _client, ...others } = body;
  return Object.keys(others).join() === 'password';
}

function sentenceOfPassword({ tenantMessage }: TenantFailure): string {
  return tenantMessage
    ? `The tenant refused this: ${tenantMessage}`
    : 'The tenant does not take this password.';
}

function inWords(seconds: number): string {
  if (seconds < 1) return 'a moment';
  return seconds === 1 ? 'one second' : `${seconds} seconds`;
}
