import { z } from 'zod';
import { findUser } from '../call/find-user.ts';
import { readBody } from '../call/read-body.ts';
import { type Endpoint, ManagementError } from '../endpoint.ts';
import { createTicket } from './ticket.ts';

const body = z.strictObject({
  result_url: z.url().optional(),
  user_id: z.string().min(1),
  client_id: z.string().optional(),
  organization_id: z.string().optional(),
  ttl_sec: z.int().min(0).optional(),
  includeEmailInRedirect: z.boolean().optional(),
  identity: z
    .strictObject({ user_id: z.string(), provider: z.string(), connection_id: z.string().optional() })
    .optional(),
});

/** `POST /tickets/email-verification`: an address that marks the user's e-mail as verified. No mail is sent. */
export const createEmailVerificationTicket: Endpoint = {
  method: 'POST',
  path: '/tickets/email-verification',
  scopes: ['create:user_tickets'],
  rateLimit: 'other',
  handle(call, tenant) {
    const asked = readBody(call, body);
    const user = findUser(tenant, asked.user_id);
    if (!user.email)
      throw new ManagementError(400, 'The user does not have an email address.', 'invalid_body');
    const ticket = createTicket(tenant, {
      purpose: 'verify-email',
      user_id: user.user_id,
      email: user.email,
      result_url: asked.result_url,
      include_email_in_redirect: asked.includeEmailInRedirect,
      ttlSec: asked.ttl_sec,
    });
    return { status: 201, body: { ticket } };
  },
};
