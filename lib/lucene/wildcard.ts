/**
 * Tests for `a*b*c`, given as its literals `['a', 'b', 'c']`. Goes once through the value, from literal to literal:
 * taking the first place for each is enough, because an asterisk takes whatever lies between.
 */
export function wildcardMatcher(literals: readonly string[]): (value: string) => boolean {
  const first = literals[0] ?? '';
  const last = literals.at(-1) ?? '';
  const between = literals.slice(1, -1).filter((literal) => literal !== '');
  const shortest = literals.reduce((length, literal) => length + literal.length, 0);
  return (value) => {
    if (value.length < shortest || !value.startsWith(first) || !value.endsWith(last)) return false;
    let from = first.length;
    for (const literal of between) {
      const at = value.indexOf(literal, from);
      if (at < 0) return false;
      from = at + literal.length;
    }
    return from <= value.length - last.length;
  };
}
