import { OrganizationsSection } from '#components/users/roles/organizations-section.tsx';
import { RolesSection } from '#components/users/roles/roles-section.tsx';
import { asManager } from '#lib/session.ts';
import { listUserOrganizations } from '#lib/users/roles/list-user-organizations.ts';
import { listUserRoles } from '#lib/users/roles/list-user-roles.ts';
import type { UserView } from '#lib/users/user-view.ts';
import {
  changeUserOrganizationsAction,
  changeUserRolesAction,
  listAssignableRolesAction,
  listJoinableOrganizationsAction,
} from '../actions.ts';
import { shown } from './shown.tsx';

const roleCalls = { assignable: listAssignableRolesAction, changeRoles: changeUserRolesAction };
const organizationCalls = {
  joinable: listJoinableOrganizationsAction,
  changeOrganizations: changeUserOrganizationsAction,
};

/** The tab of the roles that the tenant assigns to a user. */
export async function RolesTab({ user: { userId, displayName: name, permitted } }: { user: UserView }) {
  const outcome = await asManager((manager) => listUserRoles(manager, { userId }));
  return shown(outcome, ({ roles }) => (
    <RolesSection
      user={{ userId, name }}
      roles={roles}
      change={permitted['change:roles']}
      calls={roleCalls}
    />
  ));
}

/** The tab of the organizations that a user is a member of. */
export async function OrganizationsTab({
  user: { userId, displayName: name, permitted },
  page,
}: {
  user: UserView;
  page: number;
}) {
  const outcome = await asManager((manager) => listUserOrganizations(manager, { userId, page }));
  return shown(outcome, (organizations) => (
    <OrganizationsSection
      user={{ userId, name }}
      shown={organizations}
      change={permitted['change:roles']}
      calls={organizationCalls}
    />
  ));
}
