import type { AuditRecord } from '#lib/audit/record.ts';
import type { JsonObject } from '#lib/json.ts';
import { restoreUser } from '#lib/users/restore/restore-user.ts';
import { undoRecord } from '#lib/users/undo/undo-record.ts';
import type { FaultyWrite, Subject } from './faulty-write.ts';
import { tenantRoles } from './seed-groups.ts';
import { putRecord } from './trail.ts';

const id = encodeURIComponent;
const userPath = ({ userId }: Subject) => `/users/${id(userId)}`;
const once = (isDone: boolean) => (isDone ? 1 : 0);

async function userOf(subject: Subject): Promise<JsonObject | undefined> {
  return (await subject.tenant.api('GET', userPath(subject)).catch(() => undefined)) as
    | JsonObject
    | undefined;
}

async function countOf(subject: Subject, path: 'roles' | 'organizations'): Promise<number> {
  return ((await subject.tenant.api('GET', `${userPath(subject)}/${path}`)) as unknown[]).length;
}

/** Records that something was done to the subject; answers with the id of the record. */
async function recordOf({ userId }: Subject, more: Partial<AuditRecord>): Promise<string> {
  return (await putRecord({ user: { id: userId, name: 'Subject', departments: [] }, ...more })).id;
}

const undoing: Pick<FaultyWrite, 'run'> = {
  run: (manager, { partId }) => undoRecord(manager, { recordId: partId }),
};
const patched: Pick<FaultyWrite, 'call'> = {
  call: (subject) => ({ method: 'PATCH', path: userPath(subject) }),
};

/** Each kind of record that can be undone, both ways, and a deletion, which is restored. */
export const faultyUndoings: FaultyWrite[] = [
  {
    name: 'undoing an edit',
    ...undoing,
    ...patched,
    arrange: (subject) =>
      recordOf(subject, { action: 'update:user', before: { name: 'Former' }, after: { name: 'Subject' } }),
    timesDone: async (subject) => once((await userOf(subject))?.name === 'Former'),
  },
  {
    name: 'undoing a block',
    ...undoing,
    ...patched,
    arrange: async (subject) => {
      await subject.tenant.api('PATCH', userPath(subject), { blocked: true });
      return recordOf(subject, {
        action: 'block:user',
        before: { blocked: false },
        after: { blocked: true },
      });
    },
    timesDone: async (subject) => once((await userOf(subject))?.blocked !== true),
  },
  {
    name: 'undoing an unblock',
    ...undoing,
    ...patched,
    arrange: (subject) =>
      recordOf(subject, { action: 'unblock:user', before: { blocked: true }, after: { blocked: false } }),
    timesDone: async (subject) => once((await userOf(subject))?.blocked === true),
  },
  ...(['given', 'taken'] as const).map(
    (change): FaultyWrite => ({
      name: `undoing that a role was ${change}`,
      ...undoing,
      call: (subject) => ({
        method: change === 'given' ? 'DELETE' : 'POST',
        path: `${userPath(subject)}/roles`,
      }),
      arrange: async (subject) => {
        const [without, having] = [{ roles: {} }, { roles: { [tenantRoles.recruiter]: 'Recruiter' } }];
        if (change === 'taken') {
          return recordOf(subject, { action: 'change:roles', before: having, after: without });
        }
        await subject.tenant.api('POST', `${userPath(subject)}/roles`, { roles: [tenantRoles.recruiter] });
        return recordOf(subject, { action: 'change:roles', before: without, after: having });
      },
      timesDone: async (subject) => {
        const held = await countOf(subject, 'roles');
        return change === 'given' ? 1 - held : held;
      },
    }),
  ),
  ...(['joined', 'left'] as const).map(
    (change): FaultyWrite => ({
      name: `undoing that an organization was ${change}`,
      ...undoing,
      call: () => ({
        method: change === 'joined' ? 'DELETE' : 'POST',
        path: '/organizations/org_acme/members',
      }),
      arrange: async (subject) => {
        const action = 'change:organizations';
        const [without, having] = [{ organizations: {} }, { organizations: { org_acme: 'acme' } }];
        if (change === 'left') return recordOf(subject, { action, before: having, after: without });
        await subject.tenant.joinOrganization(subject.userId);
        return recordOf(subject, { action, before: without, after: having });
      },
      timesDone: async (subject) => {
        const held = await countOf(subject, 'organizations');
        return change === 'joined' ? 1 - held : held;
      },
    }),
  ),
  {
    name: 'restoring',
    isRestoring: true,
    call: () => ({ method: 'POST', path: '/jobs/users-imports' }),
    arrange: (subject) => {
      const { userId, email, key } = subject;
      const identities = [
        { connection: 'Username-Password-Authentication', provider: 'auth0', user_id: key, isSocial: false },
      ];
      const user = { user_id: userId, email, name: 'Subject', identities };
      return recordOf(subject, {
        action: 'delete:user',
        before: { user, roles: [], organizations: [] },
        after: null,
      });
    },
    run: (manager, { partId }) => restoreUser(manager, { recordId: partId }),
    timesDone: async (subject) => once((await userOf(subject)) !== undefined),
  },
];
