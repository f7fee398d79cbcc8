import { auditSentences } from './sentences/audit.ts';
import { errorSentences } from './sentences/errors.ts';
import { hookVersionSentences } from './sentences/hook-versions.ts';
import { signInSentences } from './sentences/sign-in.ts';
import { tenantSentences } from './sentences/tenant.ts';

/**
 * The German of every sentence that the server says itself, by the English one, whose placeholders it keeps.
 * Sentences of hooks and of the tenant are nobody’s to translate.
 */
export const germanSentences = {
  ...auditSentences,
  ...errorSentences,
  ...hookVersionSentences,
  ...signInSentences,
  ...tenantSentences,
} as const;
