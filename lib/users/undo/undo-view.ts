import type { RecordAction } from '#lib/audit/record.ts';
import type { Json } from '#lib/json.ts';

/** One thing that an undoing changes. `null`: nothing stands there. */
export interface UndoDifference {
  /** The field's label, or what it is called in the tenant. */
  label: string;
  now: Json;
  after: Json;
}

/** What would not be as it was before the record. */
export interface UndoRemainder {
  label: string;
  stays: Json;
  was: Json;
}

/** What undoing a record would do, before it is done. */
export interface UndoPreview {
  user: { userId: string; name: string };
  /** What will be done, as its record will call it. */
  action: RecordAction;
  differences: UndoDifference[];
  /** What the record changed beyond the fields of the form and the rules would not bring back. */
  remainders: UndoRemainder[];
}

/** What was undone. */
export interface UndoneRecord {
  userId: string;
  name: string;
}
