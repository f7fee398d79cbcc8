import { z } from 'zod';
import { readBody } from '../call/read-body.ts';
import { type Endpoint, ManagementError } from '../endpoint.ts';
import { createTicket } from './ticket.ts';
import { hasPassword, ticketUser } from './ticket-user.ts';

const body = z.strictObject({
  result_url: z.url().optional(),
  user_id: z.string().min(1).optional(),
  client_id: z.string().optional(),
  organization_id: z.string().optional(),
  connection_id: z.string().optional(),
  email: z.email().optional(),
  ttl_sec: z.int().min(0).optional(),
  mark_email_as_verified: z.boolean().optional(),
  includeEmailInRedirect: z.boolean().optional(),
  identity: z
    .strictObject({ user_id: z.string(), provider: z.literal('auth0'), connection_id: z.string().optional() })
    .optional(),
});

/** `POST /tickets/password-change`: an address at which the user sets a new password. No mail is sent. */
export const createPasswordChangeTicket: Endpoint = {
  method: 'POST',
  path: '/tickets/password-change',
  scopes: ['create:user_tickets'],
  rateLimit: 'other',
  handle(call, tenant) {
    const asked = readBody(call, body);
    const user = ticketUser(tenant, asked);
    if (!hasPassword(tenant, user)) {
      const message = 'The user does not belong to a database connection: there is no password to change.';
      throw new ManagementError(400, message, 'invalid_body');
    }
    const ticket = createTicket(tenant, {
      purpose: 'change-password',
      user_id: user.user_id,
      email: user.email,
      result_url: asked.result_url,
      mark_email_as_verified: asked.mark_email_as_verified,
      include_email_in_redirect: asked.includeEmailInRedirect,
      ttlSec: asked.ttl_sec,
    });
    return { status: 201, body: { ticket } };
  },
};
