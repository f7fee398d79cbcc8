import { canonicalJson } from '#lib/audit/canonical-json.ts';
import { csvLine } from '../csv.ts';
import type { Manager } from '../manager.ts';
import { patiently } from '../patiently.ts';
import { recordReach } from '../permit/permit-records.ts';
import { recordedParts } from '../recorded.ts';
import { linesOfWholeTrail } from './export-trail.ts';
import { recordHeadLine, recordLine } from './record-cells.ts';
import { isNarrowing, type RecordFilter } from './record-filter.ts';
import { recordQuery } from './record-query.ts';
import { readRecordPart } from './record-read.ts';
import type { ShownRecord } from './shown-record.ts';

/** A spreadsheet takes no more; and whoever wants all has the trail streamed. */
export const exportedRecordsMax = 50_000;

const partSize = 100;
/** With what is not this manager's to see, so many records are read in all. */
const partsMax = 2_000;

/** In which form records are exported. */
export type RecordsForm = 'csv' | 'jsonl';

export interface RecordsExport {
  filter: RecordFilter;
  form: RecordsForm;
}

interface Form {
  head: string;
  lineOf(shown: ShownRecord): string;
  lastLine(count: number): string;
}

const forms: Record<RecordsForm, Form> = {
  csv: {
    head: recordHeadLine,
    lineOf: recordLine,
    lastLine: (count) => csvLine([endedEarly(count)]),
  },
  jsonl: {
    head: '',
    lineOf: ({ record, withheld }) => `${canonicalJson({ format: 1, record, withheld })}\n`,
    lastLine: (count) => `${canonicalJson({ note: endedEarly(count) })}\n`,
  },
};

/**
 * What a filter finds of the audit trail, the newest first, as the lines of a file: a record in each, and where
 * the file ends early a last line says so. Permitted part by part, like every page of the trail; recorded itself.
 * An Administrator who asks for everything as JSON lines is given the entries with their hashes, to be verified.
 * What fails at once fails before the first line.
 * @throws AppError as `listRecords` does; a tenant that is limiting requests is waited for
 */
export const exportRecords = recordedParts('export:records', linesOfTrail, ({ filter, form }) => ({
  payload: { ...filter, form },
}));

async function* linesOfTrail(manager: Manager, { filter, form }: RecordsExport): AsyncGenerator<string> {
  const reach = await recordReach(manager);
  if (form === 'jsonl' && reach.isEverybody && !isNarrowing(filter)) {
    return yield* linesOfWholeTrail(manager, reach);
  }
  const { head, lineOf, lastLine } = forms[form];
  const query = recordQuery(filter, Date.now());
  const reading = { manager, reach, filter, query, values: 'shown' } as const;
  let place: number | undefined;
  let written = 0;
  for (let parts = 0; parts < partsMax; parts += 1) {
    const read = () => readRecordPart(reading, place, partSize);
    // Somebody waits for the first part, and reads why when it does not come.
    const { found, next } = await (parts === 0 ? read() : patiently(read));
    const kept = found.slice(0, exportedRecordsMax - written);
    yield (parts === 0 ? head : '') + kept.map(({ shown }) => lineOf(shown)).join('');
    written += kept.length;
    if (next === null && kept.length === found.length) return;
    if (written === exportedRecordsMax) break;
    place = next ?? undefined;
  }
  yield lastLine(written);
}

function endedEarly(count: number): string {
  return `The file ends here with ${count} records; there is more. Choose a shorter time for the rest.`;
}
