/** Chance that comes out the same each time. Never for secrets. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number, at least 0, below `end`. */
  below(end: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Each item as often as its `share` says. */
  pickByShare<T extends { share: number }>(items: readonly T[]): T;
  hex(length: number): string;
}

/** The mulberry32 generator, by Tommy Ettinger, in the public domain. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  const below = (end: number) => Math.floor(next() * end);

  function pick<T>(items: readonly T[]): T {
    const index = below(items.length);
    const [item] = items.slice(index, index + 1);
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  }

  return {
    next,
    below,
    pick,
    chance: (probability) => next() < probability,
    pickByShare(items) {
      let rest = next() * items.reduce((sum, { share }) => sum + share, 0);
      for (const item of items) {
        rest -= item.share;
        if (rest < 0) return item;
      }
      return pick(items);
    },
    hex: (length) => Array.from({ length }, () => below(16).toString(16)).join(''),
  };
}
