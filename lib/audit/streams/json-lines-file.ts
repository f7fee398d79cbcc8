import { open } from 'node:fs/promises';
import type { StoredRecord } from '../record.ts';
import { eventOf } from './event.ts';

const lineFeed = 10;

/**
 * Appends one line for each record and has it on the disk when it returns. Opened anew each time, so that whoever
 * moves the file away finds the next lines in a new one. Nobody but its owner and its group may read it.
 */
export async function appendLines(file: string, records: readonly StoredRecord[]): Promise<void> {
  const handle = await open(file, 'a+', 0o600);
  try {
    const { mode, size } = await handle.stat();
    if ((mode & 0o007) !== 0) await handle.chmod(mode & 0o770);
    const lines = records.map((record) => `${JSON.stringify(eventOf(record))}\n`).join('');
    const isTorn = size > 0 && (await lastByteOf(handle, size)) !== lineFeed;
    // Half a line that an end in the middle has left is closed; its record comes whole after it.
    await handle.appendFile(isTorn ? `\n${lines}` : lines);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

async function lastByteOf(
  handle: Awaited<ReturnType<typeof open>>,
  size: number,
): Promise<number | undefined> {
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0];
}
