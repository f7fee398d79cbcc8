import type { Kysely } from 'kysely';
import { retried, sqlStateOf } from './retried.ts';
import type { StateTables } from './schema.ts';
import { openState, type State } from './state.ts';

/** As many views as one person may keep, and as many as may be shared. */
export const viewsMax = 50;

/** The owner of the views that are shared; nobody's id. */
export const everybody = '';

/** A list of users under a name. */
export interface KeptView {
  id: string;
  name: string;
  /** The address of the list: `/users?status=blocked`. */
  address: string;
  isShared: boolean;
}

const uniqueViolation = '23505';

/**
 * The views that the people of one tenant keep. Each owner has a name only once, whatever its case; views have
 * numbered places, so that servers that add some at the same time never keep more than there may be.
 * @param tenant its origin, `https://example.eu.auth0.com`
 */
export function savedViewsOf(tenant: string, opened: () => Promise<State> = openState) {
  return {
    /** A person's own views and those that are shared, in no order. */
    async list(ownerId: string): Promise<KeptView[]> {
      const { db } = await opened();
      const rows = await retried(() =>
        db
          .selectFrom('saved_views')
          .select(['id', 'owner', 'name', 'address'])
          .where('tenant', '=', tenant)
          .where('owner', 'in', [ownerId, everybody])
          .execute(),
      );
      return rows.map(({ owner, ...view }) => ({ ...view, isShared: owner === everybody }));
    },
    async add(
      owner: string,
      { name, address }: Pick<KeptView, 'name' | 'address'>,
    ): Promise<{ id: string } | 'name-taken' | 'too-many'> {
      const { db } = await opened();
      const key = keyOf(name);
      for (;;) {
        const place = await freePlace(db, tenant, owner, key);
        if (typeof place !== 'number') return place;
        const added = await retried(() =>
          db
            .insertInto('saved_views')
            .values({ id: crypto.randomUUID(), tenant, owner, place, name, name_key: key, address })
            .onConflict((conflict) => conflict.doNothing())
            .returning('id')
            .executeTakeFirst(),
        );
        // Else the place or the name was taken meanwhile.
        if (added) return added;
      }
    },
    async change(
      owner: string,
      id: string,
      { name, address }: Partial<Pick<KeptView, 'name' | 'address'>>,
    ): Promise<'changed' | 'name-taken' | 'gone'> {
      const { db } = await opened();
      const changed = await updated(db, tenant, owner, id, {
        ...(name !== undefined && { name, name_key: keyOf(name) }),
        ...(address !== undefined && { address }),
      });
      if (changed === 'taken') return 'name-taken';
      return changed ? 'changed' : 'gone';
    },
    /** Lets a view belong to another owner, `everybody` included. */
    async give(id: string, from: string, to: string): Promise<'given' | 'name-taken' | 'too-many' | 'gone'> {
      const { db } = await opened();
      for (;;) {
        const view = await retried(() =>
          db
            .selectFrom('saved_views')
            .select('name_key')
            .where('tenant', '=', tenant)
            .where('owner', '=', from)
            .where('id', '=', id)
            .executeTakeFirst(),
        );
        if (!view) return 'gone';
        const place = await freePlace(db, tenant, to, view.name_key);
        if (typeof place !== 'number') return place;
        const given = await updated(db, tenant, from, id, { owner: to, place });
        if (given !== 'taken') return given ? 'given' : 'gone';
      }
    },
    async remove(owner: string, id: string): Promise<'removed' | 'gone'> {
      const { db } = await opened();
      const removed = await retried(() =>
        db
          .deleteFrom('saved_views')
          .where('tenant', '=', tenant)
          .where('owner', '=', owner)
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirst(),
      );
      return removed ? 'removed' : 'gone';
    },
  };
}

/** What makes two names the same. */
function keyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

/** The first place of an owner that no view has, for one of this name. */
async function freePlace(
  db: Kysely<StateTables>,
  tenant: string,
  owner: string,
  key: string,
): Promise<number | 'name-taken' | 'too-many'> {
  const rows = await retried(() =>
    db
      .selectFrom('saved_views')
      .select(['place', 'name_key'])
      .where('tenant', '=', tenant)
      .where('owner', '=', owner)
      .execute(),
  );
  if (rows.some(({ name_key: taken }) => taken === key)) return 'name-taken';
  const taken = new Set(rows.map(({ place }) => place));
  const places = Array.from({ length: viewsMax }, (_, place) => place);
  return places.find((place) => !taken.has(place)) ?? 'too-many';
}

/** Whether there was such a view to change; 'taken' where another one has what it was to have. */
async function updated(
  db: Kysely<StateTables>,
  tenant: string,
  owner: string,
  id: string,
  changes: Partial<StateTables['saved_views']>,
): Promise<boolean | 'taken'> {
  try {
    const row = await retried(() =>
      db
        .updateTable('saved_views')
        .set(changes)
        .where('tenant', '=', tenant)
        .where('owner', '=', owner)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst(),
    );
    return row !== undefined;
  } catch (error) {
    if (sqlStateOf(error) === uniqueViolation) return 'taken';
    throw error;
  }
}
