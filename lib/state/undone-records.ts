import { sql } from 'kysely';
import { retried } from './retried.ts';
import { openState, type State } from './state.ts';

type Opened = () => Promise<State>;

/** Longer than anybody's undoing takes; whoever has not ended by then was stopped in the middle. */
const claimLifeMs = 60_000;

const claimMark = 'claim ';

/** Who undid a record: `by` is the id of the record of that, or `null` while it is being undone. */
export interface Undone {
  by: string | null;
}

/**
 * Claims a record for being undone: one of all who ask at once gets it.
 * @returns the claim, to be settled or dropped; or what stands against it
 */
export async function claimUndoing(
  recordId: string,
  opened: Opened = openState,
): Promise<{ claim: string } | Undone> {
  const { db } = await opened();
  const claim = `${claimMark}${crypto.randomUUID()}`;
  const row = await retried(() =>
    db
      .insertInto('undone_records')
      .values({ record_id: recordId, undone_by: claim, claimed_at: sql<Date>`now()` })
      .onConflict((conflict) =>
        conflict
          .column('record_id')
          .doUpdateSet({ undone_by: claim, claimed_at: sql<Date>`now()` })
          .where('undone_records.undone_by', 'like', `${claimMark}%`)
          .where(
            'undone_records.claimed_at',
            '<',
            sql<Date>`now() - cast(${`${claimLifeMs} milliseconds`} as interval)`,
          ),
      )
      .returning('undone_by')
      .executeTakeFirst(),
  );
  return row ? { claim } : ((await undoneRecord(recordId, opened)) ?? { by: null });
}

/** Who undid a record, or is at it; `undefined` when nobody did. */
export async function undoneRecord(
  recordId: string,
  opened: Opened = openState,
): Promise<Undone | undefined> {
  const { db } = await opened();
  const row = await retried(() =>
    db.selectFrom('undone_records').select('undone_by').where('record_id', '=', recordId).executeTakeFirst(),
  );
  return row && { by: row.undone_by.startsWith(claimMark) ? null : row.undone_by };
}

/** Notes that a claimed record was undone by another one; what that one undid in its turn may be undone again. */
export async function settleUndoing(
  recordId: string,
  claim: string,
  by: { recordId: string; redoes: string | null },
  opened: Opened = openState,
): Promise<void> {
  const { db } = await opened();
  await retried(() =>
    db
      .updateTable('undone_records')
      .set({ undone_by: by.recordId })
      .where('record_id', '=', recordId)
      .where('undone_by', '=', claim)
      .execute(),
  );
  if (by.redoes !== null) await dropUndoing(by.redoes, recordId, opened);
}

/** Lets a record be undone again. */
export async function dropUndoing(recordId: string, by: string, opened: Opened = openState): Promise<void> {
  const { db } = await opened();
  await retried(() =>
    db.deleteFrom('undone_records').where('record_id', '=', recordId).where('undone_by', '=', by).execute(),
  );
}
