import { differencesBetween } from '#lib/audit/diff.ts';
import type { AuditRecord } from '#lib/audit/record.ts';
import { organizationsOfUser } from '#lib/auth0/organizations.ts';
import type { Permitted } from '#lib/auth0/proofs.ts';
import { rolesOfUser } from '#lib/auth0/roles.ts';
import { AppError } from '#lib/errors.ts';
import { type Words, words } from '#lib/words.ts';
import type { Manager } from '../manager.ts';
import { permit } from '../permit.ts';
import { unrecorded } from '../recorded.ts';
import { changeUserOrganizations } from '../roles/change-user-organizations.ts';
import { changeUserRoles } from '../roles/change-user-roles.ts';
import type { UndoPlan } from './undo-plan.ts';
import { changedSince } from './undo-words.ts';

interface Group {
  id: string;
  name: string;
  /** Whether the record gave it; otherwise it took it away. */
  wasGiven: boolean;
}

const organizationsMax = 100;

/**
 * Takes roles or an organization away again that were given, or gives those back that were taken away.
 * @throws AppError 'changed-meanwhile' where the user has one of them no more, or again
 */
export async function planGroups(manager: Manager, record: AuditRecord, userId: string): Promise<UndoPlan> {
  const permitted = await permit(manager, userId, ['read:roles', 'change:roles']);
  const groups = groupsIn(record);
  const [first] = groups;
  if (!first)
    throw new AppError('invalid-input', words('Nothing was changed by this, so there is nothing to undo.'));
  const held = await (record.action === 'change:roles' ? rolesHeld : organizationsHeld)(permitted);
  const changedAgain = groups.filter(({ id, wasGiven }) => held.has(id) !== wasGiven);
  if (changedAgain.length > 0) throw changedSince(changedAgain.map(sentenceOf));
  const change = { userId, wasGiven: first.wasGiven, ids: groups.map(({ id }) => id) };
  return {
    action: record.action,
    differences: groups.map(({ name, wasGiven }) => ({ label: name, now: wasGiven, after: !wasGiven })),
    rehearse: async () => [],
    run: () => changeBack(manager, record, change),
  };
}

async function changeBack(
  manager: Manager,
  { action }: AuditRecord,
  { userId, wasGiven, ids }: { userId: string; wasGiven: boolean; ids: string[] },
): Promise<void> {
  if (action === 'change:roles') {
    const change = wasGiven ? 'remove' : 'assign';
    await unrecorded(changeUserRoles)(manager, { userId, change, roleIds: ids });
    return;
  }
  const [organizationId = ''] = ids;
  const change = wasGiven ? 'remove' : 'add';
  await unrecorded(changeUserOrganizations)(manager, { userId, change, organizationId });
}

/** The roles or organizations that stand on one side of a record alone. */
function groupsIn({ before, after }: AuditRecord): Group[] {
  return differencesBetween(before, after).flatMap(({ path, before: was, after: became }): Group[] => {
    const id = path.slice(path.indexOf('.') + 1);
    const name = became ?? was;
    return typeof name === 'string' ? [{ id, name, wasGiven: was === undefined }] : [];
  });
}

async function rolesHeld(permitted: Permitted<'read:roles'>): Promise<ReadonlySet<string>> {
  return new Set((await rolesOfUser(permitted)).map(({ id }) => id));
}

async function organizationsHeld(permitted: Permitted<'read:roles'>): Promise<ReadonlySet<string>> {
  const held = new Set<string>();
  for (let page = 1; ; page++) {
    const { organizations } = await organizationsOfUser(permitted, page, organizationsMax);
    for (const { id } of organizations) held.add(id);
    if (organizations.length < organizationsMax) return held;
  }
}

function sentenceOf({ name, wasGiven }: Group): Words {
  return wasGiven
    ? words('The user does not have {name} any more.', { name })
    : words('The user has {name} again.', { name });
}
