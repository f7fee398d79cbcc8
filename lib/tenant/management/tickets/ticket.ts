import { createHash, randomBytes } from 'node:crypto';
import type { Tenant } from '../endpoint.ts';

/** What a ticket lets its holder do, once. */
export type TicketPurpose = 'change-password' | 'verify-email';

/** A ticket in the collection `tickets`, kept by its hash: the ticket itself is only in the mail. */
export type Ticket = {
  id: string;
  purpose: TicketPurpose;
  user_id: string;
  /** The address that is verified, or that the mail went to. */
  email?: string;
  expires_at: string;
  result_url?: string;
  mark_email_as_verified?: boolean;
  include_email_in_redirect?: boolean;
};

/** Auth0's default: five days. */
const ticketTtlDefaultSec = 432_000;

export const ticketPaths: Record<TicketPurpose, string> = {
  'change-password': '/lo/reset',
  'verify-email': '/lo/verify_email',
};

type NewTicket = Omit<Ticket, 'id' | 'expires_at'> & { ttlSec?: number };

/** Makes a ticket and returns the address that uses it. The address is a secret of the user. */
export function createTicket(
  tenant: Pick<Tenant, 'store' | 'issuer'>,
  { ttlSec, ...ticket }: NewTicket,
): string {
  const secret = randomBytes(24).toString('base64url');
  const lifetimeSec = ttlSec || ticketTtlDefaultSec;
  const expires_at = new Date(Date.now() + lifetimeSec * 1_000).toISOString();
  const id = hashOf(secret);
  ticketCollection(tenant).set(id, { ...ticket, id, expires_at });
  const url = new URL(ticketPaths[ticket.purpose], tenant.issuer);
  url.searchParams.set('ticket', secret);
  return url.href;
}

/** The ticket that a link names; undefined when it is unknown, used, expired or for something else. */
export function findTicket(
  tenant: Pick<Tenant, 'store'>,
  purpose: TicketPurpose,
  secret: string | null | undefined,
): Ticket | undefined {
  const ticket = secret ? ticketCollection(tenant).get(hashOf(secret)) : undefined;
  if (!ticket || ticket.purpose !== purpose) return undefined;
  if (Date.parse(ticket.expires_at) > Date.now()) return ticket;
  ticketCollection(tenant).delete(ticket.id);
  return undefined;
}

/** Uses a ticket up, and every other one of the user for the same purpose. */
export function spendTicket(tenant: Pick<Tenant, 'store'>, spent: Ticket): void {
  const tickets = ticketCollection(tenant);
  for (const ticket of Array.from(tickets.values())) {
    if (ticket.user_id === spent.user_id && ticket.purpose === spent.purpose) tickets.delete(ticket.id);
  }
}

function ticketCollection(tenant: Pick<Tenant, 'store'>) {
  return tenant.store.collection<Ticket>('tickets');
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
