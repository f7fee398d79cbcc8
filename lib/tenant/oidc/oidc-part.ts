import type Provider from 'oidc-provider';
import type { Part } from '../server/request-listener.ts';
import { authorizeQuery } from './authorize-request.ts';
import { formRequest } from './token-request.ts';

const addresses = new Set(['/userinfo', '/.well-known/jwks.json', '/.well-known/openid-configuration']);
const formAddresses = new Set(['/oauth/token', '/oauth/revoke']);

/** Serves what the OpenID Connect provider answers, after turning Auth0's requests into the standard's. */
export function oidcPart(provider: Provider): Part {
  const serve = provider.callback();
  return async (request, response, { path, query }) => {
    if (formAddresses.has(path)) {
      await serve(request.method === 'POST' ? await formRequest(request) : request, response);
      return true;
    }
    if (path === '/authorize' && request.method === 'GET') {
      request.url = `${path}?${authorizeQuery(query)}`;
    } else if (!addresses.has(path) && !path.startsWith('/authorize/')) {
      return false;
    }
    await serve(request, response);
    return true;
  };
}
