import type { AuditRecord } from '#lib/audit/record.ts';
import { chartRecords } from '#lib/users/records/chart-records.ts';
import { exportRecords } from '#lib/users/records/export-records.ts';
import { getRecord } from '#lib/users/records/get-record.ts';
import { countNewRecords, listRecords } from '#lib/users/records/list-records.ts';
import { allRecords } from '#lib/users/records/record-filter.ts';
import { textOfPlace } from '#lib/users/records/record-place.ts';
import { previewRestore } from '#lib/users/restore/preview-restore.ts';
import { restoreUser } from '#lib/users/restore/restore-user.ts';
import { previewUndo, undoRecord } from '#lib/users/undo/undo-record.ts';
import { mainConnection, type OwnHooksWorld } from './own-hooks.ts';
import { signedIn } from './people.ts';
import { tenantRoles } from './seed-groups.ts';
import { emptyTrail, putRecord, recorded, recordedManager } from './trail.ts';

export const nils = 'auth0|nils';

/** What Kelly did: all but the deletion, which was of Nala, to Nils. */
const kinds = ['update', 'block', 'unblock', 'roles', 'organization', 'deletion'] as const;

type Kind = (typeof kinds)[number];

/** The ids of records: of those that are looked at, and of those that are undone meanwhile. */
export type LeftRecords = Record<'seen' | 'undone', Record<Kind, string>>;

/** Leaves a trail of nothing else in which each kind of record stands twice that can be undone. */
export async function leaveRecords({ tenant, people }: OwnHooksWorld): Promise<LeftRecords> {
  const identityOf = (id: string) => ({
    connection: mainConnection,
    provider: 'auth0',
    user_id: id,
    isSocial: false,
  });
  const user = await tenant.putUser({
    user_id: nils,
    email: 'nils@example.com',
    name: 'Nils',
    blocked: true,
    identities: [identityOf('nils')],
    app_metadata: { department: 'Finance' },
  });
  const roles = { [tenantRoles.recruiter]: 'Recruiter' };
  await tenant.api('POST', `/users/${encodeURIComponent(nils)}/roles`, { roles: Object.keys(roles) });
  await tenant.joinOrganization(nils);
  const nala = {
    user_id: 'auth0|nala',
    email: 'nala@example.com',
    name: 'Nala',
    identities: [identityOf('nala')],
    app_metadata: { department: 'Finance' },
  };
  await emptyTrail();
  const by = { manager: recordedManager(people.kelly), user: recorded(user) };
  const contents: Record<Kind, Partial<AuditRecord>> = {
    update: { action: 'update:user', before: { name: 'Nick' }, after: { name: 'Nils' } },
    block: { action: 'block:user', before: { blocked: false }, after: { blocked: true } },
    unblock: { action: 'unblock:user', before: { blocked: true }, after: { blocked: false } },
    roles: { action: 'change:roles', before: { roles: {} }, after: { roles } },
    organization: {
      action: 'change:organizations',
      before: { organizations: {} },
      after: { organizations: { org_acme: 'acme' } },
    },
    deletion: {
      action: 'delete:user',
      user: recorded(nala),
      before: { user: nala, roles: [], organizations: [] },
      after: null,
    },
  };
  const putAll = async () => {
    const left = {} as Record<Kind, string>;
    for (const kind of kinds) left[kind] = (await putRecord({ ...by, ...contents[kind] })).id;
    return left;
  };
  return { seen: await putAll(), undone: await putAll() };
}

/**
 * The places from which hooks are called about records, in an order in which all of them go through one after the
 * other. Kelly asks for what was done to Nils; for the whole trail Ivan, who is an Administrator.
 */
export function placesOfRecords(world: OwnHooksWorld, left: () => LeftRecords) {
  const kelly = () => signedIn(world.people.kelly);
  const ivan = () => signedIn(world.people.ivan);
  const ofNils = { ...allRecords, user: nils };
  const preview = (kind: Kind) => previewUndo(kelly(), { recordId: left().seen[kind] });
  const undo = (kind: Kind) => undoRecord(kelly(), { recordId: left().undone[kind] });
  return {
    'the audit trail': () => listRecords(kelly(), { ...ofNils, from: '' }),
    'the count of what is new in the trail': () => countNewRecords(kelly(), ofNils, textOfPlace(0)),
    'the chart of the trail': () => chartRecords(kelly(), ofNils),
    'the chart of what a text finds': () => chartRecords(kelly(), { ...ofNils, text: 'nils' }),
    'the page of a record': () => getRecord(kelly(), left().seen.update),
    'an export of records as CSV': () =>
      Array.fromAsync(exportRecords(kelly(), { filter: ofNils, form: 'csv' })),
    'an export of records as JSON lines': () =>
      Array.fromAsync(exportRecords(kelly(), { filter: ofNils, form: 'jsonl' })),
    'an export of the whole trail': () =>
      Array.fromAsync(exportRecords(ivan(), { filter: allRecords, form: 'jsonl' })),
    'a preview of an edit undone': () => preview('update'),
    'an edit undone': () => undo('update'),
    'a preview of a block undone': () => preview('block'),
    'a block undone': () => undo('block'),
    'a preview of an unblock undone': () => preview('unblock'),
    'an unblock undone': () => undo('unblock'),
    'a preview of a given role undone': () => preview('roles'),
    'a given role undone': () => undo('roles'),
    'a preview of a given organization undone': () => preview('organization'),
    'a given organization undone': () => undo('organization'),
    'a preview of a deletion undone': () => previewRestore(kelly(), { recordId: left().seen.deletion }),
    'a deletion undone': () => restoreUser(kelly(), { recordId: left().undone.deletion }),
  } satisfies Record<string, () => Promise<unknown>>;
}
