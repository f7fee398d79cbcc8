import { z } from 'zod';
import { findUser } from '../call/find-user.ts';
import { newId } from '../call/new-id.ts';
import { readBody } from '../call/read-body.ts';
import { type Endpoint, ManagementError } from '../endpoint.ts';
import { sendVerificationEmail } from '../users/send-verification-email.ts';
import { type Job, jobCollection } from './job.ts';

const body = z.strictObject({
  user_id: z.string().min(1),
  client_id: z.string().optional(),
  organization_id: z.string().optional(),
  identity: z
    .strictObject({ user_id: z.string(), provider: z.string(), connection_id: z.string().optional() })
    .optional(),
});

/** `POST /jobs/verification-email`: sends the user a mail with a link that marks the address as verified. */
export const createVerificationEmail: Endpoint = {
  method: 'POST',
  path: '/jobs/verification-email',
  scopes: ['update:users'],
  rateLimit: 'other',
  handle(call, tenant) {
    const { user_id: userId, client_id: clientId } = readBody(call, body);
    const user = findUser(tenant, userId);
    if (!user.email)
      throw new ManagementError(400, 'The user does not have an email address.', 'invalid_body');
    sendVerificationEmail(tenant, user, call.headers, clientId);
    const job: Job = {
      id: newId('job_'),
      type: 'verification_email',
      status: 'completed',
      created_at: new Date().toISOString(),
    };
    jobCollection(tenant).set(job.id, job);
    return { status: 201, body: { ...job, status: 'pending' } };
  },
};
