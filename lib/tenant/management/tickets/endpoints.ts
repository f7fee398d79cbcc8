import type { Endpoint } from '../endpoint.ts';
import { createEmailVerificationTicket } from './create-email-verification.ts';
import { createPasswordChangeTicket } from './create-password-change.ts';

export const ticketEndpoints: Endpoint[] = [createPasswordChangeTicket, createEmailVerificationTicket];
