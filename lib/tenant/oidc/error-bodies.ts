import type { Context, Next } from 'koa';
import { isJsonObject } from '#lib/json.ts';

interface ErrorBody {
  status: number;
  error: string;
  error_description: string;
}

/** Turns the provider's errors at `/oauth/token` and `/oauth/revoke` into those of Auth0. */
export async function auth0ErrorBodies(context: Context, next: Next): Promise<void> {
  await next();
  const { body } = context;
  if (!context.path.startsWith('/oauth/') || !isJsonObject(body) || typeof body.error !== 'string') return;
  const description = typeof body.error_description === 'string' ? body.error_description : '';
  const grantType: unknown = context.oidc?.params?.grant_type;
  const { status, ...rest } = auth0Error(body.error, description, String(grantType ?? ''), context.status);
  context.status = status;
  context.body = rest;
}

function auth0Error(error: string, description: string, grantType: string, status: number): ErrorBody {
  switch (error) {
    case 'invalid_client':
      return { status: 401, error: 'access_denied', error_description: 'Unauthorized' };
    case 'invalid_grant':
      return { status: 403, error, error_description: invalidGrant(description, grantType) };
    case 'invalid_target':
    case 'access_denied':
      return { status: 403, error: 'access_denied', error_description: description };
    case 'unsupported_grant_type':
      return { status: 403, error, error_description: `Unsupported grant type: ${grantType}` };
    case 'unauthorized':
      return { status: 401, error, error_description: description };
    case 'too_many_attempts':
      return { status: 429, error, error_description: description };
    case 'invalid_request':
      return invalidRequest(description, grantType);
    default:
      return { status, error, error_description: description };
  }
}

const standardDescription = 'grant request is invalid';

function invalidGrant(description: string, grantType: string): string {
  if (description !== standardDescription) return description;
  return grantType === 'refresh_token' ? 'Unknown or invalid refresh token.' : 'Invalid authorization code';
}

function invalidRequest(description: string, grantType: string): ErrorBody {
  if (description === 'requested grant type is not allowed for this client') {
    return {
      status: 403,
      error: 'unauthorized_client',
      error_description: `Grant type '${grantType}' not allowed for the client.`,
    };
  }
  if (description === 'no client authentication mechanism provided') {
    return { status: 401, error: 'access_denied', error_description: 'Unauthorized' };
  }
  return { status: 400, error: 'invalid_request', error_description: description };
}
