import { currentAttempt } from '#lib/audit/attempt.ts';
import { noteBodies, noteChange, noteUserAfter } from '#lib/audit/note.ts';
import { AppError, toProblem } from '#lib/errors.ts';
import { noteOwnWrite } from '#lib/state/own-writes.ts';
import { inARow, type Words, words } from '#lib/words.ts';
import { displayNameOf } from '../display-name.ts';
import type { Manager } from '../manager.ts';
import { permitAndSee } from '../permit.ts';
import { unrecorded } from '../recorded.ts';
import { changeUserOrganizations } from '../roles/change-user-organizations.ts';
import { changeUserRoles } from '../roles/change-user-roles.ts';
import { sendPasswordReset } from '../send-password-reset.ts';
import { withoutNothingChanged } from '../update/update-parts-send.ts';
import type { RestoreContent } from './restore-job.ts';
import type { RestoredUser } from './restore-view.ts';

/**
 * What follows when the tenant has made a user again: roles and organizations are put back and the mail to set a
 * password is sent, each as the manager would by hand. One that fails keeps none of the others.
 * @throws AppError 'partly-saved' with what was not done and why; 'not-found' while the user is not there
 */
export async function restoreTheRest(
  manager: Manager,
  { userId, name, roles, organizations }: RestoreContent,
): Promise<RestoredUser> {
  const { permitted, seenAs } = await permitAndSee(manager, userId, 'read:user');
  const { user } = permitted;
  noteUserAfter(user);
  const bodies = currentAttempt()?.bodies;
  await noteOwnWrite(user);
  const missing: Words[] = [];
  const reasons: Words[] = [];
  const step = async (what: Words, run: () => Promise<unknown>) => {
    try {
      await run();
    } catch (error) {
      missing.push(what);
      reasons.push(error instanceof AppError ? withoutNothingChanged(error.words) : toProblem(error).message);
    }
  };
  if (roles.length > 0) {
    const roleIds = roles.map(({ id }) => id);
    await step(words('Roles'), () =>
      unrecorded(changeUserRoles)(manager, { userId, change: 'assign', roleIds }),
    );
  }
  for (const { id: organizationId, name: organization } of organizations) {
    await step(organization, () =>
      unrecorded(changeUserOrganizations)(manager, { userId, change: 'add', organizationId }),
    );
  }
  await step(words('Password-reset mail'), () => unrecorded(sendPasswordReset)(manager, { userId }));
  // What the steps noted of themselves is no more than a part of this.
  noteChange(null, { ...user });
  if (bodies) noteBodies(bodies);
  if (missing.length === 0) return { userId, name: displayNameOf(seenAs) };
  throw new AppError(
    'partly-saved',
    words('{name} was restored, but not everything. Not done: {missing}. {reason}', {
      name,
      missing: inARow(missing, ', '),
      reason: inARow(reasons),
    }),
    { saved: [name], notSaved: missing },
  );
}
