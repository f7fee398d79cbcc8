import type { Action } from '#lib/auth0/proofs.ts';
import { blockUser } from '#lib/users/block-user.ts';
import { deleteUser } from '#lib/users/delete-user.ts';
import type { FormValues } from '#lib/users/form/user-form.ts';
import { getUser } from '#lib/users/get-user.ts';
import { liftBlocks } from '#lib/users/lift-blocks.ts';
import { listUserLog } from '#lib/users/log/list-user-log.ts';
import type { Manager } from '#lib/users/manager.ts';
import { passwordResetChoice } from '#lib/users/password-reset-clients.ts';
import { changeUserOrganizations } from '#lib/users/roles/change-user-organizations.ts';
import { changeUserRoles } from '#lib/users/roles/change-user-roles.ts';
import {
  listJoinableOrganizations,
  listUserOrganizations,
} from '#lib/users/roles/list-user-organizations.ts';
import { listAssignableRoles, listUserRoles } from '#lib/users/roles/list-user-roles.ts';
import { sendPasswordReset } from '#lib/users/send-password-reset.ts';
import { sendVerificationEmail } from '#lib/users/send-verification-email.ts';
import { listDevices } from '#lib/users/sign-ins/list-devices.ts';
import { removeMultifactor } from '#lib/users/sign-ins/remove-multifactor.ts';
import { unblockUser } from '#lib/users/unblock-user.ts';
import { updateUser } from '#lib/users/update-user.ts';
import { tenantRoles } from './seed-groups.ts';

/** One way of doing an action of the access hook to a user. */
export interface ActionRow {
  action: Action;
  done: string;
  /** What changes the tenant or sends a mail when the action is done; nothing for what is only read. */
  writes: string[];
  run(manager: Manager, userId: string, loaded: FormValues): Promise<unknown>;
}

const edit =
  (values: FormValues): ActionRow['run'] =>
  (manager, userId, loaded) =>
    updateUser(manager, { userId, loaded, values });

const read = { writes: [] };
const patch = { writes: ['PATCH /users/auth0%7Cuser'] };
const reset = { writes: ['POST /dbconnections/change_password'] };
const newPassword = { password: 'Velvet-Harbour-77', repeatPassword: 'Velvet-Harbour-77' };

/** Every action, in every way in which the console does it. */
export const actionTable: ActionRow[] = [
  { action: 'read:user', done: 'see', ...read, run: (manager, userId) => getUser(manager, userId) },
  {
    action: 'delete:user',
    done: 'delete',
    writes: ['DELETE /users/auth0%7Cuser'],
    run: (manager, userId) => deleteUser(manager, { userId }),
  },
  { action: 'change:profile', done: 'rename', ...patch, run: edit({ name: 'Other' }) },
  { action: 'change:email', done: 'readdress', ...patch, run: edit({ email: 'other@example.com' }) },
  { action: 'change:username', done: 'change the username of', ...patch, run: edit({ username: 'other' }) },
  { action: 'change:password', done: 'set a password for', ...patch, run: edit(newPassword) },
  {
    action: 'reset:password',
    done: 'send a reset mail to',
    ...reset,
    run: (manager, userId) => sendPasswordReset(manager, { userId, clientId: 'portal' }),
  },
  {
    action: 'reset:password',
    done: 'learn the applications for a reset mail to',
    ...read,
    run: (manager, userId) => passwordResetChoice(manager, { userId }),
  },
  {
    action: 'send:verification-email',
    done: 'send a verification mail to',
    writes: ['POST /jobs/verification-email'],
    run: (manager, userId) => sendVerificationEmail(manager, { userId }),
  },
  {
    action: 'block:user',
    done: 'block',
    ...patch,
    run: (manager, userId) => blockUser(manager, { userId }),
  },
  {
    action: 'unblock:user',
    done: 'unblock',
    ...patch,
    run: (manager, userId) => unblockUser(manager, { userId }),
  },
  {
    action: 'unblock:user',
    done: 'lift the sign-in blocks of',
    writes: ['DELETE /user-blocks/auth0%7Cuser'],
    run: (manager, userId) => liftBlocks(manager, { userId }),
  },
  {
    action: 'remove:multifactor-provider',
    done: 'remove the second factors of',
    writes: ['DELETE /users/auth0%7Cuser/authentication-methods'],
    run: (manager, userId) => removeMultifactor(manager, { userId }),
  },
  {
    action: 'read:devices',
    done: 'see the devices of',
    ...read,
    run: (manager, userId) => listDevices(manager, { userId, group: 'steady' }),
  },
  {
    action: 'read:logs',
    done: 'see the log of',
    ...read,
    run: (manager, userId) => listUserLog(manager, userId, 1),
  },
  {
    action: 'read:roles',
    done: 'see the roles of',
    ...read,
    run: (manager, userId) => listUserRoles(manager, { userId }),
  },
  {
    action: 'read:roles',
    done: 'see the organizations of',
    ...read,
    run: (manager, userId) => listUserOrganizations(manager, { userId, page: 1 }),
  },
  {
    action: 'change:roles',
    done: 'see the roles to assign to',
    ...read,
    run: (manager, userId) => listAssignableRoles(manager, { userId, page: 1 }),
  },
  {
    action: 'change:roles',
    done: 'see the organizations to add',
    ...read,
    run: (manager, userId) => listJoinableOrganizations(manager, { userId }),
  },
  {
    action: 'change:roles',
    done: 'assign a role to',
    writes: ['POST /users/auth0%7Cuser/roles'],
    run: (manager, userId) =>
      changeUserRoles(manager, { userId, change: 'assign', roleIds: [tenantRoles.recruiter] }),
  },
  {
    action: 'change:roles',
    done: 'add to an organization',
    writes: ['POST /organizations/org_acme/members'],
    run: (manager, userId) =>
      changeUserOrganizations(manager, { userId, change: 'add', organizationId: 'org_acme' }),
  },
  {
    action: 'change:roles',
    done: 'remove from an organization',
    writes: ['DELETE /organizations/org_acme/members'],
    run: (manager, userId) =>
      changeUserOrganizations(manager, { userId, change: 'remove', organizationId: 'org_acme' }),
  },
];
