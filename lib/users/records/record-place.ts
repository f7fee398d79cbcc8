import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { env } from '#lib/env.ts';

/** A block of AES in which one place stands; whatever opens to something else was not made here. */
const mark = Buffer.from('place in');

/**
 * A place in the trail as it stands in an address. Places count all records, also those that a manager does not
 * see, so they are not told: this is one block of AES, the same for the same place.
 */
export function textOfPlace(sequence: number): string {
  const block = Buffer.alloc(16);
  mark.copy(block);
  block.writeBigUInt64BE(BigInt(sequence), 8);
  const cipher = createCipheriv('aes-256-ecb', key(), null).setAutoPadding(false);
  return Buffer.concat([cipher.update(block), cipher.final()]).toString('base64url');
}

/** The place that a text of an address stands for; `undefined` for one that was not made here. */
export function placeOf(text: string): number | undefined {
  const block = Buffer.from(text, 'base64url');
  if (block.length !== 16) return undefined;
  const decipher = createDecipheriv('aes-256-ecb', key(), null).setAutoPadding(false);
  const opened = Buffer.concat([decipher.update(block), decipher.final()]);
  return opened.subarray(0, 8).equals(mark) ? Number(opened.readBigUInt64BE(8)) : undefined;
}

function key(): Buffer {
  return createHash('sha256').update(`places\n${env().AUTH0_MANAGEMENT_CLIENT_SECRET}`).digest();
}
