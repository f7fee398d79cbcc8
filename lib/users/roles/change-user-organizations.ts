import { noteChange } from '#lib/audit/note.ts';
import { addMember, organizationById, removeMember } from '#lib/auth0/organizations.ts';
import { AppError } from '#lib/errors.ts';
import { words } from '#lib/words.ts';
import { displayNameOf } from '../display-name.ts';
import { type Manager, requireScope } from '../manager.ts';
import { permitStill } from '../permit/permit-still.ts';
import { recorded } from '../recorded.ts';

export interface ChangeUserOrganizationsInput {
  userId: string;
  change: 'add' | 'remove';
  organizationId: string;
}

export interface ChangedUserOrganizations {
  /** The user's name, else the e-mail address, the username, the id. */
  name: string;
  organization: string;
}

/**
 * Adds a user to one organization of the tenant, or removes the user from it. Which organizations a manager
 * reaches is for the access hook alone to say.
 * @throws AppError 'invalid-input' for an organization that is gone; 'refused-by-guard' for somebody who has more
 * rights; 'no-role', 'not-allowed', 'not-found', 'refused-by-hook', 'hook-failed', 'tenant-limit',
 * 'tenant-unavailable', 'tenant-refused'
 */
export const changeUserOrganizations = recorded(
  'change:organizations',
  async (
    manager: Manager,
    { userId, change, organizationId }: ChangeUserOrganizationsInput,
  ): Promise<ChangedUserOrganizations> => {
    requireScope(manager, 'manage:users');
    const { permitted, seenAs } = await permitStill(manager, userId, ['read:roles', 'change:roles']);
    const organization = await organizationById(organizationId);
    if (!organization) {
      throw new AppError(
        'invalid-input',
        words('This organization no longer exists in the tenant. Nothing was changed; load the page again.'),
      );
    }
    const membership = { organizations: { [organization.id]: organization.name } };
    const none = { organizations: {} };
    if (change === 'add') noteChange(none, membership);
    else noteChange(membership, none);
    await (change === 'add' ? addMember : removeMember)(permitted, organization);
    return { name: displayNameOf(seenAs), organization: organization.name };
  },
);
