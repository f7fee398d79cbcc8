import { endOfRecords, findRecords } from '#lib/state/records.ts';
import type { Manager } from '../manager.ts';
import { recordReach } from '../permit/permit-records.ts';
import type { RecordFilter, RecordInput } from './record-filter.ts';
import { placeOf, textOfPlace } from './record-place.ts';
import { recordQuery } from './record-query.ts';
import { type RecordReading, readRecordPart, shownOf } from './record-read.ts';
import { type RecordView, recordView } from './record-view.ts';
import type { ShownRecord } from './shown-record.ts';

/** A part of the audit trail as one manager may see it, the newest first. */
export interface RecordPage {
  rows: RecordView[];
  /** Where the next page begins, for `from`; `null` at the end. */
  next: string | null;
  /** Where the trail ended when it was read, to ask later what is new. */
  end: string;
  /** Only records of users whom the manager may see are shown. */
  isNarrowed: boolean;
}

/** A page is full with so many records. */
const rowsWanted = 25;
/** As many as one search for their users takes, most of the time. */
const partSize = 50;
/** Whoever sees few of the users has so much of the trail read for one page, and then reads on. */
const partsMax = 8;

/**
 * One page of the audit trail: read in parts until it is full or enough was read.
 * @throws AppError 'not-allowed', 'no-role', 'hook-failed', 'tenant-limit', 'tenant-unavailable'
 */
export async function listRecords(manager: Manager, input: RecordInput): Promise<RecordPage> {
  const { from, ...filter } = input;
  const reading = await readingOf(manager, filter);
  const end = await endOfRecords();
  const shown: ShownRecord[] = [];
  let place: number | undefined = placeOf(from);
  let next: number | null = null;
  for (let parts = 0; parts < partsMax && shown.length < rowsWanted; parts += 1) {
    const part = await readRecordPart(reading, place, partSize);
    const kept = part.found.slice(0, rowsWanted - shown.length);
    shown.push(...kept.map((one) => one.shown));
    next = kept.length < part.found.length ? (kept.at(-1)?.sequence ?? null) : part.next;
    if (next === null) break;
    place = next;
  }
  return {
    rows: shown.map(recordView),
    next: next === null ? null : textOfPlace(next),
    end: textOfPlace(end),
    isNarrowed: !reading.reach.isEverybody,
  };
}

/** Whether nothing at all was recorded since a page was read; whoever the reader is, nothing is new then. */
export async function isNothingNew(end: string): Promise<boolean> {
  const place = placeOf(end);
  return place !== undefined && place === (await endOfRecords());
}

/** More new records than this are not counted. */
export const newRecordsMax = 50;

/**
 * How many records that a manager may see are newer than a page, up to `newRecordsMax`.
 * @param end where the trail ended when the page was read
 * @throws AppError as `listRecords` does
 */
export async function countNewRecords(manager: Manager, filter: RecordFilter, end: string): Promise<number> {
  const reading = await readingOf(manager, filter);
  const after = placeOf(end) ?? (await endOfRecords());
  const { records } = await findRecords(reading.query, { after, limit: newRecordsMax });
  const shown = await shownOf(
    reading,
    records.map(({ record }) => record),
  );
  return shown.length;
}

async function readingOf(manager: Manager, filter: RecordFilter): Promise<RecordReading> {
  const reach = await recordReach(manager);
  return { manager, reach, filter, query: recordQuery(filter, Date.now()), values: 'left-out' };
}
