import type { Route } from '../../server/route.ts';
import { appendLog } from '../logs/append-log.ts';
import { findTicket, spendTicket, ticketPaths } from './ticket.ts';
import { deadLinkPage, ticketResult } from './ticket-page.ts';

/** `GET /lo/verify_email?ticket=`: marks the address as verified, if it is still the user's. */
export const verifyEmailRoute: Route = {
  method: 'GET',
  path: ticketPaths['verify-email'],
  handle(call, tenant) {
    const ticket = findTicket(tenant, 'verify-email', call.query.get('ticket'));
    const user = ticket && tenant.store.users.get(ticket.user_id);
    if (!ticket || !user || user.email !== ticket.email) return deadLinkPage();
    tenant.store.users.set(user.user_id, {
      ...user,
      email_verified: true,
      updated_at: new Date().toISOString(),
    });
    spendTicket(tenant, ticket);
    appendLog(tenant, {
      type: 'sv',
      description: 'E-mail address verified',
      user_id: user.user_id,
      user_name: user.email,
      connection: user.identities[0]?.connection,
      ip: call.ip,
    });
    return ticketResult(ticket, {
      title: 'Address confirmed',
      message: `${user.email} is confirmed as yours. You can close this page.`,
      email: user.email,
    });
  },
};
