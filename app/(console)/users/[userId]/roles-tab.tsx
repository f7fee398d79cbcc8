import { UserRolesAndOrganizations } from '#components/users/roles/user-roles.tsx';
import { asManager } from '#lib/session.ts';
import { listUserOrganizations } from '#lib/users/list-user-organizations.ts';
import { listUserRoles } from '#lib/users/list-user-roles.ts';
import type { UserView } from '#lib/users/user-view.ts';
import {
  changeUserOrganizationsAction,
  changeUserRolesAction,
  listAssignableRolesAction,
  listJoinableOrganizationsAction,
} from '../actions.ts';

const calls = {
  assignable: listAssignableRolesAction,
  changeRoles: changeUserRolesAction,
  joinable: listJoinableOrganizationsAction,
  changeOrganizations: changeUserOrganizationsAction,
};

/** The tab of roles and organizations, each read on its own: one may be there while the other cannot be had. */
export async function RolesTab({
  user: { userId, displayName, permitted },
  page,
}: {
  user: UserView;
  page: number;
}) {
  const [roles, organizations] = await Promise.all([
    asManager((manager) => listUserRoles(manager, { userId })),
    asManager((manager) => listUserOrganizations(manager, { userId, page })),
  ]);
  return (
    <UserRolesAndOrganizations
      user={{ userId, name: displayName }}
      roles={roles}
      organizations={organizations}
      change={permitted['change:roles']}
      calls={calls}
    />
  );
}
