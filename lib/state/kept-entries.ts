import type { ChainHead } from '#lib/audit/chain.ts';
import type { KeptEntry } from '#lib/audit/verify-chain.ts';
import { untilWritten } from './on-their-way.ts';
import { retried } from './retried.ts';
import type { State } from './state.ts';

const entriesPerRead = 1_000;

/** Where the trail ends, as its own row says. */
export async function endOfTrail({ db }: State): Promise<ChainHead> {
  await untilWritten();
  const head = await retried(() =>
    db.selectFrom('audit_head').select(['sequence', 'hash']).executeTakeFirst(),
  );
  if (!head) throw new Error('The row that says where the audit trail ends was removed.');
  return { sequence: Number(head.sequence), hash: head.hash };
}

/**
 * Every entry up to an end with all that stands beside it, in the order of their places. What is appended
 * meanwhile is left for the next time.
 */
export async function* keptEntries({ db }: State, end: ChainHead): AsyncGenerator<KeptEntry> {
  let last = 0;
  for (;;) {
    const rows = await retried(() =>
      db
        .selectFrom('audit_entry')
        .selectAll()
        .where('sequence', '>', last)
        .where('sequence', '<=', end.sequence)
        .orderBy('sequence')
        .limit(entriesPerRead)
        .execute(),
    );
    for (const { sequence, content, previous_hash: previousHash, hash, ...columns } of rows) {
      last = Number(sequence);
      yield { sequence: last, content, previousHash, hash, columns };
    }
    if (rows.length < entriesPerRead) return;
  }
}
