import { errors } from 'oidc-provider';
import { isJsonObject } from '#lib/json.ts';
import type { LoginRoom } from './login-part.ts';

/** What a request to sign out asks for, checked. */
export interface SignOutRequest {
  clientId: string | undefined;
  /** The user that the ID token in the request names. */
  userId: string | undefined;
  /** An address that the client has listed, with the request's state. */
  returnTo: URL | undefined;
}

/**
 * Reads `client_id`, `id_token_hint`, `post_logout_redirect_uri` or `returnTo`, and `state`. The address must be one
 * of the client's `allowed_logout_urls`, letter by letter.
 *
 * @throws invalid_request for an unknown client or an address that is not listed.
 */
export async function signOutRequest(
  room: LoginRoom,
  path: string,
  parameters: URLSearchParams,
): Promise<SignOutRequest> {
  const hint = parameters.get('id_token_hint');
  const hinted = hint ? await readHint(room, hint) : undefined;
  const clientId = parameters.get('client_id') ?? hinted?.clientId;
  if (hinted && clientId !== hinted.clientId) {
    throw new errors.InvalidRequest('client_id does not match the provided id_token_hint');
  }
  const client = clientId === undefined ? undefined : room.clients.get(clientId);
  if (clientId !== undefined && !client) throw new errors.InvalidRequest('client is invalid');
  const allowed = client?.allowed_logout_urls ?? [];
  const asked = parameters.get(path === '/v2/logout' ? 'returnTo' : 'post_logout_redirect_uri');
  if (asked !== null && !allowed.includes(asked)) {
    throw new errors.InvalidRequest('post_logout_redirect_uri not registered');
  }
  const target = asked ?? (path === '/v2/logout' ? allowed[0] : undefined);
  return {
    clientId,
    userId: hinted?.userId,
    returnTo: target ? withState(target, parameters.get('state')) : undefined,
  };
}

/** What a genuine ID token of this tenant says; one that is not proves nothing, and is as good as none. */
async function readHint(room: LoginRoom, hint: string) {
  const clientId = audienceOf(hint);
  const client = clientId && (await room.provider.Client.find(clientId));
  if (!client) return undefined;
  try {
    const { payload } = await room.provider.IdToken.validate(hint, client);
    return { clientId, userId: typeof payload.sub === 'string' ? payload.sub : undefined };
  } catch {
    return undefined;
  }
}

function audienceOf(token: string): string | undefined {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return isJsonObject(payload) && typeof payload.aud === 'string' ? payload.aud : undefined;
  } catch {
    return undefined;
  }
}

function withState(target: string, state: string | null): URL {
  const url = new URL(target);
  if (state !== null) url.searchParams.set('state', state);
  return url;
}
