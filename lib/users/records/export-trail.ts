import { exportEnd, exportHead, exportLine } from '#lib/audit/export-line.ts';
import type { StoredEntry } from '#lib/audit/record.ts';
import { env } from '#lib/env.ts';
import { endOfRecords, entriesAfter, isTrailOf, usersInRecords } from '#lib/state/records.ts';
import type { Manager } from '../manager.ts';
import { patiently } from '../patiently.ts';
import { type RecordReach, sightsOf } from '../permit/permit-records.ts';

const entriesPerPart = 500;
const usersPerPart = 500;
/** Whom a trail of more is about cannot be asked of the hook for one file. */
const usersMax = 20_000;

/**
 * The whole trail for an Administrator, the oldest entry first, as lines that `audit:verify` can verify without this
 * server. What the access hook masks from this Administrator, and what is about another tenant, is left out, and the
 * first line then says that the file is a choice.
 */
export async function* linesOfWholeTrail(manager: Manager, reach: RecordReach): AsyncGenerator<string> {
  const tenant = new URL(env().tenantOrigin).host;
  const end = await endOfRecords();
  const { isShown, isEverybody } = await usersShown(manager, reach, tenant);
  const isWhole = isEverybody && (await isTrailOf(tenant));
  const isWanted = ({ content: { record } }: StoredEntry) =>
    record.tenant === tenant && (record.user === null || isShown(record.user.id));
  yield exportHead(isWhole);
  let last = { sequence: 0, hash: '0'.repeat(64) };
  while (last.sequence < end) {
    const read = await entriesAfter(last.sequence, entriesPerPart);
    const part = read.filter(({ sequence }) => sequence <= end);
    last = part.at(-1) ?? last;
    yield part.filter(isWanted).map(exportLine).join('');
    if (part.length < entriesPerPart) break;
  }
  if (isWhole) yield exportEnd(last);
}

interface UsersShown {
  isShown(userId: string): boolean;
  isEverybody: boolean;
}

/** Without those whom the access hook masks from this Administrator, on whom it failed, or who were not asked about. */
async function usersShown(manager: Manager, reach: RecordReach, tenant: string): Promise<UsersShown> {
  if (!reach.policy.hooks.access) return { isShown: () => true, isEverybody: true };
  const ids = await usersInRecords({ tenant }, usersMax + 1);
  const shown = new Set<string>();
  for (let from = 0; from < Math.min(ids.length, usersMax); from += usersPerPart) {
    const asked = ids.slice(from, Math.min(from + usersPerPart, usersMax));
    const sights = await patiently(() => sightsOf(manager, reach, asked));
    for (const id of asked) {
      const sight = sights.get(id);
      const isHidden = sight === 'unknown' || (typeof sight === 'object' && sight.isMasked);
      if (!isHidden) shown.add(id);
    }
  }
  return { isShown: (userId) => shown.has(userId), isEverybody: shown.size === ids.length };
}
