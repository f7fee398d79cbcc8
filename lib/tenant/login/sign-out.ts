import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors } from 'oidc-provider';
import { isJsonObject } from '#lib/json.ts';
import { appendLog } from '../management/logs/append-log.ts';
import { storedSecret } from '../oidc/signing-key.ts';
import { callerAddress } from '../server/caller-address.ts';
import { parseBody } from '../server/parse-body.ts';
import { safeHeaders } from '../server/send.ts';
import { type LoginRoom, sendErrorPage, sendPage } from './login-part.ts';
import { confirmSignOutPage, signedOutPage } from './other-pages.ts';
import { formToken, isFromOwnPage } from './same-origin.ts';
import { type SignOutRequest, signOutRequest } from './sign-out-request.ts';

type Session = Awaited<ReturnType<LoginRoom['provider']['Session']['get']>>;

/**
 * `/v2/logout` and `/oidc/logout`: ends the browser's session and leads to an address that the client has listed. The
 * second asks first, unless the application proves with an ID token or a session's id whom it signs out.
 */
export async function answerSignOut(
  room: LoginRoom,
  request: IncomingMessage,
  response: ServerResponse,
  path: '/v2/logout' | '/oidc/logout',
  query: URLSearchParams,
): Promise<void> {
  const parameters = request.method === 'POST' ? await postedParameters(request) : query;
  const asked = await readRequest(room, response, path, parameters);
  if (!asked) return;
  const context = room.provider.createContext(request, response);
  const session = await room.provider.Session.get(context);
  if (path === '/oidc/logout' && !isProven(room, request, session, asked, parameters)) {
    askFirst(room, response, session, asked, parameters);
    return;
  }
  if (session.accountId) {
    appendLog(room.tenant, {
      type: 'slo',
      user_id: session.accountId,
      client_id: asked.clientId,
      ip: callerAddress(request),
    });
    await session.destroy();
    context.cookies.set(room.provider.cookieName('session'), null, { httpOnly: true, sameSite: 'lax' });
  }
  if (asked.returnTo) redirect(response, asked.returnTo);
  else sendPage(response, 200, signedOutPage(room.settings.title));
}

async function readRequest(
  room: LoginRoom,
  response: ServerResponse,
  path: string,
  parameters: URLSearchParams,
): Promise<SignOutRequest | undefined> {
  try {
    return await signOutRequest(room, path, parameters);
  } catch (error) {
    if (!(error instanceof errors.OIDCProviderError)) throw error;
    sendErrorPage(room, response, 400, error.error_description ?? error.error);
    return undefined;
  }
}

async function postedParameters(request: IncomingMessage): Promise<URLSearchParams> {
  const { body } = await parseBody(request);
  const entries = Object.entries(isJsonObject(body) ? body : {});
  return new URLSearchParams(entries.map(([name, value]) => [name, String(value)]));
}

function isProven(
  room: LoginRoom,
  request: IncomingMessage,
  session: Session,
  asked: SignOutRequest,
  parameters: URLSearchParams,
): boolean {
  if (!session.accountId || asked.userId === session.accountId) return true;
  const sid = asked.clientId && session.authorizations?.[asked.clientId]?.sid;
  if (sid && sid === parameters.get('logout_hint')) return true;
  const answer = parameters.get('form_token');
  return (
    request.method === 'POST' &&
    isFromOwnPage(request, room.tenant.issuer, confirmToken(room, session), answer)
  );
}

function askFirst(
  room: LoginRoom,
  response: ServerResponse,
  session: Session,
  asked: SignOutRequest,
  parameters: URLSearchParams,
): void {
  const again = new URLSearchParams(parameters);
  again.set('form_token', confirmToken(room, session));
  const page = confirmSignOutPage({
    tenantTitle: room.settings.title,
    action: '/oidc/logout',
    parameters: [...again],
    returnOrigin: asked.returnTo?.origin,
  });
  sendPage(response, 200, page);
}

function confirmToken(room: LoginRoom, session: Session): string {
  return formToken(storedSecret(room.tenant.store, 'login-forms'), `sign-out:${session.uid}`);
}

function redirect(response: ServerResponse, location: URL): void {
  response.writeHead(303, { ...safeHeaders, location: location.href, 'content-length': '0' });
  response.end();
}
