import { previewBulk } from '#lib/users/bulk/preview-bulk.ts';
import { editUserForm } from '#lib/users/form/form.ts';
import { checkEditForm } from '#lib/users/form/form-check-edit.ts';
import { getUser } from '#lib/users/get-user.ts';
import { exportUsers } from '#lib/users/list/export-users.ts';
import { listUsers } from '#lib/users/list/list-users.ts';
import { exportLog } from '#lib/users/log/export-log.ts';
import { getLogEntry } from '#lib/users/log/get-log-entry.ts';
import { getUserLogEntry } from '#lib/users/log/get-user-log-entry.ts';
import { listLog } from '#lib/users/log/list-log.ts';
import { listUserLog } from '#lib/users/log/list-user-log.ts';
import { wholeLog } from '#lib/users/log/log-filter.ts';
import type { Manager } from '#lib/users/manager.ts';
import { passwordResetChoice } from '#lib/users/password-reset-clients.ts';
import { exportRecords } from '#lib/users/records/export-records.ts';
import { getRecord } from '#lib/users/records/get-record.ts';
import { countNewRecords, listRecords } from '#lib/users/records/list-records.ts';
import { listUserHistory } from '#lib/users/records/list-user-history.ts';
import { allRecords } from '#lib/users/records/record-filter.ts';
import { textOfPlace } from '#lib/users/records/record-place.ts';
import {
  listJoinableOrganizations,
  listUserOrganizations,
} from '#lib/users/roles/list-user-organizations.ts';
import { listAssignableRoles, listUserRoles } from '#lib/users/roles/list-user-roles.ts';
import { listDevices } from '#lib/users/sign-ins/list-devices.ts';
import { listMultifactor } from '#lib/users/sign-ins/list-multifactor.ts';
import { listSessions } from '#lib/users/sign-ins/list-sessions.ts';
import { previewUndo } from '#lib/users/undo/undo-record.ts';
import { tenantRoles } from './seed-groups.ts';
import type { TestTenant } from './tenant.ts';
import { putRecord } from './trail.ts';

const userId = 'auth0|seen';
const user = '/users/auth0%7Cseen';

/** What is there to be read: an entry of the user's log, and records of what was done to the user. */
export interface Asked {
  logId: string;
  records: Record<'update' | 'unblock' | 'role' | 'organization', string>;
}

/** Puts in the user, an entry of their log, a role, an organization and a record of each kind that can be undone. */
export async function putWhatIsRead(tenant: TestTenant): Promise<Asked> {
  await tenant.putUser({ user_id: userId, email: 'seen@example.com', name: 'Seen' });
  await tenant.api('POST', `${user}/roles`, { roles: [tenantRoles.recruiter] });
  await tenant.joinOrganization(userId);
  const { logs } = await tenant.putTraces({ logs: [{ type: 's', user_id: userId, user_name: 'Seen' }] });
  const put = async (more: Parameters<typeof putRecord>[0]) =>
    (await putRecord({ user: { id: userId, name: 'Seen', departments: [] }, ...more })).id;
  const [roles, organizations] = [{ [tenantRoles.recruiter]: 'Recruiter' }, { org_acme: 'acme' }];
  return {
    logId: `${logs[0]}`,
    records: {
      update: await put({ action: 'update:user', before: { name: 'Sean' }, after: { name: 'Seen' } }),
      unblock: await put({ action: 'unblock:user', before: { blocked: true }, after: { blocked: false } }),
      role: await put({ action: 'change:roles', before: { roles: {} }, after: { roles } }),
      organization: await put({
        action: 'change:organizations',
        before: { organizations: {} },
        after: { organizations },
      }),
    },
  };
}

export interface Read {
  name: string;
  /** The call without which there is nothing to show. */
  path: (asked: Asked) => string;
  run(manager: Manager, asked: Asked): Promise<unknown>;
}

/** Everything that is read of the tenant for a page, a form, a dialog or a file. */
export const reads: Read[] = [
  {
    name: 'the list',
    path: () => '/users',
    run: (manager) =>
      listUsers(manager, {
        search: '',
        sort: { by: 'name', descending: false },
        page: 1,
        perPage: 25,
      }),
  },
  { name: 'a user’s page', path: () => user, run: (manager) => getUser(manager, userId) },
  { name: 'the form for editing', path: () => user, run: (manager) => editUserForm(manager, userId) },
  { name: 'a user’s log', path: () => `${user}/logs`, run: (manager) => listUserLog(manager, userId, 1) },
  {
    name: 'an entry of a user’s log',
    path: ({ logId }) => `/logs/${logId}`,
    run: (manager, { logId }) => getUserLogEntry(manager, userId, logId),
  },
  {
    name: 'devices',
    path: () => '/device-credentials',
    run: (manager) => listDevices(manager, { userId, group: 'steady' }),
  },
  { name: 'sessions', path: () => `${user}/sessions`, run: (manager) => listSessions(manager, userId) },
  {
    name: 'second factors',
    path: () => `${user}/authentication-methods`,
    run: (manager) => listMultifactor(manager, userId),
  },
  { name: 'roles', path: () => `${user}/roles`, run: (manager) => listUserRoles(manager, { userId }) },
  {
    name: 'roles to give',
    path: () => '/roles',
    run: (manager) => listAssignableRoles(manager, { userId, page: 1 }),
  },
  {
    name: 'organizations',
    path: () => `${user}/organizations`,
    run: (manager) => listUserOrganizations(manager, { userId, page: 1 }),
  },
  {
    name: 'organizations to join',
    path: () => '/organizations',
    run: (manager) => listJoinableOrganizations(manager, { userId }),
  },
  { name: 'the log', path: () => '/logs', run: (manager) => listLog(manager, { ...wholeLog, from: '' }) },
  {
    name: 'an entry of the log',
    path: ({ logId }) => `/logs/${logId}`,
    run: (manager, { logId }) => getLogEntry(manager, logId),
  },
  {
    name: 'the export of users',
    path: () => '/users',
    run: (manager) => exportUsers(manager, { search: '' }).next(),
  },
  { name: 'the log’s export', path: () => '/logs', run: (manager) => exportLog(manager, wholeLog).next() },
  {
    name: 'the check of an edit while one types',
    path: () => user,
    run: (manager) => checkEditForm(manager, { userId, values: {} }),
  },
  {
    name: 'the applications of a password mail',
    path: () => user,
    run: (manager) => passwordResetChoice(manager, { userId }),
  },
  {
    name: 'the audit trail',
    path: () => '/users',
    run: (manager) => listRecords(manager, { ...allRecords, user: userId, from: '' }),
  },
  {
    name: 'the count of what is new in the trail',
    path: () => '/users',
    run: (manager) => countNewRecords(manager, allRecords, textOfPlace(0)),
  },
  {
    name: 'the page of a record',
    path: () => '/users',
    run: (manager, { records }) => getRecord(manager, records.update),
  },
  {
    name: 'an export of records',
    path: () => '/users',
    run: (manager) => exportRecords(manager, { filter: { ...allRecords, user: userId }, form: 'csv' }).next(),
  },
  { name: 'a user’s history', path: () => user, run: (manager) => listUserHistory(manager, userId, '') },
  {
    name: 'the preview of what is done to many',
    path: () => '/users',
    run: (manager) => previewBulk(manager, { action: 'block', userIds: [userId] }),
  },
  {
    name: 'the preview of an edit undone',
    path: () => user,
    run: (manager, { records }) => previewUndo(manager, { recordId: records.update }),
  },
  {
    name: 'the preview of an unblock undone',
    path: () => user,
    run: (manager, { records }) => previewUndo(manager, { recordId: records.unblock }),
  },
  {
    name: 'the preview of a role undone',
    path: () => `${user}/roles`,
    run: (manager, { records }) => previewUndo(manager, { recordId: records.role }),
  },
  {
    name: 'the preview of an organization undone',
    path: () => `${user}/organizations`,
    run: (manager, { records }) => previewUndo(manager, { recordId: records.organization }),
  },
];
