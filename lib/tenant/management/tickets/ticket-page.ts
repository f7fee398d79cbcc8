import { html, type Markup } from '../../login/html.ts';
import { page } from '../../login/page.ts';
import type { RouteReply } from '../../server/route.ts';
import type { Ticket } from './ticket.ts';

/** A page that a link in a mail leads to. */
export function ticketPage(
  status: number,
  title: string,
  body: Markup,
  formOrigins: string[] = [],
): RouteReply {
  const main = html`<h1>${title}</h1>${body}`;
  return { status, ...page({ title, tenantTitle: 'Embedded tenant', main, formOrigins }) };
}

/** What a used, expired or wrong link shows. */
export function deadLinkPage(): RouteReply {
  const body = html`<p class="lead">It was used before, or it is too old. Nothing was changed. Ask for a new one.</p>`;
  return ticketPage(404, 'This link does not work any more', body);
}

/** Where a ticket leads to in the end: its `result_url` with the outcome, or a page of the tenant. */
export function ticketResult(
  ticket: Ticket,
  { title, message, email }: { title: string; message: string; email: string | undefined },
): RouteReply {
  if (!ticket.result_url) return ticketPage(200, title, html`<p class="lead">${message}</p>`);
  const url = new URL(ticket.result_url);
  url.searchParams.set('success', 'true');
  url.searchParams.set('message', message);
  if (ticket.include_email_in_redirect !== false && email) url.searchParams.set('email', email);
  return { status: 302, headers: { location: url.href } };
}
