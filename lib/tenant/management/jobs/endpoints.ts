import type { Endpoint } from '../endpoint.ts';
import { getJob, getJobErrors } from './get-job.ts';
import { createUsersImport } from './users-imports.ts';
import { createVerificationEmail } from './verification-email.ts';

export const jobEndpoints: Endpoint[] = [createUsersImport, createVerificationEmail, getJob, getJobErrors];
