import { z } from 'zod';
import { mailOrigin } from '../../outbox/mail-origin.ts';
import { sendMail } from '../../outbox/send-mail.ts';
import type { Route, RouteCall, RouteReply } from '../../server/route.ts';
import { connectionByName, isDatabase } from '../connections/connection.ts';
import type { Tenant } from '../endpoint.ts';
import { createTicket } from '../tickets/ticket.ts';
import { userByIdentifier } from '../tickets/ticket-user.ts';

const body = z.looseObject({
  client_id: z.string().min(1).optional(),
  email: z.string().min(1).optional(),
  username: z.string().min(1).optional(),
  connection: z.string().min(1),
});

/**
 * `POST /dbconnections/change_password`, of Auth0's Authentication API: sends the user a mail with a link. `email`
 * takes any identifier. The answer is the same whether or not there is such a user.
 */
export const changePasswordRoute: Route = {
  method: 'POST',
  path: '/dbconnections/change_password',
  handle: changePassword,
};

function changePassword(call: RouteCall, tenant: Tenant): RouteReply {
  const parsed = body.safeParse(call.body);
  if (!parsed.success) return refusal('connection is required');
  const { email, username } = parsed.data;
  const identifier = email ?? username;
  if (!identifier) return refusal('email is required');
  const connection = connectionByName(tenant, parsed.data.connection);
  if (!connection || !isDatabase(connection)) return refusal('connection does not exist');
  const user = userByIdentifier(tenant, connection.name, identifier);
  if (user?.email) {
    const link = createTicket(tenant, {
      purpose: 'change-password',
      user_id: user.user_id,
      email: user.email,
      mark_email_as_verified: true,
    });
    sendMail(tenant, {
      ...mailOrigin(call.headers, parsed.data.client_id),
      to: user.email,
      kind: 'change-password',
      subject: 'Set a new password',
      text: `Somebody asked for a new password for ${user.email}. Set it at the address below. It works once and for five days. If it was not you, nothing has changed and you can ignore this mail.`,
      link,
    });
  }
  return { status: 200, text: "We've just sent you an email to reset your password." };
}

function refusal(error: string): RouteReply {
  return { status: 400, json: { error, statusCode: 400 } };
}
