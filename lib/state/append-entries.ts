import { type RawBuilder, sql } from 'kysely';
import { type ChainHead, chained } from '#lib/audit/chain.ts';
import { columnsOf, type EntryColumns } from '#lib/audit/entry-columns.ts';
import type { EntryContent, NewEntry, StoredEntry } from '#lib/audit/record.ts';
import { retried, sqlStateOf } from './retried.ts';
import { openState, type State } from './state.ts';
import { type EntryRow, entryIn } from './stored-entry.ts';

const entriesPerStatementMax = 200;

/** As often as other servers may be quicker. */
const triesMax = 200;

const isThereAlready = '23505';

interface Waiting {
  entry: NewEntry;
  resolve(stored: StoredEntry | undefined): void;
  reject(error: unknown): void;
}

/** The entries of one server: while a statement is on its way, whatever comes waits for the next one. */
interface Queue {
  waiting: Waiting[];
  isWriting: boolean;
  /** Where the chain was last seen to end. */
  head: ChainHead | undefined;
}

const queues = new WeakMap<State, Queue>();

/**
 * Appends one entry to the trail and ends when it is kept, in one statement with whatever else waits.
 * @returns `undefined` where the record has an entry of this kind already, and nothing was written
 * @throws what the database threw; then nothing was written
 */
export async function appendEntry(
  entry: NewEntry,
  opened: () => Promise<State> = openState,
): Promise<StoredEntry | undefined> {
  const state = await opened();
  const queue = queues.get(state) ?? { waiting: [], isWriting: false, head: undefined };
  queues.set(state, queue);
  return new Promise((resolve, reject) => {
    queue.waiting.push({ entry, resolve, reject });
    if (!queue.isWriting) void writeAll(state, queue);
  });
}

async function writeAll(state: State, queue: Queue): Promise<void> {
  queue.isWriting = true;
  while (queue.waiting.length > 0) {
    await write(state, queue, queue.waiting.splice(0, entriesPerStatementMax));
  }
  queue.isWriting = false;
}

/** What one entry fails for must not become the others' failure. */
async function write(state: State, queue: Queue, batch: readonly Waiting[]): Promise<void> {
  try {
    const entries = batch.map(({ entry }) => entry);
    const stored = await retried(() => append(state, queue, entries));
    for (const [at, { resolve }] of batch.entries()) resolve(stored[at]);
  } catch (error) {
    const [first, ...others] = batch;
    if (!first) return;
    if (others.length > 0) for (const one of batch) await write(state, queue, [one]);
    else if (await isEnded(state, first.entry, error)) first.resolve(undefined);
    else first.reject(error);
  }
}

async function isEnded({ db }: State, { kind, record }: NewEntry, error: unknown): Promise<boolean> {
  if (kind !== 'ended' || sqlStateOf(error) !== isThereAlready) return false;
  const end = await db
    .selectFrom('audit_entry')
    .select('sequence')
    .where('record_id', '=', record.id)
    .where('kind', '=', 'ended')
    .executeTakeFirst();
  return end !== undefined;
}

/** Whoever holds the row of the head, as it was last seen, is the only one to append, on whichever server. */
async function append(state: State, queue: Queue, entries: readonly NewEntry[]): Promise<StoredEntry[]> {
  for (let tries = 0; tries < triesMax; tries++) {
    const head = queue.head ?? (await readHead(state));
    const rows = chained(head, entries).map(({ sequence, content, previousHash, hash }) => ({
      sequence,
      content,
      previous_hash: previousHash,
      hash,
      ...columnsOf(JSON.parse(content) as EntryContent),
    }));
    const last = rows.at(-1);
    if (!last) return [];
    queue.head = undefined;
    const { rows: moved } = await statementOf(rows, head, last).execute(state.db);
    if (moved.length === 0) continue;
    queue.head = { sequence: last.sequence, hash: last.hash };
    return rows.map(entryIn);
  }
  throw new Error('Other servers have written to the audit trail all the time.');
}

async function readHead({ db }: State): Promise<ChainHead> {
  const head = await db.selectFrom('audit_head').select(['sequence', 'hash']).executeTakeFirstOrThrow();
  return { sequence: Number(head.sequence), hash: head.hash };
}

const textColumns = [
  ...['content', 'previous_hash', 'hash', 'record_id', 'kind', 'server', 'tenant', 'started_at'],
  ...['manager_id', 'manager_name', 'user_id', 'user_name', 'action', 'actions', 'outcome'],
  ...['departments', 'department_names', 'search_text'],
] as const satisfies readonly (keyof EntryColumns | keyof EntryRow)[];

const columns = sql.join(['sequence', ...textColumns].map((name) => sql.ref(name)));
const typedColumns = sql.join([
  sql`sequence bigint`,
  ...textColumns.map((name) => sql`${sql.ref(name)} text`),
]);

/** Everything in one statement, which does nothing at all where the chain has gone on meanwhile. */
function statementOf(
  rows: readonly (EntryColumns & EntryRow)[],
  head: ChainHead,
  last: EntryRow,
): RawBuilder<unknown> {
  return sql`with
    entry as (select * from json_to_recordset(${JSON.stringify(rows)}::json) as entry(${typedColumns})),
    held as (
      select one from steward.audit_head
      where sequence = ${head.sequence} and hash = ${head.hash} for update
    ),
    added as (
      insert into steward.audit_entry (${columns}) select ${columns} from entry where exists (select 1 from held)
    ),
    begun as (
      insert into steward.open_attempt (record_id, server)
      select record_id, server from entry where kind = 'begun' and exists (select 1 from held)
    ),
    ended as (
      delete from steward.open_attempt
      where record_id in (select record_id from entry where kind = 'ended') and exists (select 1 from held)
    )
    update steward.audit_head set sequence = ${last.sequence}, hash = ${last.hash}
    where exists (select 1 from held) returning sequence`;
}
