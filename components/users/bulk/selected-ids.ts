/**
 * A selection after one of the listed was ticked, or no longer is.
 * @param anchor from whom on all between get the same, as a press with Shift asks for
 */
export function withTicked(
  listed: readonly string[],
  selected: ReadonlySet<string>,
  { userId, isOn, anchor }: { userId: string; isOn: boolean; anchor?: string },
): ReadonlySet<string> {
  const at = listed.indexOf(userId);
  const from = anchor === undefined ? -1 : listed.indexOf(anchor);
  const ends = from === -1 ? [at, at] : [Math.min(at, from), Math.max(at, from)];
  const changed = listed.slice(ends[0], (ends[1] ?? at) + 1);
  const rest = [...selected].filter((one) => !changed.includes(one));
  return new Set(isOn ? [...rest, ...changed] : rest);
}
