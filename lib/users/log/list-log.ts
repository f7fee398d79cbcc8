import { AppError } from '#lib/errors.ts';
import { matcherOf } from '#lib/lucene/evaluate.ts';
import type { Query } from '#lib/lucene/query.ts';
import type { Manager } from '../manager.ts';
import { logReach, type SeenLogEntry, seenEntries } from '../permit/permit-log.ts';
import { type LogEntryView, logEntryView } from './log-entry-view.ts';
import type { LogInput } from './log-filter.ts';
import { type LogPlace, logReading, placeOf, readLogPart, textOfPlace } from './log-read.ts';

/** A part of the tenant's log as one manager may see it. */
export interface LogPage {
  rows: LogEntryView[];
  /** Where the next page begins, for `from`; `null` when everything was read. */
  next: string | null;
  /** Only what is about the manager's own users is shown. */
  isNarrowed: boolean;
  /** Reading ended early because the tenant did not answer; what was read until then is shown. */
  isCutShort: boolean;
}

/** As many entries as one search for their users takes. */
const partSize = 50;
/** A page is full with at least so many entries. */
const rowsWanted = 25;
/** With two calls each this is what a page may ask of the tenant. */
const partsMax = 4;

/**
 * One page of the tenant's log: read in parts until the page is full or enough was read. A part takes one call
 * for its entries and one for their users; whoever is not narrowed by any hook takes one part alone.
 * @throws AppError 'not-allowed', 'no-role', 'invalid-input', 'hook-failed', 'tenant-limit', 'tenant-unavailable'
 */
export async function listLog(manager: Manager, input: LogInput): Promise<LogPage> {
  const reach = await logReach(manager);
  const reading = logReading(input, Date.now());
  const seen: SeenLogEntry[] = [];
  let place: LogPlace | undefined = placeOf(input.from);
  let isCutShort = false;
  for (let parts = 0; parts < partsMax && seen.length < rowsWanted; parts += 1) {
    try {
      const part = await readLogPart(reading, place, partSize);
      seen.push(
        ...withoutGuesses(await seenEntries(manager, reach, part.entries, part.isWanted), reading.query),
      );
      place = part.next;
    } catch (error) {
      if (parts === 0 || !isTenantsFault(error)) throw error;
      isCutShort = true;
    }
    if (!place || isCutShort) break;
  }
  return {
    rows: seen.map(logEntryView),
    next: place ? textOfPlace(place) : null,
    isNarrowed: !reach.isEverybody,
    isCutShort,
  };
}

/**
 * Without the entries that were found by what this manager does not see of them: finding them would tell what a
 * mask hides.
 */
export function withoutGuesses(seen: readonly SeenLogEntry[], query: Query): SeenLogEntry[] {
  const isFound = matcherOf(query);
  return seen.filter((one) => {
    const { entry, user, isMasked, isNarrowed } = one;
    if (!isMasked && !isNarrowed) return true;
    const { description } = logEntryView(one);
    const shown = isMasked
      ? {
          type: entry.type,
          client_id: entry.client_id,
          client_name: entry.client_name,
          user_id: user?.user_id,
          user_name: user?.email ?? user?.name ?? user?.username,
        }
      : { ...entry, description };
    return isFound(shown);
  });
}

function isTenantsFault(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'tenant-limit' || error.code === 'tenant-unavailable');
}
