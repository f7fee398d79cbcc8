import type { ExpressionBuilder } from 'kysely';
import { storableText } from '#lib/audit/entry-columns.ts';
import type { RecordAction, RecordOutcome, StoredEntry, StoredRecord } from '#lib/audit/record.ts';
import { upToDate } from './on-their-way.ts';
import { retried } from './retried.ts';
import type { StateTables } from './schema.ts';
import { openState, type State } from './state.ts';
import { type EntryRow, entryIn } from './stored-entry.ts';

/** Which records are wanted; all that is named must hold. */
export interface RecordFilter {
  /** The host of the tenant. */
  tenant?: string;
  /** ISO 8601 in UTC: started at this time or later. */
  from?: string;
  /** ISO 8601 in UTC: started before this time. */
  to?: string;
  managerId?: string;
  /** A part of the manager's name, in whatever case. */
  managerName?: string;
  /** `null`: about nobody. */
  userId?: string | null;
  /** Only about these, or about anybody but these; what is about nobody is no concern of the latter. */
  userIds?: readonly string[];
  exceptUserIds?: readonly string[];
  /** A part of the user's name, in whatever case. */
  userName?: string;
  /** What was done, or what had to be permitted for it; one of several will do. */
  action?: RecordAction | readonly RecordAction[];
  outcome?: RecordOutcome;
  /** A department of the user, written as it is. */
  department?: string;
  /** A part of the name of a department of the user, in whatever case. */
  departmentPart?: string;
  /** Stands somewhere in the record, in whatever case; each of several. */
  text?: string | readonly string[];
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
 * @param page.after a place in the trail that all of the page stand behind
 */
export async function findRecords(
  filter: RecordFilter,
  { before, after = 0, limit }: { before?: number; after?: number; limit: number },
  opened: Opened = openState,
): Promise<RecordPage> {
  const { db } = await upToDate(opened);
  const rows = await retried(() => {
    const found = db
      .selectFrom('audit_entry')
      .select(['sequence', 'content', 'previous_hash', 'hash'])
      .where(isLastOfRecord)
      .where((row) => row.and(conditionsOf(row, filter)))
      .where('sequence', '>', after)
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
  const { db } = await upToDate(opened);
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
  const { db } = await upToDate(opened);
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

/** Whom the records that a filter finds are about; those with the newest record first. */
export async function usersInRecords(
  filter: RecordFilter,
  limit: number,
  opened: Opened = openState,
): Promise<string[]> {
  const { db } = await upToDate(opened);
  const rows = await retried(() =>
    db
      .selectFrom('audit_entry')
      .select((row) => ['user_id', row.fn.max('sequence').as('newest')])
      .where('user_id', 'is not', null)
      .where((row) => row.and(conditionsOf(row, filter)))
      .groupBy('user_id')
      .orderBy('newest', 'desc')
      .limit(limit)
      .execute(),
  );
  return rows.flatMap(({ user_id: userId }) => userId ?? []);
}

/** The place in the trail where it ends; 0 where nothing stands there yet. */
export async function endOfRecords(opened: Opened = openState): Promise<number> {
  const { db } = await upToDate(opened);
  const head = await retried(() => db.selectFrom('audit_head').select('sequence').executeTakeFirst());
  return Number(head?.sequence ?? 0);
}

/** Whether all entries of the trail are about one tenant. */
export async function isTrailOf(tenant: string, opened: Opened = openState): Promise<boolean> {
  const { db } = await upToDate(opened);
  const other = await retried(() =>
    db.selectFrom('audit_entry').select('sequence').where('tenant', '!=', tenant).limit(1).executeTakeFirst(),
  );
  return other === undefined;
}

/** The entries behind a place in the trail, in their order; for exports, streams and verification. */
export async function entriesAfter(
  sequence: number,
  limit: number,
  opened: Opened = openState,
): Promise<StoredEntry[]> {
  const { db } = await upToDate(opened);
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
  const open = row
    .selectFrom('open_attempt')
    .select('open_attempt.record_id')
    .whereRef('open_attempt.record_id', '=', 'audit_entry.record_id');
  return row.or([row('kind', '=', 'ended'), row.exists(open)]);
}

function conditionsOf(row: RowBuilder, filter: RecordFilter) {
  const {
    tenant,
    from,
    to,
    managerId,
    userId,
    userIds,
    exceptUserIds = [],
    outcome,
    department,
    text,
  } = filter;
  const isAbout = (ids: readonly string[]) => row('user_id', 'in', ids.map(storableText));
  const has = (column: TextColumn, part: string) =>
    row(row.fn<number>('strpos', [column, row.val(storableText(part))]), '>', 0);
  const named = (column: TextColumn, part: string | undefined) =>
    part === undefined ? [] : [has(column, part.toLowerCase())];
  const actions = listOf(filter.action).map((action) => has('actions', ` ${action} `));
  return [
    ...(tenant === undefined ? [] : [row('tenant', '=', tenant)]),
    ...(from === undefined ? [] : [row('started_at', '>=', from)]),
    ...(to === undefined ? [] : [row('started_at', '<', to)]),
    ...(managerId === undefined ? [] : [row('manager_id', '=', storableText(managerId))]),
    ...(userId === undefined ? [] : [userId === null ? row('user_id', 'is', null) : isAbout([userId])]),
    ...(userIds === undefined ? [] : [userIds.length > 0 ? isAbout(userIds) : row.lit(false)]),
    ...(exceptUserIds.length > 0
      ? [row.or([row('user_id', 'is', null), row.not(isAbout(exceptUserIds))])]
      : []),
    ...(outcome === undefined ? [] : [row('outcome', '=', outcome)]),
    ...(actions.length === 0 ? [] : [row.or(actions)]),
    ...(department === undefined ? [] : [has('departments', `\n${department}\n`)]),
    ...named('department_names', filter.departmentPart),
    ...named('manager_name', filter.managerName),
    ...named('user_name', filter.userName),
    ...listOf(text).map((word) => has('search_text', word.toLowerCase())),
  ];
}

type TextColumn =
  | 'actions'
  | 'departments'
  | 'department_names'
  | 'manager_name'
  | 'user_name'
  | 'search_text';

function listOf<One extends string>(asked: One | readonly One[] | undefined): readonly One[] {
  if (asked === undefined) return [];
  return typeof asked === 'string' ? [asked] : asked;
}

function recordIn(row: EntryRow): StoredRecord {
  const { sequence, hash, content } = entryIn(row);
  return { sequence, hash, record: content.record };
}
