import { recordActions, recordOutcomes } from '#lib/audit/record.ts';
import { isUserId } from '#lib/auth0/user-id.ts';
import { env } from '#lib/env.ts';
import type { RecordFilter as StoredFilter } from '#lib/state/records.ts';
import { displayNameOf } from '../display-name.ts';
import { changeActions, lookActions } from './record-actions.ts';
import type { RecordFilter, RecordPeriod } from './record-filter.ts';
import type { ShownRecord } from './shown-record.ts';

const dayMs = 86_400_000;
const periodDays: Partial<Record<RecordPeriod, number>> = { day: 1, week: 7, month: 30, quarter: 90 };

/** What the state is asked for. Whether a record is found by what its reader may see of it is tested after that. */
export function recordQuery(filter: RecordFilter, nowMs: number): StoredFilter {
  const { manager, user, department, text } = filter;
  const outcome = recordOutcomes.find((one) => one === filter.outcome);
  const words = wordsIn(text);
  return {
    tenant: new URL(env().tenantOrigin).host,
    ...timeOf(filter, nowMs),
    ...(manager && (isUserId(manager) ? { managerId: manager } : { managerName: manager })),
    ...(user && (isUserId(user) ? { userId: user } : { userName: user })),
    ...actionsOf(filter.action),
    ...(outcome && { outcome }),
    ...(department && { departmentPart: department }),
    ...(words.length > 0 && { text: words }),
  };
}

function timeOf({ period, since, until }: RecordFilter, nowMs: number): Pick<StoredFilter, 'from' | 'to'> {
  if (period === 'days') {
    return {
      ...(since && { from: `${since}T00:00:00.000Z` }),
      ...(until && { to: new Date(Date.parse(until) + dayMs).toISOString() }),
    };
  }
  const days = periodDays[period];
  return days === undefined ? {} : { from: new Date(nowMs - days * dayMs).toISOString() };
}

function actionsOf(asked: string): Pick<StoredFilter, 'action'> {
  if (asked === 'changes') return { action: changeActions };
  if (asked === 'looks') return { action: lookActions };
  const action = recordActions.find((one) => one === asked);
  return action ? { action } : {};
}

/** More say nothing that these do not say. */
const wordsMax = 12;

/** Each is looked for by itself, wherever it stands. */
function wordsIn(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, wordsMax);
}

/**
 * Whether a record is found by what its reader is shown of it. Otherwise finding it would tell what is hidden: a
 * masked name, what stood there before, whom a hook's sentence spoke of.
 */
export function isFoundAsShown(filter: RecordFilter, { record, user }: ShownRecord): boolean {
  const holds = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase());
  const { manager, department } = filter;
  if (manager && !isUserId(manager) && !holds(record.manager.name, manager)) return false;
  if (filter.user && !isUserId(filter.user)) {
    const name = user?.isMasked ? displayNameOf(user.seenAs) : (record.user?.name ?? '');
    if (!holds(name, filter.user)) return false;
  }
  if (department && !record.user?.departments.some((one) => holds(one, department))) return false;
  if (filter.text === '') return true;
  const { tenant: _tenant, hookVersions: _versions, ...readable } = record;
  const shown = JSON.stringify(valuesIn(readable)).toLowerCase();
  return wordsIn(filter.text).every((word) => shown.includes(JSON.stringify(word).slice(1, -1)));
}

/** Names of members are no part of what is searched. */
function valuesIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(valuesIn);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(valuesIn);
  return value === null || value === undefined ? [] : [value];
}
