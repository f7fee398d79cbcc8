import type { Action } from '#lib/auth0/proofs.ts';
import type { User } from '#lib/auth0/user.ts';
import type { Words } from '#lib/words.ts';
import type { Manager } from '../manager.ts';
import { askAccess, reasonOfSilence } from '../permit/permit-access.ts';
import { isTakenAway, takenAwaySentence } from '../permit/permit-settings.ts';
import type { Policy } from '../policy/policy.ts';
import { resetMailFor } from '../send-password-reset.ts';

/**
 * Why the manager may not do something to a user who is yet to be made again; `null` where nothing is known against
 * it.
 */
export async function reasonAgainstAll(
  manager: Manager,
  policy: Policy,
  user: User,
  actions: readonly Action[],
): Promise<Words | null> {
  const answers = await askAccess(
    manager,
    policy,
    actions.map((action) => ({ user, action })),
  );
  const reasons = actions.flatMap((action, at): Words[] => {
    if (isTakenAway(policy.settings, action)) return [takenAwaySentence];
    const silence = reasonOfSilence(manager, policy, action);
    if (silence) return [silence];
    const answer = answers[at];
    return answer && !answer.permitted ? [answer.failure.message] : [];
  });
  return reasons[0] ?? null;
}

/**
 * Why no mail to set a password can be sent to a user who is yet to be made again; `null` where one can. The hook
 * that is asked about the mail is asked now: were it to fail only then, the user would be there without the mail.
 * @throws AppError 'refused-by-hook', 'hook-failed' by the customDomain hook
 */
export async function reasonAgainstMail(manager: Manager, policy: Policy, user: User): Promise<Words | null> {
  const reason = await reasonAgainstAll(manager, policy, user, ['reset:password']);
  if (reason === null && policy.hooks.customDomain) await resetMailFor(manager, policy, user);
  return reason;
}
