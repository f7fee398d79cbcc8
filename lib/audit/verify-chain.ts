import { type ChainHead, emptyChain, hashOf } from './chain.ts';
import { columnsOf, type EntryColumns } from './entry-columns.ts';
import type { EntryContent } from './record.ts';

/** An entry as it was found, which may have been changed by whoever can write there. */
export interface KeptEntry {
  sequence: number;
  /** Canonical JSON of `EntryContent`, as it should be. */
  content: string;
  previousHash: string;
  hash: string;
  /** What stands beside the content in the database; absent in an export. */
  columns?: { readonly [name in keyof EntryColumns]: string | null };
}

export interface Verification {
  /** How many entries were looked at. */
  count: number;
  /** Where the chain ends. */
  last: ChainHead;
  /** How many entries a choice of them does not hold; these cannot be told from removed ones. */
  leftOut: number;
  /** The first thing that is wrong, in a sentence. */
  problem?: string;
}

/** What the chain is compared with. */
export interface Expected {
  /** Where it ends, as the database or the export says itself. */
  head?: ChainHead;
  /** The hash of an entry that was noted elsewhere; it must be among them. */
  anchor?: string;
  /** Whether every entry from the first on must be there. */
  isWhole: boolean;
}

/** Goes through the entries in the order in which they stand, up to the first that is wrong. */
export async function verifyChain(
  entries: AsyncIterable<KeptEntry> | Iterable<KeptEntry>,
  { head, anchor, isWhole }: Expected,
): Promise<Verification> {
  let last = emptyChain;
  let count = 0;
  let leftOut = 0;
  let hasAnchor = anchor === undefined || anchor === emptyChain.hash;
  let gap: { behind: KeptEntry; problem: string } | undefined;
  const found = (problem?: string): Verification => ({ count, last, leftOut, ...(problem && { problem }) });
  for await (const entry of entries) {
    if (gap) {
      if (entry.sequence === last.sequence + 1) return found(reordered(gap.behind, entry));
      continue;
    }
    const problem = problemOf(entry, last);
    if (problem) return found(problem);
    if (isWhole && entry.sequence > last.sequence + 1) {
      // What is missing here may still come: then it was not removed.
      gap = { behind: entry, problem: removedBefore(entry, last) };
      continue;
    }
    leftOut += entry.sequence - last.sequence - 1;
    last = { sequence: entry.sequence, hash: entry.hash };
    count += 1;
    hasAnchor ||= entry.hash === anchor;
  }
  if (gap) return found(gap.problem);
  if (head) {
    const problem = problemOfEnd(last, head);
    if (problem) return found(problem);
  }
  if (hasAnchor) return found();
  return found(
    `No entry has the hash ${anchor}: the entry that had it was removed, or the chain up to it was made anew.`,
  );
}

function problemOf(entry: KeptEntry, last: ChainHead): string | undefined {
  const { sequence, previousHash, hash } = entry;
  const content = contentIn(entry);
  const name = nameOf(sequence, content);
  if (hashOf(previousHash, entry.content) !== hash || !content) {
    return `${name} was changed: what stands in it is not what its hash was made of.`;
  }
  if (content.sequence !== sequence) {
    return `${nameOf(content.sequence, content)} was reordered: it stands in the place of entry ${sequence}.`;
  }
  if (sequence <= last.sequence) {
    return `${name} was reordered: it stands behind entry ${last.sequence}.`;
  }
  if (sequence === last.sequence + 1 && previousHash !== last.hash) {
    return sequence === 1
      ? `${name} was changed: it does not begin the chain.`
      : `Entry ${last.sequence} was changed and its hash made anew: entry ${sequence} still carries the hash that it had.`;
  }
  const altered = alteredColumns(entry, content);
  if (altered.length === 0) return undefined;
  return `${name} was changed beside its content: ${altered.join(', ')} ${altered.length === 1 ? 'is' : 'are'} not what the content says.`;
}

function removedBefore({ sequence }: KeptEntry, last: ChainHead): string {
  const missing = `${last.sequence + 1}${sequence === last.sequence + 2 ? ' was' : ` to ${sequence - 1} were`}`;
  return `Entry ${missing} removed: behind entry ${last.sequence} stands entry ${sequence}.`;
}

function reordered(entry: KeptEntry, before: KeptEntry): string {
  return `${nameOf(entry.sequence, contentIn(entry))} was reordered: it stands before entry ${before.sequence}.`;
}

function problemOfEnd(last: ChainHead, head: ChainHead): string | undefined {
  if (head.sequence > last.sequence) {
    const first = last.sequence + 1;
    const missing = first === head.sequence ? `${first} was` : `${first} to ${head.sequence} were`;
    return `Entry ${missing} removed: the chain ends at entry ${last.sequence}, and ended at entry ${head.sequence}.`;
  }
  if (head.sequence < last.sequence || head.hash !== last.hash) {
    return `The end of the chain was changed: it is noted as entry ${head.sequence} with the hash ${head.hash}, and is entry ${last.sequence} with the hash ${last.hash}.`;
  }
  return undefined;
}

function alteredColumns({ columns }: KeptEntry, content: EntryContent): string[] {
  if (!columns) return [];
  const made = columnsOf(content);
  const names = Object.keys(made) as (keyof EntryColumns)[];
  return names.filter((name) => made[name] !== columns[name]);
}

/** The content, as far as it has the form of one. */
function contentIn({ content }: KeptEntry): EntryContent | undefined {
  try {
    const parsed = JSON.parse(content) as EntryContent | null;
    return parsed?.record?.manager ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** The entry, with what it claims to be about. */
function nameOf(sequence: number, content: EntryContent | undefined): string {
  if (!content) return `Entry ${sequence}`;
  const { id, action, startedAt, manager, user } = content.record;
  const whom = user ? ` of ${user.id}` : '';
  return `Entry ${sequence} (${action}${whom} by ${manager.id} at ${startedAt}, record ${id})`;
}
