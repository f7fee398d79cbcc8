import { auditSentences } from './sentences/audit.ts';
import { emailAddressSentences } from './sentences/email-address.ts';
import { errorSentences } from './sentences/errors.ts';
import { formSentences } from './sentences/forms.ts';
import { hookFailureSentences } from './sentences/hook-failures.ts';
import { hookVersionSentences } from './sentences/hook-versions.ts';
import { hookSentences } from './sentences/hooks.ts';
import { invitationSentences } from './sentences/invitations.ts';
import { logSentences } from './sentences/log.ts';
import { logEventNames, unknownEventSentences } from './sentences/log-events.ts';
import { passwordSentences } from './sentences/passwords.ts';
import { savedViewSentences } from './sentences/saved-views.ts';
import { signInSentences } from './sentences/sign-in.ts';
import { tenantSentences } from './sentences/tenant.ts';
import { undoSentences } from './sentences/undo.ts';
import { userSentences } from './sentences/users.ts';

/**
 * The German of every sentence that the server says itself, by the English one, whose placeholders it keeps.
 * Sentences of hooks and of the tenant are nobody’s to translate.
 */
export const germanSentences = {
  ...auditSentences,
  ...emailAddressSentences,
  ...errorSentences,
  ...formSentences,
  ...hookSentences,
  ...hookFailureSentences,
  ...invitationSentences,
  ...logSentences,
  ...logEventNames,
  ...unknownEventSentences,
  ...passwordSentences,
  ...hookVersionSentences,
  ...savedViewSentences,
  ...signInSentences,
  ...tenantSentences,
  ...undoSentences,
  ...userSentences,
} as const;
