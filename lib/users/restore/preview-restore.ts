import { differencesBetween } from '#lib/audit/diff.ts';
import { said } from '#lib/words.ts';
import { displayNameOf } from '../display-name.ts';
import type { Manager } from '../manager.ts';
import { policyFor } from '../policy/policy.ts';
import { restorableForDays } from '../undo/undo-kind.ts';
import { reasonAgainstAll } from './restore-permissions.ts';
import { planRestore } from './restore-plan.ts';
import type { RestorePreview } from './restore-view.ts';

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
  const groupActions = ['read:roles', 'change:roles'] as const;
  const groupsRefused = hasGroups
    ? await reasonAgainstAll(manager, await policyFor(manager), result, groupActions)
    : null;
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
    groupsRefused: groupsRefused && said(groupsRefused),
    mailRefused: plan.mailRefused && said(plan.mailRefused),
  };
}
