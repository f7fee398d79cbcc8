import type { UserColumn } from '#lib/users/user-view.ts';

/** What a column without a width takes of a table in which another has one, in percent. */
const usualShare = 10;
const nameShareMin = 25;

/**
 * The widths of a list's columns where the settings hook gives any; the name takes what they leave, and all of
 * it where there is none. `undefined` is as wide as what stands in it.
 */
export function columnWidths(columns: readonly UserColumn[]): Map<string, string> {
  const given = new Map(columns.flatMap(({ key, width }) => (width ? [[key, width] as const] : [])));
  if (given.size === 0 || given.has('user')) return given;
  const taken = [...given.values()].reduce(
    (sum, width) => sum + (width.endsWith('%') ? Number.parseFloat(width) : 0),
    0,
  );
  const left = 100 - taken - usualShare * (columns.length - 1 - given.size);
  return given.set('user', `${Math.max(nameShareMin, left)}%`);
}
