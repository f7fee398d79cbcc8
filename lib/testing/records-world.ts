import { beforeEach } from 'vitest';
import type { Manager } from '#lib/users/manager.ts';
import { chartRecords } from '#lib/users/records/chart-records.ts';
import { listRecords } from '#lib/users/records/list-records.ts';
import { allRecords, type RecordFilter } from '#lib/users/records/record-filter.ts';
import { worldWithLog } from './log-world.ts';
import { signedIn } from './people.ts';
import { emptyTrail, recorded } from './trail.ts';

/** Nina of Finance and Hana of HR, under hooks that narrow to the department. */
export const world = worldWithLog();
/** Hana as she stands in a record. */
export const hana = { id: 'auth0|hana', name: 'Hana Secretive', departments: ['HR'] };
export const aboutNina = () => ({ user: recorded(world.nina) });
export const as = (name: keyof typeof world.people) => signedIn(world.people[name]);

/** Makes the trail empty before each test. */
export function withEmptyTrail(): void {
  beforeEach(emptyTrail);
}

/** The records that a manager is shown, the newest first. */
export async function idsFor(manager: Manager, filter: Partial<RecordFilter> = {}): Promise<string[]> {
  const { rows } = await listRecords(manager, { ...allRecords, ...filter, from: '' });
  return rows.map(({ recordId }) => recordId);
}

/** How many attempts the chart counts, done and not done. */
export async function countsFor(
  manager: Manager,
  filter: Partial<RecordFilter> = {},
): Promise<[number, number]> {
  const { days } = await chartRecords(manager, { ...allRecords, ...filter });
  return days.reduce(([done, not], day) => [done + day.done, not + day.notDone], [0, 0] as [number, number]);
}
