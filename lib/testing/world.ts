import { afterAll, beforeAll, beforeEach } from 'vitest';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { type People, putPeople } from './people.ts';
import { startTestTenant, type TestTenant } from './tenant.ts';

/** A tenant of one test file's own with the demo's people, who are new for each test. */
export interface World {
  tenant: TestTenant;
  people: People;
}

/**
 * Called once at the top of a test file; the world is there as soon as a test runs.
 * @param withHooks 'default': the hooks in `hooks/`; 'own': those that each test sets itself
 */
export function worldWithPeople(withHooks: 'default' | 'own' = 'default'): World {
  const world = {} as World;
  beforeAll(async () => {
    world.tenant = await startTestTenant(withHooks);
  });
  beforeEach(async () => {
    await world.tenant.reset();
    world.people = await putPeople(world.tenant);
  });
  afterAll(async () => {
    await world.tenant.stop();
    await closeHookPool();
  });
  return world;
}
