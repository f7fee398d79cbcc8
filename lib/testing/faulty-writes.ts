import type { JsonObject } from '#lib/json.ts';
import { blockUser } from '#lib/users/block-user.ts';
import { createUser } from '#lib/users/create-user.ts';
import { deleteUser } from '#lib/users/delete-user.ts';
import { liftBlocks } from '#lib/users/lift-blocks.ts';
import type { Manager } from '#lib/users/manager.ts';
import { changeUserOrganizations } from '#lib/users/roles/change-user-organizations.ts';
import { changeUserRoles } from '#lib/users/roles/change-user-roles.ts';
import { sendPasswordReset } from '#lib/users/send-password-reset.ts';
import { sendVerificationEmail } from '#lib/users/send-verification-email.ts';
import { removeMultifactor } from '#lib/users/sign-ins/remove-multifactor.ts';
import { revokeAccess } from '#lib/users/sign-ins/revoke-access.ts';
import { revokeDevice } from '#lib/users/sign-ins/revoke-device.ts';
import { unblockUser } from '#lib/users/unblock-user.ts';
import { updateUser } from '#lib/users/update-user.ts';
import type { FaultyWrite, Subject } from './faulty-write.ts';
import { tenantRoles } from './seed-groups.ts';

const id = encodeURIComponent;
const userPath = ({ userId }: Subject) => `/users/${id(userId)}`;

async function userOf({ tenant, userId }: Subject): Promise<JsonObject | undefined> {
  return (await tenant.api('GET', `/users/${id(userId)}`).catch(() => undefined)) as JsonObject | undefined;
}

async function listOf({ tenant }: Subject, path: string): Promise<JsonObject[]> {
  return (await tenant.api('GET', path)) as JsonObject[];
}

const once = (isDone: boolean) => (isDone ? 1 : 0);

async function mailsTo({ tenant, email }: Subject, kind: string): Promise<number> {
  return (await tenant.mails()).filter((mail) => mail.to === email && mail.kind === kind).length;
}

const password = 'Velvet-Harbour-77';

const patched: Pick<FaultyWrite, 'call'> = {
  call: (subject) => ({ method: 'PATCH', path: userPath(subject) }),
};

/** All of them, each once. */
export const faultyWrites: FaultyWrite[] = [
  {
    name: 'creating',
    isCreation: true,
    call: () => ({ method: 'POST', path: '/users' }),
    run: (manager, { email }) =>
      createUser(manager, {
        values: {
          connection: 'Username-Password-Authentication',
          email,
          name: 'New',
          password,
          repeatPassword: password,
        },
      }),
    timesDone: async (subject) =>
      (await listOf(subject, `/users-by-email?email=${id(subject.email)}`)).length,
  },
  {
    name: 'an edit in one part',
    ...patched,
    run: (manager, { userId, loaded }) => updateUser(manager, { userId, loaded, values: { name: 'Other' } }),
    timesDone: async (subject) => once((await userOf(subject))?.name === 'Other'),
  },
  {
    name: 'the first of three parts of an edit',
    ...patched,
    run: (manager, subject) => inThreeParts(manager, subject),
    timesDone: async (subject) => once((await userOf(subject))?.name === 'Other'),
  },
  {
    name: 'the second of three parts of an edit',
    call: (subject) => ({ method: 'PATCH', path: userPath(subject), passes: 1 }),
    run: (manager, subject) => inThreeParts(manager, subject),
    timesDone: async (subject) => once((await userOf(subject))?.username === `${subject.key}2`),
    savedBefore: ['Display name'],
  },
  {
    name: 'blocking',
    ...patched,
    run: (manager, { userId }) => blockUser(manager, { userId }),
    timesDone: async (subject) => once((await userOf(subject))?.blocked === true),
  },
  {
    name: 'unblocking',
    ...patched,
    arrange: async (subject) => {
      await subject.tenant.api('PATCH', userPath(subject), { blocked: true });
      return undefined;
    },
    run: (manager, { userId }) => unblockUser(manager, { userId }),
    timesDone: async (subject) => once((await userOf(subject))?.blocked !== true),
  },
  {
    name: 'lifting sign-in blocks',
    call: ({ userId }) => ({ method: 'DELETE', path: `/user-blocks/${id(userId)}` }),
    arrange: async ({ tenant, userId }) => {
      await tenant.putTraces({ blocks: [{ user_id: userId }] });
      return undefined;
    },
    run: (manager, { userId }) => liftBlocks(manager, { userId }),
    timesDone: async ({ tenant, userId }) => {
      const { blocked_for: blocks } = (await tenant.api('GET', `/user-blocks/${id(userId)}`)) as {
        blocked_for: unknown[];
      };
      return once(blocks.length === 0);
    },
  },
  {
    name: 'deleting',
    call: (subject) => ({ method: 'DELETE', path: userPath(subject) }),
    run: (manager, { userId }) => deleteUser(manager, { userId }),
    timesDone: async (subject) => once((await userOf(subject)) === undefined),
  },
  {
    name: 'the verification mail',
    isUnseen: true,
    call: () => ({ method: 'POST', path: '/jobs/verification-email' }),
    run: (manager, { userId }) => sendVerificationEmail(manager, { userId }),
    timesDone: (subject) => mailsTo(subject, 'verify-email'),
  },
  {
    name: 'the password mail',
    isUnseen: true,
    isWithoutToken: true,
    call: () => ({ method: 'POST', path: '/dbconnections/change_password' }),
    run: (manager, { userId }) => sendPasswordReset(manager, { userId, clientId: 'portal' }),
    timesDone: (subject) => mailsTo(subject, 'change-password'),
  },
  {
    name: 'signing one device out',
    call: ({ partId }) => ({ method: 'DELETE', path: `/device-credentials/${partId}` }),
    arrange: async ({ tenant, userId }) =>
      (await tenant.putTraces({ devices: [{ user_id: userId, device_name: 'Laptop' }] })).devices[0],
    run: (manager, { userId, partId }) =>
      revokeDevice(manager, { userId, deviceId: partId, type: 'refresh_token' }),
    timesDone: async (subject) =>
      once((await listOf(subject, `/device-credentials?user_id=${id(subject.userId)}`)).length === 0),
  },
  {
    name: 'ending all sessions',
    call: (subject) => ({ method: 'POST', path: `${userPath(subject)}/revoke-access` }),
    arrange: async ({ tenant, userId }) => {
      await tenant.putTraces({ sessions: [{ user_id: userId }], devices: [{ user_id: userId }] });
      return undefined;
    },
    run: (manager, { userId }) => revokeAccess(manager, { userId }),
    timesDone: async (subject) =>
      once((await listOf(subject, `/device-credentials?user_id=${id(subject.userId)}`)).length === 0),
  },
  {
    name: 'removing one second factor',
    call: (subject) => ({
      method: 'DELETE',
      path: `${userPath(subject)}/authentication-methods/${id(subject.partId)}`,
    }),
    arrange: async (subject) => {
      await subject.tenant.putTraces({ methods: [{ user_id: subject.userId, type: 'totp' }] });
      const [method] = await listOf(subject, `${userPath(subject)}/authentication-methods`);
      return String(method?.id);
    },
    run: (manager, { userId, partId }) => removeMultifactor(manager, { userId, methodId: partId }),
    timesDone: async (subject) =>
      once((await listOf(subject, `${userPath(subject)}/authentication-methods`)).length === 0),
  },
  {
    name: 'removing all second factors',
    call: (subject) => ({ method: 'DELETE', path: `${userPath(subject)}/authentication-methods` }),
    arrange: async ({ tenant, userId }) => {
      await tenant.putTraces({ methods: ['totp', 'phone'].map((type) => ({ user_id: userId, type })) });
      return undefined;
    },
    run: (manager, { userId }) => removeMultifactor(manager, { userId }),
    timesDone: async (subject) =>
      once((await listOf(subject, `${userPath(subject)}/authentication-methods`)).length === 0),
  },
  ...(['assign', 'remove'] as const).map(
    (change): FaultyWrite => ({
      name: change === 'assign' ? 'giving a role' : 'taking a role away',
      call: (subject) => ({
        method: change === 'assign' ? 'POST' : 'DELETE',
        path: `${userPath(subject)}/roles`,
      }),
      arrange: async (subject) => {
        if (change === 'assign') return undefined;
        await subject.tenant.api('POST', `${userPath(subject)}/roles`, { roles: [tenantRoles.recruiter] });
        return undefined;
      },
      run: (manager, { userId }) =>
        changeUserRoles(manager, { userId, change, roleIds: [tenantRoles.recruiter] }),
      timesDone: async (subject) => {
        const held = (await listOf(subject, `${userPath(subject)}/roles`)).length;
        return change === 'assign' ? held : 1 - held;
      },
    }),
  ),
  ...(['add', 'remove'] as const).map(
    (change): FaultyWrite => ({
      name: change === 'add' ? 'adding to an organization' : 'removing from an organization',
      call: () => ({ method: change === 'add' ? 'POST' : 'DELETE', path: '/organizations/org_acme/members' }),
      arrange: async ({ tenant, userId }) => {
        if (change === 'remove') await tenant.joinOrganization(userId);
        return undefined;
      },
      run: (manager, { userId }) =>
        changeUserOrganizations(manager, { userId, change, organizationId: 'org_acme' }),
      timesDone: async (subject) => {
        const held = (await listOf(subject, `${userPath(subject)}/organizations`)).length;
        return change === 'add' ? held : 1 - held;
      },
    }),
  ),
];

/** Profile, username and password, which the API does not take together. */
function inThreeParts(manager: Manager, { userId, key, loaded }: Subject): Promise<unknown> {
  return updateUser(manager, {
    userId,
    loaded,
    values: { name: 'Other', username: `${key}2`, password, repeatPassword: password },
  });
}
