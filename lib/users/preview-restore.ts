import { differencesBetween } from '#lib/audit/diff.ts';
import type { Action } from '#lib/auth0/proofs.ts';
import { said, type Words } from '#lib/words.ts';
import { displayNameOf } from './display-name.ts';
import type { Manager } from './manager.ts';
import { askAccess, reasonOfSilence } from './permit-access.ts';
import { isTakenAway, takenAwaySentence } from './permit-settings.ts';
import { policyFor } from './policy.ts';
import { planRestore, type RestorePlan } from './restore-plan.ts';
import type { RestorePreview } from './restore-view.ts';
import { restorableForDays } from './undo-kind.ts';

const dayMs = 24 * 60 * 60_000;

/**
 * What making a deleted user again would do, after every rule was asked that will be asked again when it is done.
 * @throws AppError as `planRestore` does
 */
export async function previewRestore(
  manager: Manager,
  { recordId }: { recordId: string },
): Promise<RestorePreview> {
  const plan = await planRestore(manager, recordId);
  const { record, user, result, roles, organizations, hadSecrets } = plan;
  const hasGroups = [...(roles ?? []), ...(organizations ?? [])].length > 0;
  const groupsRefused = hasGroups ? await reasonAgainst(manager, plan, ['read:roles', 'change:roles']) : null;
  return {
    user: { userId: user.user_id, name: displayNameOf(user), email: result.email ?? null },
    until: new Date(Date.parse(record.startedAt) + restorableForDays * dayMs).toISOString(),
    changes: differencesBetween({ ...user }, { ...result }).map(({ path, before, after }) => ({
      label: path,
      now: before ?? null,
      after: after ?? null,
    })),
    roles: groupsRefused === null ? (roles ?? []).map(({ name }) => name) : [],
    organizations: groupsRefused === null ? (organizations ?? []).map(({ name }) => name) : [],
    missing: [
      ...(hadSecrets ? (['secrets'] as const) : []),
      ...(roles === null ? (['roles'] as const) : []),
      ...(organizations === null ? (['organizations'] as const) : []),
    ],
    groupsRefused,
    mailRefused: await reasonAgainst(manager, plan, ['reset:password']),
  };
}

/** Why the manager may not do something to the user who will be there, as far as that is known before. */
async function reasonAgainst(
  manager: Manager,
  { result }: RestorePlan,
  actions: readonly Action[],
): Promise<string | null> {
  const policy = await policyFor(manager);
  const answers = await askAccess(
    manager,
    policy,
    actions.map((action) => ({ user: result, action })),
  );
  const reasons = actions.flatMap((action, at): Words[] => {
    if (isTakenAway(policy.settings, action)) return [takenAwaySentence];
    const silence = reasonOfSilence(manager, policy, action);
    if (silence) return [silence];
    const answer = answers[at];
    return answer && !answer.permitted ? [answer.failure.message] : [];
  });
  return reasons[0] === undefined ? null : said(reasons[0]);
}
