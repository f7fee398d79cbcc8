import { randomInt } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** An id as Auth0 makes them: a prefix such as `con_`, then 16 letters and digits. */
export function newId(prefix: string): string {
  return prefix + Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)]).join('');
}
