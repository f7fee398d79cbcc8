import { said, say, words } from '#lib/words.ts';
import { csvLine } from '../csv.ts';
import type { Manager } from '../manager.ts';
import { patiently } from '../patiently.ts';
import { type LogReach, logReach, seenEntries } from '../permit/permit-log.ts';
import { recordedParts } from '../recorded.ts';
import { withoutGuesses } from './list-log.ts';
import { type LogEntryView, logEntryView } from './log-entry-view.ts';
import type { LogFilter } from './log-filter.ts';
import { type LogPart, type LogPlace, type LogReading, logReading, readLogPart } from './log-read.ts';

/** A file of more is for no spreadsheet; and the whole log belongs into a log stream. */
export const exportedEntriesMax = 5_000;

const partSize = 100;
/** With what is not this manager's to see, so many entries are read in all. */
const partsMax = 200;

const head = [
  words('Time (UTC)'),
  words('Event'),
  words('Code'),
  words('User'),
  words('User id'),
  words('Application'),
  words('Application id'),
  words('Connection'),
  words('IP address'),
  words('Place'),
  words('User agent'),
  words('Description'),
  words('Log id'),
];

/**
 * What a filter finds of the tenant's log, as the lines of a CSV file; no more than 5,000 entries, and where it
 * ends early a last line says so. Permitted part by part, like every page of the log. The first line comes only
 * after the first part could be read, so that what fails at once fails before there is a file.
 * @throws AppError as `listLog` does; a tenant that is limiting requests is waited for
 */
export const exportLog = recordedParts('export:log', linesOfLog, (filter) => ({ payload: { ...filter } }));

async function* linesOfLog(manager: Manager, filter: LogFilter): AsyncGenerator<string> {
  const reach = await logReach(manager);
  const reading = logReading(filter, Date.now());
  let place: LogPlace | undefined;
  let written = 0;
  for (let parts = 0; parts < partsMax; parts += 1) {
    const read = () => readPart(manager, reach, reading, place);
    // Somebody waits for the first part, and reads why when it does not come.
    const { rows, next } = await (parts === 0 ? read() : patiently(read));
    if (parts === 0) yield csvLine(head.map(said));
    const kept = rows.slice(0, exportedEntriesMax - written);
    yield kept.map((row) => csvLine(cellsOf(row))).join('');
    written += kept.length;
    if (!next && kept.length === rows.length) return;
    if (written === exportedEntriesMax) break;
    place = next;
  }
  yield csvLine([
    say('The file ends here with {count} entries; there is more. Choose a shorter time for the rest.', {
      count: String(written),
    }),
  ]);
}

async function readPart(
  manager: Manager,
  reach: LogReach,
  reading: LogReading,
  place: LogPlace | undefined,
): Promise<{ rows: LogEntryView[]; next: LogPart['next'] }> {
  const part = await readLogPart(reading, place, partSize);
  const seen = await seenEntries(manager, reach, part.entries, part.isWanted);
  return { rows: withoutGuesses(seen, reading.query).map(logEntryView), next: part.next };
}

function cellsOf(row: LogEntryView): (string | null)[] {
  return [
    row.date,
    row.event,
    row.type,
    row.user?.name ?? null,
    row.user?.userId ?? null,
    row.clientName,
    row.clientId,
    row.connection,
    row.ip,
    row.place,
    row.userAgent,
    row.description,
    row.logId,
  ];
}
