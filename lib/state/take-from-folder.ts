import type { Kysely } from 'kysely';
import { type HookName, hookNames } from '#lib/hook-runner/hook.ts';
import { type FolderTexts, hookHash, type OvertakenHook } from './hook-version.ts';
import { numbersInForce, putInForce } from './put-in-force.ts';
import type { StateTables } from './schema.ts';

/** A folder of hooks that a server looks at. */
interface Look {
  tenant: string;
  /** The computer and the folder on it. */
  place: string;
  origin: 'start' | 'file';
  read: () => Promise<FolderTexts>;
}

/**
 * Takes what has changed in a folder since it was last looked at, whichever process looked: a folder has a say
 * by being changed and not by being there, so that servers with different folders never take turns. Where a
 * folder is looked at for the first time, it brings the texts that nobody knew yet; one that is known has been
 * replaced by another since, and what is missing there says nothing.
 * @param db a transaction that holds the tenant's hooks
 * @returns what a new folder holds and does not count
 */
export async function takeFromFolder(
  db: Kysely<StateTables>,
  { tenant, place, origin, read }: Look,
): Promise<OvertakenHook[]> {
  const texts = await read();
  const seen = await seenAt(db, tenant, place);
  const current = await numbersInForce(db, tenant);
  const overtaken: OvertakenHook[] = [];
  for (const hook of hookNames) {
    const text = texts[hook];
    const hash = hookHash(text);
    if (seen.get(hook) === hash) continue;
    await noteSeen(db, { tenant, place, hook, hash });
    const isNewPlace = seen.size === 0;
    if (text === undefined && (isNewPlace || !current.has(hook))) continue;
    const known = await numberOf(db, { tenant, hook, hash });
    if (known !== undefined && known === current.get(hook)) continue;
    if (known !== undefined && isNewPlace) {
      overtaken.push({ hook, number: known });
      continue;
    }
    const number = known ?? (await keep(db, { tenant, place, origin, hook, text }));
    await putInForce(db, tenant, { hook, number, origin, cameFrom: place });
  }
  return overtaken;
}

async function seenAt(db: Kysely<StateTables>, tenant: string, place: string) {
  const rows = await db
    .selectFrom('hook_folders')
    .select(['hook', 'hash'])
    .where('tenant', '=', tenant)
    .where('place', '=', place)
    .execute();
  return new Map<string, string>(rows.map(({ hook, hash }) => [hook, hash]));
}

async function noteSeen(
  db: Kysely<StateTables>,
  row: { tenant: string; place: string; hook: HookName; hash: string },
): Promise<void> {
  await db
    .insertInto('hook_folders')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenant', 'place', 'hook']).doUpdateSet({ hash: row.hash }))
    .execute();
}

async function numberOf(
  db: Kysely<StateTables>,
  { tenant, hook, hash }: { tenant: string; hook: HookName; hash: string },
): Promise<number | undefined> {
  const row = await db
    .selectFrom('hook_versions')
    .select('number')
    .where('tenant', '=', tenant)
    .where('hook', '=', hook)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row?.number;
}

/** Keeps a text that was not known, under the next number. */
async function keep(
  db: Kysely<StateTables>,
  { tenant, place, origin, hook, text }: Omit<Look, 'read'> & { hook: HookName; text: string | undefined },
): Promise<number> {
  const { last } = await db
    .selectFrom('hook_versions')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('tenant', '=', tenant)
    .where('hook', '=', hook)
    .executeTakeFirstOrThrow();
  const number = Number(last ?? 0) + 1;
  const stored = text === undefined ? null : JSON.stringify(text);
  await db
    .insertInto('hook_versions')
    .values({
      ...{ tenant, hook, number, hash: hookHash(text), text: stored, origin, came_from: place },
      came_at: new Date().toISOString(),
    })
    .execute();
  return number;
}
