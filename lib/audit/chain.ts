import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { EntryContent, NewEntry } from './record.ts';

/** Where a chain ends: the place and the hash of its last entry. */
export interface ChainHead {
  sequence: number;
  hash: string;
}

/** Before the first entry. */
export const emptyChain: ChainHead = { sequence: 0, hash: '0'.repeat(64) };

/** An entry with its place and its hashes, as text. */
export interface ChainedEntry {
  sequence: number;
  /** Canonical JSON of `EntryContent`. */
  content: string;
  previousHash: string;
  hash: string;
}

/** Puts entries behind each other at the end of a chain. */
export function chained(head: ChainHead, entries: readonly NewEntry[]): ChainedEntry[] {
  let last = head;
  return entries.map((entry) => {
    const sequence = last.sequence + 1;
    const made: EntryContent = { format: 1, sequence, ...entry };
    const content = canonicalJson(made);
    const hash = hashOf(last.hash, content);
    const previousHash = last.hash;
    last = { sequence, hash };
    return { sequence, content, previousHash, hash };
  });
}

/** SHA-256 in hexadecimal of the hash before, a line feed and the content. */
export function hashOf(previousHash: string, content: string): string {
  return createHash('sha256').update(`${previousHash}\n${content}`).digest('hex');
}
