import { canonicalJson } from './canonical-json.ts';
import type { ChainHead } from './chain.ts';
import type { StoredEntry } from './record.ts';
import type { KeptEntry } from './verify-chain.ts';

/** The first line of an export: whether it holds every entry of the trail from the first on, or a choice of them. */
export function exportHead(isWhole: boolean): string {
  return `${canonicalJson({ export: 'steward-records', format: 1, isWhole })}\n`;
}

/** One entry as a line of an export, with all that it takes to verify it. */
export function exportLine({ content, previousHash, hash }: StoredEntry): string {
  return `${canonicalJson({ content, hash, previousHash })}\n`;
}

/** The last line of an export that is complete: where it ends, so that an end that was cut off is seen. */
export function exportEnd(head: ChainHead): string {
  return `${canonicalJson({ end: { sequence: head.sequence, hash: head.hash } })}\n`;
}

/** What a line of an export is. */
export type ExportPart =
  | { kind: 'head'; isWhole: boolean }
  | { kind: 'entry'; entry: KeptEntry }
  | { kind: 'end'; head: ChainHead }
  | { kind: 'unreadable' };

/** Reads a line back. Nothing that stands in it is believed yet. */
export function exportPartIn(line: string): ExportPart {
  const parsed = parsedObject(line);
  if (parsed?.export === 'steward-records') return { kind: 'head', isWhole: parsed.isWhole === true };
  const end = objectIn(parsed?.end);
  if (end) return { kind: 'end', head: { sequence: Number(end.sequence), hash: String(end.hash) } };
  const content = objectIn(parsed?.content);
  if (!parsed || !content) return { kind: 'unreadable' };
  return {
    kind: 'entry',
    entry: {
      sequence: Number(content.sequence),
      content: canonicalJson(content),
      previousHash: String(parsed.previousHash),
      hash: String(parsed.hash),
    },
  };
}

function parsedObject(text: string): Record<string, unknown> | undefined {
  try {
    return objectIn(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function objectIn(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
