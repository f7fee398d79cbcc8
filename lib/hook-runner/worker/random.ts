import { randomFillSync } from 'node:crypto';

const words = new BigUint64Array(64);
let next = words.length;

/** A number in [0, 1) of 53 random bits, for the guest's `Math.random`. */
export function randomNumber(): number {
  if (next === words.length) {
    randomFillSync(words);
    next = 0;
  }
  const word = words[next++] ?? 0n;
  return Number(word >> 11n) / 2 ** 53;
}
