import type { EntryContent, StoredEntry } from '#lib/audit/record.ts';

export interface EntryRow {
  sequence: number | string;
  content: string;
  previous_hash: string;
  hash: string;
}

/** An entry of the trail as it was written; whether it was changed since is for `audit:verify` to say. */
export function entryIn({ sequence, content, previous_hash: previousHash, hash }: EntryRow): StoredEntry {
  return { sequence: Number(sequence), content: JSON.parse(content) as EntryContent, previousHash, hash };
}
