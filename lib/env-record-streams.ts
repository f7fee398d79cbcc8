import { z } from 'zod';

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Shorter ones can be guessed by whoever sees one signed body. */
const secretCharactersMin = 32;

/** Where the records of the audit trail go besides. */
export const recordStreamVariables = {
  /** Is sent each record as it ends; https beyond this machine. */
  AUDIT_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Signs what is sent to AUDIT_WEBHOOK_URL. */
  AUDIT_WEBHOOK_SECRET: z
    .string()
    .min(secretCharactersMin, `must have at least ${secretCharactersMin} characters`)
    .optional(),
  /** Each record is appended to this file as a line of JSON. */
  AUDIT_FILE: z.string().optional(),
};

interface StreamIssue {
  variable: 'AUDIT_WEBHOOK_URL' | 'AUDIT_WEBHOOK_SECRET';
  message: string;
}

/** What is wrong with the variables together. */
export function recordStreamIssues({
  AUDIT_WEBHOOK_URL: address,
  AUDIT_WEBHOOK_SECRET: secret,
}: {
  AUDIT_WEBHOOK_URL?: string;
  AUDIT_WEBHOOK_SECRET?: string;
}): StreamIssue[] {
  if (address === undefined) {
    return secret === undefined
      ? []
      : [{ variable: 'AUDIT_WEBHOOK_URL', message: 'is needed with AUDIT_WEBHOOK_SECRET' }];
  }
  const url = new URL(address);
  const issues: StreamIssue[] = [];
  if (url.protocol === 'http:' && !loopbackHosts.has(url.hostname)) {
    issues.push({ variable: 'AUDIT_WEBHOOK_URL', message: 'must use https beyond this machine' });
  }
  if (url.username !== '' || url.password !== '') {
    issues.push({ variable: 'AUDIT_WEBHOOK_URL', message: 'must hold no name and no password' });
  }
  if (secret === undefined) {
    issues.push({ variable: 'AUDIT_WEBHOOK_SECRET', message: 'is needed with AUDIT_WEBHOOK_URL' });
  }
  return issues;
}
