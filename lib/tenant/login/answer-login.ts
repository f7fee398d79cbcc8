import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors } from 'oidc-provider';
import { isJsonObject } from '#lib/json.ts';
import { loginPath } from '../oidc/provider.ts';
import { signIn } from '../oidc/sign-in.ts';
import { storedSecret } from '../oidc/signing-key.ts';
import { callerAddress } from '../server/caller-address.ts';
import { parseBody } from '../server/parse-body.ts';
import { finishSignIn, type Interaction } from './finish-sign-in.ts';
import { type LoginProblem, loginPage } from './login-page.ts';
import { type LoginRoom, sendErrorPage, sendPage } from './login-part.ts';
import { formToken, isFromOwnPage } from './same-origin.ts';

interface Typed {
  identifier: string;
  password: string;
}

/** Shows the login page of one interaction, and takes its form. */
export async function answerLogin(
  room: LoginRoom,
  request: IncomingMessage,
  response: ServerResponse,
  interactionId: string,
): Promise<void> {
  const interaction = await findInteraction(room, request, response);
  if (interaction?.uid !== interactionId) {
    sendErrorPage(room, response, 400, 'interaction session not found');
    return;
  }
  if (request.method !== 'POST') {
    show(room, response, interaction, 200, textOf(interaction.params.login_hint), undefined);
    return;
  }
  const { body } = await parseBody(request);
  const form = isJsonObject(body) ? body : {};
  if (!isFromOwnPage(request, room.tenant.issuer, tokenOf(room, interaction), form.form_token)) {
    sendErrorPage(room, response, 403, 'the form did not come from its own login page');
    return;
  }
  const typed = credentials(room, form);
  const result =
    typed.identifier.trim() === '' || typed.password === ''
      ? ({ ok: false, reason: 'empty' } as const)
      : await signIn(room.tenant, attemptOf(room, request, interaction, typed.identifier), typed.password);
  if (result.ok) await finishSignIn(room, request, response, interaction, result.user.user_id);
  else show(room, response, interaction, 400, typed.identifier, result.reason);
}

async function findInteraction(
  room: LoginRoom,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Interaction | undefined> {
  try {
    return await room.provider.interactionDetails(request, response);
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return undefined;
    throw error;
  }
}

/** What was typed; a click on one of the demo's people types for them. */
function credentials({ settings }: LoginRoom, form: Record<string, unknown>): Typed {
  const person = settings.demoPeople.find(({ email }) => email === form.person);
  return person
    ? { identifier: person.email, password: settings.demoPassword ?? '' }
    : { identifier: textOf(form.identifier), password: textOf(form.password) };
}

function attemptOf(room: LoginRoom, request: IncomingMessage, interaction: Interaction, identifier: string) {
  const { client_id, connection } = interaction.params;
  return {
    identifier,
    connection: textOf(connection) || undefined,
    clientId: textOf(client_id),
    clientName: room.clients.get(textOf(client_id))?.name,
    ip: callerAddress(request),
    userAgent: request.headers['user-agent'],
  };
}

function show(
  room: LoginRoom,
  response: ServerResponse,
  interaction: Interaction,
  status: number,
  identifier: string,
  problem: LoginProblem | undefined,
): void {
  const { params } = interaction;
  const page = loginPage({
    tenantTitle: room.settings.title,
    clientName: room.clients.get(textOf(params.client_id))?.name,
    action: loginPath(interaction.uid),
    formToken: tokenOf(room, interaction),
    identifier,
    problem,
    wantsSignUp: params.screen_hint === 'signup',
    people: room.settings.demoPeople,
    returnOrigin: URL.parse(textOf(params.redirect_uri))?.origin,
  });
  sendPage(response, status, page);
}

function tokenOf(room: LoginRoom, interaction: Interaction): string {
  return formToken(storedSecret(room.tenant.store, 'login-forms'), interaction.uid);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
