import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { openState } from '#lib/state/state.ts';
import type { Manager } from '#lib/users/manager.ts';
import { listSavedViews } from '#lib/users/views/list-saved-views.ts';
import { saveView } from '#lib/users/views/save-view.ts';
import type { SavedView } from '#lib/users/views/saved-view.ts';
import { type People, putPeople, signedIn } from './people.ts';
import { startTestTenant, type TestTenant } from './tenant.ts';

/** The demo's people, none of whom has a view as a test begins. */
export interface ViewsWorld {
  /** The calls that `run` makes to the tenant. */
  callsOf: TestTenant['callsOf'];
  as(person: keyof People): Manager;
  /** Saves a list of a person's under a name: that of blocked users unless another one is given. */
  saved(person: keyof People, name: string, address?: string): Promise<SavedView>;
  /** The names of what a person is shown. */
  namesFor(person: keyof People): Promise<string[]>;
  /** Takes the table of views away, or brings it back. */
  rename(from: string, to: string): Promise<void>;
}

/** Called once at the top of a test file; the world is there as soon as a test runs. */
export function worldOfViews(): ViewsWorld {
  let tenant: TestTenant;
  let people: People;
  const as = (person: keyof People) => signedIn(people[person]);
  const world: ViewsWorld = {
    callsOf: (run) => tenant.callsOf(run),
    as,
    saved: (person, name, address = '/users?status=blocked') => saveView(as(person), { name, address }),
    namesFor: async (person) => (await listSavedViews(as(person))).map(({ name }) => name),
    async rename(from, to) {
      const { db } = await openState();
      await sql.raw(`alter table steward.${from} rename to ${to}`).execute(db);
    },
  };
  beforeAll(async () => {
    tenant = await startTestTenant();
    people = await putPeople(tenant);
  });
  beforeEach(async () => {
    await (await openState()).db.deleteFrom('saved_views').execute();
  });
  afterAll(async () => {
    await tenant.stop();
    await closeHookPool();
  });
  return world;
}
