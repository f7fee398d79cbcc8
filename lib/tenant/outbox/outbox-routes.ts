import { html } from '../login/html.ts';
import { page } from '../login/page.ts';
import { param } from '../management/call/find-user.ts';
import { resetRoutes } from '../management/tickets/reset-password.ts';
import { verifyEmailRoute } from '../management/tickets/verify-email.ts';
import type { Route, RouteReply } from '../server/route.ts';
import { listMails, type Mail } from './send-mail.ts';

const tenantTitle = 'Embedded tenant';

/** `/outbox`: every mail that would have been sent, newest first. */
const listPage: Route = {
  method: 'GET',
  path: '/outbox',
  handle(_, tenant): RouteReply {
    const mails = listMails(tenant);
    const main = html`
<h1>Outbox</h1>
<p class="lead">Mail that the embedded tenant did not send</p>
${
  mails.length > 0
    ? html`<ul class="links">${mails.map(listItem)}</ul>`
    : html`<p class="note">Nothing yet. Ask for a password reset or an e-mail verification, and the mail is here.</p>`
}`;
    return { status: 200, ...page({ title: 'Outbox', tenantTitle, main }) };
  },
};

function listItem(mail: Mail) {
  return html`<li><a href="/outbox/${mail.id}">${mail.subject}</a><span class="what">${timeOf(mail)}</span><span class="what">${mail.to}</span></li>`;
}

/** `/outbox/{id}`: one mail, with its link. */
const mailPage: Route = {
  method: 'GET',
  path: '/outbox/{id}',
  handle(call, tenant): RouteReply {
    const mail = listMails(tenant).find(({ id }) => id === param(call, 'id'));
    const main = mail
      ? mailText(mail)
      : html`<h1>No such mail</h1><p class="lead">It is not in the outbox, or not any more.</p>`;
    const back = html`${main}<p class="note"><a href="/outbox">All mail</a></p>`;
    return {
      status: mail ? 200 : 404,
      ...page({ title: mail?.subject ?? 'No such mail', tenantTitle, main: back }),
    };
  },
};

function mailText(mail: Mail) {
  return html`
<h1>${mail.subject}</h1>
<p class="lead">to ${mail.to}, ${timeOf(mail)}</p>
${mail.customDomain !== undefined && html`<p class="note">from ${mail.customDomain}</p>`}
<p class="note">${mail.text}</p>
${mail.link !== undefined && html`<p class="note"><a href="${mail.link}">${mail.link}</a></p>`}`;
}

function timeOf({ sentAt }: Mail) {
  return html`<time datetime="${sentAt}">${sentAt.slice(0, 16).replace('T', ' ')} UTC</time>`;
}

/** The outbox, and the pages that the links in its mails lead to. */
export const outboxRoutes: Route[] = [listPage, mailPage, ...resetRoutes, verifyEmailRoute];
