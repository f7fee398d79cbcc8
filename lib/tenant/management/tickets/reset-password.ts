import { isJsonObject } from '#lib/json.ts';
import { html } from '../../login/html.ts';
import type { Route, RouteCall, RouteReply } from '../../server/route.ts';
import type { TenantUser } from '../../tenant-user.ts';
import { type Connection, connectionByName, isDatabase } from '../connections/connection.ts';
import { ManagementError, type Tenant } from '../endpoint.ts';
import { appendLog } from '../logs/append-log.ts';
import { revokeAccess } from '../sessions/revoke-access.ts';
import { newPasswordHash, rememberPassword } from '../users/new-password.ts';
import { describePolicy, sentenceOf } from './password-policy-text.ts';
import { findTicket, spendTicket, type Ticket, ticketPaths } from './ticket.ts';
import { deadLinkPage, ticketPage, ticketResult } from './ticket-page.ts';

interface Reset {
  ticket: Ticket;
  user: TenantUser;
  connection: Connection;
  secret: string;
}

const showForm: Route = {
  method: 'GET',
  path: ticketPaths['change-password'],
  handle(call, tenant) {
    const reset = resetOf(tenant, call.query.get('ticket'));
    return reset ? formPage(reset) : deadLinkPage();
  },
};

const setPassword: Route = {
  method: 'POST',
  path: ticketPaths['change-password'],
  async handle(call, tenant) {
    const form = isJsonObject(call.body) ? call.body : {};
    const reset = resetOf(tenant, textOf(form.ticket));
    if (!reset) return deadLinkPage();
    const password = textOf(form.password);
    if (password !== textOf(form.repeated)) return formPage(reset, 'The two passwords are not the same.');
    const hash = await hashOrProblem(tenant, reset, password);
    if (typeof hash === 'object') return formPage(reset, hash.problem);
    // Hashing takes a moment, in which the ticket may have been used.
    return resetOf(tenant, reset.secret) ? finish(tenant, reset, hash, call) : deadLinkPage();
  },
};

/** `GET` and `POST /lo/reset`: sets a new password with a ticket, and ends all that was signed in with the old one. */
export const resetRoutes: Route[] = [showForm, setPassword];

function resetOf(tenant: Tenant, secret: string | null): Reset | undefined {
  const ticket = findTicket(tenant, 'change-password', secret);
  const user = ticket && tenant.store.users.get(ticket.user_id);
  const connection = user && connectionByName(tenant, user.identities[0]?.connection ?? '');
  if (!secret || !connection || !isDatabase(connection)) return undefined;
  return { ticket, user, connection, secret };
}

async function hashOrProblem(
  tenant: Tenant,
  { connection, user }: Reset,
  password: string,
): Promise<string | { problem: string }> {
  try {
    return await newPasswordHash(tenant, connection, user, password);
  } catch (error) {
    if (!(error instanceof ManagementError)) throw error;
    return { problem: sentenceOf(error.message) };
  }
}

function finish(
  tenant: Tenant,
  { ticket, user, connection }: Reset,
  passwordHash: string,
  call: RouteCall,
): RouteReply {
  const time = new Date().toISOString();
  rememberPassword(tenant, connection, user);
  const verified = ticket.mark_email_as_verified && user.email === ticket.email;
  tenant.store.users.set(user.user_id, {
    ...(tenant.store.users.get(user.user_id) ?? user),
    ...(verified ? { email_verified: true } : {}),
    password_hash: passwordHash,
    last_password_reset: time,
    updated_at: time,
  });
  spendTicket(tenant, ticket);
  revokeAccess(tenant, user.user_id);
  appendLog(tenant, {
    type: 'scp',
    description: 'Password changed',
    user_id: user.user_id,
    user_name: user.email ?? user.username,
    connection: user.identities[0]?.connection,
    ip: call.ip,
  });
  return ticketResult(ticket, {
    title: 'Password set',
    message:
      'You can sign in with the new password now. Wherever you were signed in before, you are not any more.',
    email: user.email,
  });
}

function formPage({ ticket, user, connection, secret }: Reset, problem?: string): RouteReply {
  const invalid = problem !== undefined && html` aria-invalid="true" aria-describedby="problem"`;
  const body = html`
<p class="lead">for ${user.email ?? user.username ?? user.user_id}</p>
${problem !== undefined && html`<p class="problem" id="problem" role="alert">${problem}</p>`}
<form class="fields" method="post" action="${ticketPaths['change-password']}">
<input type="hidden" name="ticket" value="${secret}">
<input type="text" name="username" value="${user.email ?? user.username}" autocomplete="username" readonly hidden>
<div class="field">
<label for="password">New password</label>
<input id="password" name="password" type="password" autocomplete="new-password" maxlength="1024" required autofocus${invalid}>
<p class="help">${describePolicy(connection.options)}</p>
</div>
<div class="field">
<label for="repeated">New password again</label>
<input id="repeated" name="repeated" type="password" autocomplete="new-password" maxlength="1024" required${invalid}>
</div>
<button class="primary" type="submit">Set password</button>
</form>`;
  const origins = ticket.result_url ? [new URL(ticket.result_url).origin] : [];
  return ticketPage(problem === undefined ? 200 : 400, 'Set a new password', body, origins);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
