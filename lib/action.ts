import 'server-only';
import { headers } from 'next/headers';
import type { z } from 'zod';
import { withTimeLimit } from '#lib/auth0/time-limit.ts';
import { env } from '#lib/env.ts';
import { AppError } from '#lib/errors.ts';
import { attempt, type Outcome, requireManager } from '#lib/session.ts';
import type { Manager } from '#lib/users/manager.ts';
import { withTranslatedErrors } from '#lib/users/policy/translated-errors.ts';
import { recordIdOf, recordUnreadable } from '#lib/users/recorded.ts';
import { type Words, words } from '#lib/words.ts';

/**
 * Makes a server action of a verb: checks where the request comes from, who asks and what form the input
 * has, runs the verb, and answers with its value or a problem. The only thing an `actions.ts` may export.
 */
export function managerAction<Input extends z.ZodType, Value>(
  inputSchema: Input,
  verb: (manager: Manager, input: z.output<Input>) => Promise<Value>,
): (input: z.input<Input>) => Promise<Outcome<Value>> {
  return async (input) => {
    const outcome = await attempt(async () => {
      await requireOwnOrigin();
      const manager = await requireManager();
      const parsed = inputSchema.safeParse(input);
      if (!parsed.success) {
        const error = new AppError('invalid-input', describeIssues(parsed.error));
        await recordUnreadable(manager, verb, input, error);
        throw error;
      }
      return withTimeLimit(() => withTranslatedErrors(manager, () => verb(manager, parsed.data)));
    });
    const recordId = outcome.ok ? recordIdOf(outcome.value) : undefined;
    return outcome.ok && recordId !== undefined ? { ...outcome, recordId } : outcome;
  };
}

/**
 * The framework compares Origin with a Host that a proxy may have forged, and lets a request without an
 * Origin pass. Every browser sends one with a POST, so anything but our own is refused here.
 */
async function requireOwnOrigin(): Promise<void> {
  const received = await headers();
  const site = received.get('sec-fetch-site');
  const isOwn = received.get('origin') === new URL(env().APP_BASE_URL).origin;
  if (!isOwn || (site !== null && site !== 'same-origin')) {
    throw new AppError(
      'not-allowed',
      words('This request did not come from the console’s own pages. Nothing was changed.'),
    );
  }
}

function describeIssues(error: z.ZodError): Words {
  const place = error.issues[0]?.path.join('.');
  return place
    ? words(
        'The request has a form that the console does not know at “{place}”. Nothing was changed; load the page again.',
        { place },
      )
    : words(
        'The request has a form that the console does not know. Nothing was changed; load the page again.',
      );
}
