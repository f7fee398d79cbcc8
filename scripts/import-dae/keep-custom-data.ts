import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Json } from '#lib/json.ts';
import { ImportError } from './dae-configuration.ts';
import { writeWhole } from './take-hooks.ts';

/** Keeps DAE's custom data; answers with a sentence on where it is now. */
export async function keepCustomData(
  data: Json | undefined,
  folder: string,
  force: boolean,
): Promise<string> {
  if (data === undefined || JSON.stringify(data) === '{}') return 'There is no custom data.';
  const file = path.join(folder, 'customData.json');
  const text = `${JSON.stringify(data, null, 2)}\n`;
  if (!force && existsSync(file) && readFileSync(file, 'utf8') !== text) {
    throw new ImportError(
      `${file} is there already and holds other data. It was kept; the hooks were written.`,
    );
  }
  writeWhole(file, text);
  return `Custom data (${Buffer.byteLength(JSON.stringify(data))} bytes) is in ${file}.`;
}
