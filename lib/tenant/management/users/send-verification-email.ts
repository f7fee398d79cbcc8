import type { IncomingHttpHeaders } from 'node:http';
import { mailOrigin } from '../../outbox/mail-origin.ts';
import { sendMail } from '../../outbox/send-mail.ts';
import type { TenantUser } from '../../tenant-user.ts';
import type { Tenant } from '../endpoint.ts';
import { createTicket } from '../tickets/ticket.ts';

/** Sends a user a mail with a link that marks the address as verified; nothing without an address. */
export function sendVerificationEmail(
  tenant: Tenant,
  { user_id, email }: TenantUser,
  headers: IncomingHttpHeaders,
  clientId?: string,
): void {
  if (email === undefined) return;
  sendMail(tenant, {
    ...mailOrigin(headers, clientId),
    to: email,
    kind: 'verify-email',
    subject: 'Confirm your e-mail address',
    text: `Confirm that ${email} is yours by opening the address below. It works for five days.`,
    link: createTicket(tenant, { purpose: 'verify-email', user_id, email }),
  });
}
