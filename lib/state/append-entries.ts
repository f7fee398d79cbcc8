import { chained } from '#lib/audit/chain.ts';
import { columnsOf } from '#lib/audit/entry-columns.ts';
import type { EntryContent, NewEntry, StoredEntry } from '#lib/audit/record.ts';
import { retried } from './retried.ts';
import { openState, type State } from './state.ts';
import { entryIn } from './stored-entry.ts';

const entriesPerTransactionMax = 200;

interface Waiting {
  entry: NewEntry;
  resolve(stored: StoredEntry | undefined): void;
  reject(error: unknown): void;
}

/** The entries of one server: while a transaction is on its way, whatever comes waits for the next one. */
interface Queue {
  waiting: Waiting[];
  isWriting: boolean;
}

const queues = new WeakMap<State, Queue>();

/**
 * Appends one entry to the trail and ends when it is kept, in one transaction with whatever else waits.
 * @returns `undefined` where the record has an entry of this kind already, and nothing was written
 * @throws what the database threw; then nothing was written
 */
export async function appendEntry(
  entry: NewEntry,
  opened: () => Promise<State> = openState,
): Promise<StoredEntry | undefined> {
  const state = await opened();
  const queue = queues.get(state) ?? { waiting: [], isWriting: false };
  queues.set(state, queue);
  return new Promise((resolve, reject) => {
    queue.waiting.push({ entry, resolve, reject });
    if (!queue.isWriting) void writeAll(state, queue);
  });
}

async function writeAll(state: State, queue: Queue): Promise<void> {
  queue.isWriting = true;
  while (queue.waiting.length > 0) await write(state, queue.waiting.splice(0, entriesPerTransactionMax));
  queue.isWriting = false;
}

/** What one entry fails for must not become the others' failure. */
async function write(state: State, batch: readonly Waiting[]): Promise<void> {
  try {
    const entries = batch.map(({ entry }) => entry);
    const stored = await retried(() => append(state, entries));
    for (const [at, { resolve }] of batch.entries()) resolve(stored[at]);
  } catch (error) {
    const [first, ...others] = batch;
    if (others.length === 0) first?.reject(error);
    else for (const one of batch) await write(state, [one]);
  }
}

/** Whoever holds the row of the head is the only one to append, on whichever server. */
function append({ db }: State, entries: readonly NewEntry[]): Promise<(StoredEntry | undefined)[]> {
  return db.transaction().execute(async (transaction) => {
    const head = await transaction
      .selectFrom('audit_head')
      .select(['sequence', 'hash'])
      .forUpdate()
      .executeTakeFirstOrThrow();
    const ended = entries.filter(({ kind }) => kind === 'ended').map(({ record }) => record.id);
    const known = new Set(
      ended.length === 0
        ? []
        : (
            await transaction
              .selectFrom('audit_entry')
              .select('record_id')
              .where('kind', '=', 'ended')
              .where('record_id', 'in', ended)
              .execute()
          ).map(({ record_id: recordId }) => recordId),
    );
    const added = entries.filter(({ kind, record }) => kind === 'begun' || !known.has(record.id));
    const places = chained({ sequence: Number(head.sequence), hash: head.hash }, added);
    const last = places.at(-1);
    if (!last) return entries.map(() => undefined);
    const rows = places.map(({ sequence, content, previousHash, hash }) => ({
      sequence,
      content,
      previous_hash: previousHash,
      hash,
      ...columnsOf(JSON.parse(content) as EntryContent),
    }));
    await transaction.insertInto('audit_entry').values(rows).execute();
    const begun = added.filter(({ kind }) => kind === 'begun');
    if (begun.length > 0) {
      const open = begun.map(({ record, server }) => ({ record_id: record.id, server }));
      await transaction.insertInto('open_attempt').values(open).execute();
    }
    if (ended.length > 0) {
      await transaction.deleteFrom('open_attempt').where('record_id', 'in', ended).execute();
    }
    await transaction.updateTable('audit_head').set({ sequence: last.sequence, hash: last.hash }).execute();
    const stored = new Map(added.map((entry, at) => [entry, rows[at]]));
    return entries.map((entry) => {
      const row = stored.get(entry);
      return row && entryIn(row);
    });
  });
}
