import type { ExpressionBuilder } from 'kysely';
import { storableText } from '#lib/audit/entry-columns.ts';
import type { RecordAction, RecordOutcome, StoredEntry, StoredRecord } from '#lib/audit/record.ts';
import { retried } from './retried.ts';
import type { StateTables } from './schema.ts';
import { openState, type State } from './state.ts';
import { type EntryRow, entryIn } from './stored-entry.ts';

/** Which records are wanted; all that is named must hold. */
export interface RecordFilter {
  /** ISO 8601 in UTC: started at this time or later. */
  from?: string;
  /** ISO 8601 in UTC: started before this time. */
  to?: string;
  managerId?: string;
  userId?: string;
  /** What was done, or what had to be permitted for it. */
  action?: RecordAction;
  outcome?: RecordOutcome;
  /** A department of the user, written as it is. */
  department?: string;
  /** Stands somewhere in the record, in whatever case. */
  text?: string;
}

export interface RecordPage {
  records: StoredRecord[];
  /** For `before` of the next page; `null` at the end. */
  next: number | null;
}

export interface RecordsOfDay {
  /** `2026-11-23`, UTC. */
  day: string;
  outcome: RecordOutcome;
  count: number;
}

type Opened = () => Promise<State>;

/**
 * The records that a filter finds, by their places in the trail, the newest first. Each comes once: as it ended,
 * or as it was begun where it has not.
 * @param page.before a place in the trail; without it the page begins with the newest
 */
export async function findRecords(
  filter: RecordFilter,
  { before, limit }: { before?: number; limit: number },
  opened: Opened = openState,
): Promise<RecordPage> {
  const { db } = await opened();
  const rows = await retried(() => {
    const found = db
      .selectFrom('audit_entry')
      .select(['sequence', 'content', 'previous_hash', 'hash'])
      .where(isLastOfRecord)
      .where((row) => row.and(conditionsOf(row, filter)))
      .orderBy('sequence', 'desc')
      .limit(limit + 1);
    return (before === undefined ? found : found.where('sequence', '<', before)).execute();
  });
  const records = rows.slice(0, limit).map(recordIn);
  return { records, next: rows.length > limit ? (records.at(-1)?.sequence ?? null) : null };
}

/** One record: as it ended, or as it was begun where it has not. */
export async function recordById(
  recordId: string,
  opened: Opened = openState,
): Promise<StoredRecord | undefined> {
  const { db } = await opened();
  const row = await retried(() =>
    db
      .selectFrom('audit_entry')
      .select(['sequence', 'content', 'previous_hash', 'hash'])
      .where('record_id', '=', storableText(recordId))
      .orderBy('kind', 'desc')
      .limit(1)
      .executeTakeFirst(),
  );
  return row && recordIn(row);
}

/** How many records of each outcome a filter finds on each day; days and outcomes without any are left out. */
export async function countByDay(filter: RecordFilter, opened: Opened = openState): Promise<RecordsOfDay[]> {
  const { db } = await opened();
  const rows = await retried(() =>
    db
      .selectFrom('audit_entry')
      .select((row) => [
        row.fn<string>('substr', ['started_at', row.val(1), row.val(10)]).as('day'),
        'outcome',
        row.fn.countAll<number | string>().as('count'),
      ])
      .where(isLastOfRecord)
      .where((row) => row.and(conditionsOf(row, filter)))
      .groupBy(['day', 'outcome'])
      .orderBy('day')
      .orderBy('outcome')
      .execute(),
  );
  return rows.map(({ day, outcome, count }) => ({
    day,
    outcome: outcome as RecordOutcome,
    count: Number(count),
  }));
}

/** The entries behind a place in the trail, in their order; for exports, streams and verification. */
export async function entriesAfter(
  sequence: number,
  limit: number,
  opened: Opened = openState,
): Promise<StoredEntry[]> {
  const { db } = await opened();
  const rows = await retried(() =>
    db
      .selectFrom('audit_entry')
      .select(['sequence', 'content', 'previous_hash', 'hash'])
      .where('sequence', '>', sequence)
      .orderBy('sequence')
      .limit(limit)
      .execute(),
  );
  return rows.map(entryIn);
}

type RowBuilder = ExpressionBuilder<StateTables, 'audit_entry'>;

/** Whether an entry is the last that there is of its record. */
function isLastOfRecord(row: RowBuilder) {
  const end = row
    .selectFrom('audit_entry as later')
    .select('later.sequence')
    .whereRef('later.record_id', '=', 'audit_entry.record_id')
    .where('later.kind', '=', 'ended');
  return row.or([row('kind', '=', 'ended'), row.not(row.exists(end))]);
}

function conditionsOf(row: RowBuilder, filter: RecordFilter) {
  const { from, to, managerId, userId, action, outcome, department, text } = filter;
  const contains = (column: 'actions' | 'departments' | 'search_text', part: string) =>
    row(row.fn<number>('strpos', [column, row.val(storableText(part))]), '>', 0);
  return [
    ...(from === undefined ? [] : [row('started_at', '>=', from)]),
    ...(to === undefined ? [] : [row('started_at', '<', to)]),
    ...(managerId === undefined ? [] : [row('manager_id', '=', storableText(managerId))]),
    ...(userId === undefined ? [] : [row('user_id', '=', storableText(userId))]),
    ...(outcome === undefined ? [] : [row('outcome', '=', outcome)]),
    ...(action === undefined ? [] : [contains('actions', ` ${action} `)]),
    ...(department === undefined ? [] : [contains('departments', `\n${department}\n`)]),
    ...(text === undefined ? [] : [contains('search_text', text.toLowerCase())]),
  ];
}

function recordIn(row: EntryRow): StoredRecord {
  const { sequence, hash, content } = entryIn(row);
  return { sequence, hash, record: content.record };
}
