import type { RecordOutcome } from '#lib/audit/record.ts';
import { isUserId } from '#lib/auth0/user-id.ts';
import { countByDay, type RecordFilter as StoredFilter, usersInRecords } from '#lib/state/records.ts';
import type { Manager } from '../manager.ts';
import { type RecordReach, recordReach, sightsOf } from '../permit/permit-records.ts';
import type { RecordFilter } from './record-filter.ts';
import { recordQuery } from './record-query.ts';
import { readRecordPart } from './record-read.ts';

/** What was attempted on one day. */
export interface RecordDay {
  /** `2026-11-23`, UTC. */
  day: string;
  /** Attempts that went through, whole or in part, or may have. */
  done: number;
  /** Attempts that were refused or failed. */
  notDone: number;
}

/** The days that a filter reaches over, each once, the oldest first. */
export interface RecordChart {
  days: RecordDay[];
  /** What is counted: everything, or as much as can be looked at for one page. */
  counted: 'all' | 'newest-users' | 'newest-records';
}

const dayMs = 86_400_000;
/** Without a time the last month is shown; and never more than a quarter. */
const daysUsually = 30;
const daysMax = 92;
/** Whom a narrowed manager sees is asked of the hook; so many users at once. */
const usersMax = 150;
/** What is found by names and texts is counted by reading it. */
const readRecordsMax = 500;
const partSize = 100;

/**
 * How much was attempted and how much of it refused, day by day, of what this manager may see: nothing is counted
 * that is not shown in the list.
 * @throws AppError as `listRecords` does
 */
export async function chartRecords(manager: Manager, filter: RecordFilter): Promise<RecordChart> {
  const reach = await recordReach(manager);
  const nowMs = Date.now();
  const whole = recordQuery(filter, nowMs);
  const days = daysOf(whole, nowMs);
  const from = `${days[0]}T00:00:00.000Z`;
  const query = { ...whole, from: whole.from && whole.from > from ? whole.from : from };
  if (isFoundByWords(filter) && (!reach.isEverybody || reach.policy.hooks.access)) {
    return countByReading(manager, reach, filter, query, days);
  }
  if (reach.isEverybody) return { days: filled(days, await countByDay(query)), counted: 'all' };
  return countByUsers(manager, reach, query, days);
}

/** What words find may be masked from this manager; whether it is can only be seen on each record. */
function isFoundByWords({ text, user, manager, department }: RecordFilter): boolean {
  const isName = (part: string) => part !== '' && !isUserId(part);
  return text !== '' || department !== '' || isName(user) || isName(manager);
}

async function countByUsers(
  manager: Manager,
  reach: RecordReach,
  query: StoredFilter,
  days: readonly string[],
): Promise<RecordChart> {
  const ids = await usersInRecords(query, usersMax + 1);
  const asked = ids.slice(0, usersMax);
  const sights = await sightsOf(manager, reach, asked);
  const userIds = asked.filter((id) => typeof sights.get(id) === 'object');
  const own = manager.user.user_id;
  const isOthers = query.managerId !== undefined && query.managerId !== own;
  const counts = await Promise.all([
    countByDay({ ...query, userIds }),
    isOthers || query.userId !== undefined ? [] : countByDay({ ...query, userId: null, managerId: own }),
  ]);
  return { days: filled(days, counts.flat()), counted: ids.length > usersMax ? 'newest-users' : 'all' };
}

async function countByReading(
  manager: Manager,
  reach: RecordReach,
  filter: RecordFilter,
  query: StoredFilter,
  days: readonly string[],
): Promise<RecordChart> {
  const reading = { manager, reach, filter, query, values: 'left-out' } as const;
  const counts: { day: string; outcome: RecordOutcome; count: number }[] = [];
  let place: number | undefined;
  for (let read = 0; read < readRecordsMax; read += partSize) {
    const { found, next } = await readRecordPart(reading, place, partSize);
    for (const { shown } of found) {
      counts.push({ day: shown.record.startedAt.slice(0, 10), outcome: shown.record.outcome, count: 1 });
    }
    if (next === null) return { days: filled(days, counts), counted: 'all' };
    place = next;
  }
  return { days: filled(days, counts), counted: 'newest-records' };
}

function daysOf({ from, to }: StoredFilter, nowMs: number): string[] {
  const endMs = Math.min(nowMs, to === undefined ? nowMs : Date.parse(to) - 1);
  const wantedMs = from === undefined ? endMs - (daysUsually - 1) * dayMs : Date.parse(from);
  const startMs = Math.max(Math.min(wantedMs, endMs), endMs - (daysMax - 1) * dayMs);
  const [first, last] = [startMs, endMs].map((ms) => Math.floor(ms / dayMs));
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: last - first + 1 }, (_, at) =>
    new Date((first + at) * dayMs).toISOString().slice(0, 10),
  );
}

function filled(
  days: readonly string[],
  counts: readonly { day: string; outcome: RecordOutcome; count: number }[],
): RecordDay[] {
  const byDay = new Map(days.map((day) => [day, { day, done: 0, notDone: 0 }]));
  for (const { day, outcome, count } of counts) {
    const counted = byDay.get(day);
    if (counted) counted[outcome === 'refused' || outcome === 'failed' ? 'notDone' : 'done'] += count;
  }
  return [...byDay.values()];
}
