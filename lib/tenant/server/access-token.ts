import { createHash, verify } from 'node:crypto';
import { isJsonObject, type JsonObject } from '#lib/json.ts';
import { ManagementError } from '../management/endpoint.ts';
import { managementAudience } from '../oidc/client.ts';
import type { SigningKey } from '../oidc/signing-key.ts';

/** What an access token for the Management API says. */
export interface AccessToken {
  clientId: string;
  scopes: ReadonlySet<string>;
  expiresAtSeconds: number;
}

const rememberedMax = 2000;

/**
 * Checks bearer tokens for the Management API: RS256 JWTs of this tenant with the right audience that have not
 * expired. A token that was found good is remembered by its hash until it expires, for the signature is dear.
 *
 * The returned function throws ManagementError 401 `invalid_token`.
 */
export function accessTokenCheck(issuer: string, key: SigningKey) {
  const remembered = new Map<string, AccessToken>();

  return function check(authorization: string | undefined): AccessToken {
    const token = /^Bearer +([\w.-]+)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw new ManagementError(401, 'Missing authentication', 'invalid_token');
    const hash = createHash('sha256').update(token).digest('base64');
    const known = remembered.get(hash) ?? readToken(token, issuer, key);
    if (known.expiresAtSeconds <= Date.now() / 1000) {
      remembered.delete(hash);
      throw new ManagementError(401, 'Expired token received for JSON Web Token validation', 'invalid_token');
    }
    if (remembered.size >= rememberedMax) remembered.clear();
    remembered.set(hash, known);
    return known;
  };
}

/** @throws {ManagementError} 403 `insufficient_scope` when the token holds none of the scopes. */
export function requireScope(token: AccessToken, scopes: readonly string[]): void {
  if (scopes.length === 0 || scopes.some((scope) => token.scopes.has(scope))) return;
  throw new ManagementError(
    403,
    `Insufficient scope, expected any of: ${scopes.join(',')}`,
    'insufficient_scope',
  );
}

function readToken(token: string, issuer: string, key: SigningKey): AccessToken {
  const [header = '', payload = '', signature = '', ...rest] = token.split('.');
  const head = decodePart(header);
  const signed =
    rest.length === 0 &&
    head?.alg === 'RS256' &&
    head.kid === key.kid &&
    verify(
      'RSA-SHA256',
      Buffer.from(`${header}.${payload}`),
      key.publicKey,
      Buffer.from(signature, 'base64url'),
    );
  const claims = signed ? decodePart(payload) : undefined;
  if (!claims || claims.iss !== issuer || typeof claims.exp !== 'number') {
    throw new ManagementError(401, 'Invalid token', 'invalid_token');
  }
  if (![claims.aud].flat().includes(managementAudience(issuer))) {
    throw new ManagementError(401, `Bad audience: ${[claims.aud].flat().join(', ')}`, 'invalid_token');
  }
  return {
    clientId: typeof claims.azp === 'string' ? claims.azp : '',
    scopes: new Set(typeof claims.scope === 'string' ? claims.scope.split(' ') : []),
    expiresAtSeconds: claims.exp,
  };
}

function decodePart(part: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
