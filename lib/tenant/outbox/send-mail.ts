import { randomUUID } from 'node:crypto';
import type { Tenant } from '../management/endpoint.ts';

type MailKind = 'verify-email' | 'change-password';

/** A mail that the embedded tenant would have sent. `link` is its one working address. */
export interface Mail {
  id: string;
  sentAt: string;
  to: string;
  subject: string;
  text: string;
  kind: MailKind;
  link?: string;
  /** The domain of the `auth0-custom-domain` header; absent for the tenant's default. */
  customDomain?: string;
  /** The client that the mail speaks for, where one was named. */
  clientId?: string;
}

export const outboxCollection = 'outbox';
const keptMails = 1_000;

/** Puts a mail into the outbox in place of sending it. The newest 1,000 are kept. */
export function sendMail(tenant: Pick<Tenant, 'store'>, mail: Omit<Mail, 'id' | 'sentAt'>): Mail {
  const outbox = tenant.store.collection<Mail>(outboxCollection);
  const sentAt = new Date().toISOString();
  const sent: Mail = { ...mail, id: randomUUID(), sentAt };
  outbox.set(sent.id, sent);
  if (outbox.size > keptMails) {
    for (const old of listMails(tenant).slice(keptMails)) outbox.delete(old.id);
  }
  return sent;
}

/** Newest first. */
export function listMails(tenant: Pick<Tenant, 'store'>): Mail[] {
  const mails = Array.from(tenant.store.collection<Mail>(outboxCollection).values());
  return mails.reverse().sort((a, b) => (a.sentAt < b.sentAt ? 1 : a.sentAt > b.sentAt ? -1 : 0));
}
