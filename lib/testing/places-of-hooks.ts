import type { DeviceType } from '#lib/auth0/device-credentials.ts';
import type { HookName } from '#lib/hook-runner/hook.ts';
import { blockUser } from '#lib/users/block-user.ts';
import { createUser } from '#lib/users/create-user.ts';
import { deleteUser } from '#lib/users/delete-user.ts';
import { createUserForm, editUserForm } from '#lib/users/form/form.ts';
import { checkCreateForm } from '#lib/users/form/form-check-create.ts';
import { checkEditForm } from '#lib/users/form/form-check-edit.ts';
import { getUser } from '#lib/users/get-user.ts';
import { inviteUser } from '#lib/users/invite-user.ts';
import { liftBlocks } from '#lib/users/lift-blocks.ts';
import { exportUsers } from '#lib/users/list/export-users.ts';
import { listUsers } from '#lib/users/list/list-users.ts';
import { exportLog } from '#lib/users/log/export-log.ts';
import { getLogEntry } from '#lib/users/log/get-log-entry.ts';
import { getUserLogEntry } from '#lib/users/log/get-user-log-entry.ts';
import { listLog } from '#lib/users/log/list-log.ts';
import { listUserLog } from '#lib/users/log/list-user-log.ts';
import { wholeLog } from '#lib/users/log/log-filter.ts';
import { passwordResetChoice } from '#lib/users/password-reset-clients.ts';
import { listUserHistory } from '#lib/users/records/list-user-history.ts';
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
import { listMultifactor } from '#lib/users/sign-ins/list-multifactor.ts';
import { listSessions } from '#lib/users/sign-ins/list-sessions.ts';
import { removeMultifactor } from '#lib/users/sign-ins/remove-multifactor.ts';
import { revokeAccess } from '#lib/users/sign-ins/revoke-access.ts';
import { revokeDevice } from '#lib/users/sign-ins/revoke-device.ts';
import { unblockUser } from '#lib/users/unblock-user.ts';
import { updateUser } from '#lib/users/update-user.ts';
import { answering, type OwnHooksWorld, omar } from './own-hooks.ts';
import { signedIn } from './people.ts';
import { placesOfBulk } from './places-of-bulk.ts';
import { type LeftRecords, leaveRecords, nils, placesOfRecords } from './places-of-records.ts';
import { tenantRoles } from './seed-groups.ts';

const nina = 'auth0|nina';
const changes = { 'user_metadata.title': 'Auditor' };
const loaded = {
  name: 'Nina',
  email: 'nina@example.com',
  memberships: ['Finance'],
  'user_metadata.title': 'Controller',
};

/** Hooks with which every attempt below goes through. */
export const goodHooks: Record<HookName, string> = {
  access: '(ctx, callback) => callback() // read:roles and change:roles too',
  filter: answering('app_metadata.department:Finance'),
  write: `(ctx, callback) => callback(null, { ...ctx.payload, memberships: undefined,
    app_metadata: { department: 'Finance' } })`,
  memberships: answering(['Finance']),
  settings: answering({
    connections: ['Username-Password-Authentication'],
    userFields: [
      { property: 'name', create: true, edit: true },
      { property: 'user_metadata.title', create: true, edit: true },
    ],
  }),
  customDomain: answering({}),
};

/** The ids of what Nina has left behind, and of what was recorded of others. */
export interface Traces {
  deviceId: string;
  methodId: string;
  logId: string;
  records: LeftRecords;
}

/** Leaves traces of Nina in the tenant, so that there is something to be shown, revoked and removed, and records. */
export async function leaveTraces(world: OwnHooksWorld): Promise<Traces> {
  const { tenant } = world;
  const { logs, devices } = await tenant.putTraces({
    logs: [
      { date: new Date(Date.now() - 60_000).toISOString(), type: 's', user_id: nina, user_name: 'nina@x.de' },
    ],
    devices: [{ user_id: nina, device_name: 'Firefox on Linux' }],
    sessions: [{ user_id: nina }],
    methods: [
      { user_id: nils, type: 'totp' },
      { user_id: nina, type: 'totp' },
      { user_id: nina, type: 'phone', phone_number: '+12125550123' },
    ],
  });
  const methods = await tenant.api('GET', `/users/${encodeURIComponent(nina)}/authentication-methods`);
  const [method] = methods as { id: string }[];
  const records = await leaveRecords(world);
  return { logId: logs[0] ?? '', deviceId: devices[0] ?? '', methodId: method?.id ?? '', records };
}

/**
 * Every place from which hooks are called, in an order in which all of them go through one after the other. Kelly
 * asks; of the tenant's log Olga, who is an Operator.
 */
export function placesOfHooks(world: OwnHooksWorld, traces: () => Traces) {
  const kelly = () => signedIn(world.people.kelly);
  const olga = () => signedIn(world.people.olga);
  const one = { userId: nina };
  const listed = { search: '', sort: { by: 'name', descending: false }, page: 1, perPage: 10 } as const;
  const roles = { userId: nina, roleIds: [tenantRoles.recruiter] };
  const organization = { userId: nina, organizationId: 'org_acme' };
  const filled = { ...omar, memberships: ['Finance'] };
  return {
    'the list': () => listUsers(kelly(), listed),
    'an export of users': () => Array.fromAsync(exportUsers(kelly(), listed)),
    'the page': () => getUser(kelly(), nina),
    'the devices': () => listDevices(kelly(), { ...one, group: 'steady' }),
    'the sessions': () => listSessions(kelly(), nina),
    'the second factors': () => listMultifactor(kelly(), nina),
    'the log of a user': () => listUserLog(kelly(), nina, 1),
    'an entry of a user’s log': () => getUserLogEntry(kelly(), one.userId, traces().logId),
    'the history of a user': () => listUserHistory(kelly(), nina, ''),
    'the roles': () => listUserRoles(kelly(), one),
    'the roles to assign': () => listAssignableRoles(kelly(), { ...one, page: 1 }),
    'the organizations': () => listUserOrganizations(kelly(), { ...one, page: 1 }),
    'the organizations to join': () => listJoinableOrganizations(kelly(), one),
    'the tenant’s log': () => listLog(olga(), { ...wholeLog, from: '' }),
    'an entry of the tenant’s log': () => getLogEntry(olga(), traces().logId),
    'an export of the tenant’s log': () => Array.fromAsync(exportLog(olga(), wholeLog)),
    'the form for a new user': () => createUserForm(kelly()),
    'the check of a new user while one types': () => checkCreateForm(kelly(), { values: changes }),
    'a create': () => createUser(kelly(), { values: filled }),
    'an invitation': () =>
      inviteUser(kelly(), { values: { email: 'ines@example.com', memberships: ['Finance'] } }),
    'the form of a user': () => editUserForm(kelly(), nina),
    'the check of a user while one types': () => checkEditForm(kelly(), { ...one, values: changes }),
    'an update': () => updateUser(kelly(), { ...one, loaded, values: changes }),
    'a role assigned': () => changeUserRoles(kelly(), { ...roles, change: 'assign' }),
    'a role removed': () => changeUserRoles(kelly(), { ...roles, change: 'remove' }),
    'an organization joined': () => changeUserOrganizations(kelly(), { ...organization, change: 'add' }),
    'an organization left': () => changeUserOrganizations(kelly(), { ...organization, change: 'remove' }),
    'a device signed out': () =>
      revokeDevice(kelly(), {
        ...one,
        deviceId: traces().deviceId,
        type: 'refresh_token' satisfies DeviceType,
      }),
    'a second factor removed': () => removeMultifactor(kelly(), { ...one, methodId: traces().methodId }),
    'all second factors removed': () => removeMultifactor(kelly(), one),
    'everything signed out': () => revokeAccess(kelly(), one),
    'a verification mail': () => sendVerificationEmail(kelly(), one),
    'the applications of a reset mail': () => passwordResetChoice(kelly(), one),
    'a password-reset mail': () => sendPasswordReset(kelly(), one),
    'a password-reset mail for an application': () => sendPasswordReset(kelly(), { ...one, clientId: 'web' }),
    'a block': () => blockUser(kelly(), one),
    'blocks lifted': () => liftBlocks(kelly(), one),
    'an unblock': () => unblockUser(kelly(), one),
    ...placesOfRecords(world, () => traces().records),
    ...placesOfBulk(kelly, nils),
    'a deletion': () => deleteUser(kelly(), one),
  } satisfies Record<string, () => Promise<unknown>>;
}

export type Place = keyof ReturnType<typeof placesOfHooks>;

const createsUser = /^(a create|an invitation)$/;
const isOfForm = /form|check|^(a create|an invitation|an update)$/;
const fillsForm = /(edit|deletion) undone$/;

/** From which of the places each hook is called, so that nothing goes through without it. */
export function callersOfHooks(places: readonly Place[]): Record<HookName, Place[]> {
  // Of an Administrator's whole trail only those are left out of whom the access hook says nothing.
  const reachesUsers = places.filter((place) => !/new user|^an export of the whole trail$/.test(place));
  return {
    settings: [...places],
    filter: reachesUsers,
    access: reachesUsers,
    memberships: places.filter(
      (place) =>
        isOfForm.test(place) ||
        fillsForm.test(place) ||
        /^(the list|the page|an export of users)$/.test(place),
    ),
    write: places.filter(
      (place) => createsUser.test(place) || fillsForm.test(place) || place === 'an update',
    ),
    customDomain: places.filter(
      (place) =>
        createsUser.test(place) ||
        /^a (verif|password).*mail|deletion undone$|verification mail$/.test(place),
    ),
  };
}
