import type { AuditRecord } from '#lib/audit/record.ts';
import { findRecords, type RecordFilter as StoredFilter } from '#lib/state/records.ts';
import type { Manager } from '../manager.ts';
import { type RecordReach, seenRecords, unseenUserIds } from '../permit/permit-records.ts';
import type { RecordFilter } from './record-filter.ts';
import { isFoundAsShown } from './record-query.ts';
import { type ShownRecord, shownRecords } from './shown-record.ts';

/** What of the trail is read, and by whom. */
export interface RecordReading {
  manager: Manager;
  reach: RecordReach;
  filter: RecordFilter;
  query: StoredFilter;
  /** Whether somebody looks at more of a record than a line of a list. */
  values: 'shown' | 'left-out';
}

export interface RecordPart {
  /** What the manager may see of it, each with its place. */
  found: { sequence: number; shown: ShownRecord }[];
  /** Where the next part begins; `null` at the end. */
  next: number | null;
}

/** A query that names more of them takes longer than to read what is about them. */
const unseenUsersMax = 1_000;

/**
 * One part of the trail, the newest first. It takes one call to the tenant for some fifty users, and none for
 * those who were met before; of whoever the manager does not see nothing more is read.
 * @throws AppError what the hooks and every reading call throw
 */
export async function readRecordPart(
  reading: RecordReading,
  before: number | undefined,
  partSize: number,
): Promise<RecordPart> {
  const unseen = unseenUserIds(reading.manager).slice(-unseenUsersMax);
  const query = { ...reading.query, exceptUserIds: unseen };
  const { records, next } = await findRecords(query, { before, limit: partSize });
  const shown = await shownOf(
    reading,
    records.map(({ record }) => record),
  );
  const byId = new Map(shown.map((one) => [one.record.id, one]));
  const found = records.flatMap(({ sequence, record }) => {
    const one = byId.get(record.id);
    return one ? [{ sequence, shown: one }] : [];
  });
  return { found, next };
}

/** Those of the records that are found by what the manager may see of them. */
export async function shownOf(
  { manager, reach, filter, values }: RecordReading,
  records: readonly AuditRecord[],
): Promise<ShownRecord[]> {
  const seen = await seenRecords(manager, reach, records);
  // A text is looked for in values too, so what of them is shown must be known.
  const shown = await shownRecords(manager, reach, seen, filter.text === '' ? values : 'shown');
  return shown.filter((one) => isFoundAsShown(filter, one));
}
