import type { Kysely } from 'kysely';
import { type HookName, hookNames } from '#lib/hook-runner/hook.ts';
import type { FolderTexts, HooksInForce, HookVersion, OvertakenHook } from './hook-version.ts';
import { changingHooks, numbersInForce, putInForce } from './put-in-force.ts';
import type { StateTables } from './schema.ts';
import { openState, type State } from './state.ts';
import { takeFromFolder } from './take-from-folder.ts';

/**
 * The hooks of a tenant as all servers know them.
 * @param tenant its origin, `https://example.eu.auth0.com`
 */
export function hookVersionsOf(tenant: string, opened: () => Promise<State> = openState) {
  return {
    /** The small question that servers ask all the time. */
    async revision(): Promise<number> {
      const row = await (await opened()).db
        .selectFrom('hook_sets')
        .select('revision')
        .where('tenant', '=', tenant)
        .executeTakeFirst();
      return row?.revision ?? 0;
    },
    async inForce(): Promise<HooksInForce> {
      return readInForce((await opened()).db, tenant);
    },
    /** All that a hook was, the newest first. */
    async list(hook: HookName): Promise<HookVersion[]> {
      const rows = await (await opened()).db
        .selectFrom('hook_versions')
        .selectAll()
        .where('tenant', '=', tenant)
        .where('hook', '=', hook)
        .orderBy('number', 'desc')
        .execute();
      return rows.map(({ came_from: cameFrom, came_at: cameAt, number, hash, text, origin }) => ({
        ...{ hook, number, hash, origin, cameFrom, cameAt },
        ...textIn(text),
      }));
    },
    /**
     * Takes what has changed in a folder since anybody looked at it there; see `docs/operations.md`.
     * @param place the computer and the folder on it
     * @param read reads the texts; called when no other server can take any
     */
    async take(
      place: string,
      origin: 'start' | 'file',
      read: () => Promise<FolderTexts>,
    ): Promise<OvertakenHook[]> {
      return changingHooks(tenant, await opened(), (db) =>
        takeFromFolder(db, { tenant, place, origin, read }),
      );
    },
    /**
     * Lets a version count from now on.
     * @param wanted its number, and that of the version that is to count no more
     * @param by who wants it
     */
    async publish(
      hook: HookName,
      { number, instead }: { number: number; instead: number },
      by: string,
    ): Promise<'published' | 'unknown' | 'changed-meanwhile'> {
      return changingHooks(tenant, await opened(), async (db) => {
        const known = await db
          .selectFrom('hook_versions')
          .select('number')
          .where('tenant', '=', tenant)
          .where('hook', '=', hook)
          .where('number', '=', number)
          .executeTakeFirst();
        if (!known) return 'unknown';
        const current = (await numbersInForce(db, tenant)).get(hook);
        if (current !== instead) return 'changed-meanwhile';
        await putInForce(db, tenant, { hook, number, origin: 'published', cameFrom: by });
        return 'published';
      });
    },
  };
}

/** In one statement, so that the revision is that of the hooks. */
async function readInForce(db: Kysely<StateTables>, tenant: string): Promise<HooksInForce> {
  const rows = await db
    .selectFrom('hook_sets')
    .innerJoin('hooks_in_force as now', 'now.tenant', 'hook_sets.tenant')
    .innerJoin('hook_versions as version', (join) =>
      join
        .onRef('version.tenant', '=', 'now.tenant')
        .onRef('version.hook', '=', 'now.hook')
        .onRef('version.number', '=', 'now.number'),
    )
    .where('hook_sets.tenant', '=', tenant)
    .select(['revision', 'now.hook', 'now.number', 'now.origin', 'now.came_from', 'now.since'])
    .select(['version.hash', 'version.text'])
    .execute();
  const hooks = hookNames.flatMap((hook) =>
    rows
      .filter((row) => row.hook === hook)
      .map(({ number, hash, text, origin, came_from: cameFrom, since }) => ({
        ...{ hook, number, hash, origin, cameFrom, since },
        ...textIn(text),
      })),
  );
  return { revision: rows[0]?.revision ?? 0, hooks };
}

function textIn(stored: string | null): { text?: string } {
  return stored === null ? {} : { text: JSON.parse(stored) };
}
