import { afterEach, describe, expect, test } from 'vitest';
import { startFollowingRestores, stopFollowingRestores } from '#lib/follow-restores.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { as, deleted, isThere, nina, recordsOf, withRestores, world } from '#lib/testing/restore-world.ts';
import { restoreUser } from './restore-user.ts';

withRestores();

/** The server that follows a restore looks for it on its own, and tells nobody but the trail when it has ended. */
const withinTheTest = { timeout: 25_000 };

describe('a restore that the tenant takes long for', () => {
  afterEach(() => stopFollowingRestores());

  test('says so, is ended by the server, and tells in a further record how', async () => {
    const asked = await deleted();
    await world.tenant.setFaults({ importDelayMs: 600_000 });
    const problem = await problemOf(restoreUser(as('kelly'), asked));
    expect(problem).toMatchObject({
      code: 'tenant-unavailable',
      message: expect.stringContaining('has begun to restore Nina Özdemir'),
    });
    expect(await recordsOf('restore:user')).toMatchObject([{ outcome: 'unknown' }]);
    expect((await problemOf(restoreUser(as('kelly'), asked))).message).toContain(
      'is being restored at this moment',
    );
    await world.tenant.setFaults({});
    startFollowingRestores();
    const outcome = async () => (await recordsOf('restore:user'))[0]?.outcome;
    await expect.poll(outcome, withinTheTest).toBe('done');
    expect(await isThere()).toBe(true);
    expect((await recordsOf('restore:user'))[0]).toMatchObject({
      outcome: 'done',
      undoes: asked.recordId,
      manager: { name: 'Kelly' },
    });
    expect(await world.tenant.mails()).toHaveLength(1);
  }, 30_000);

  test('or does not confirm at all, is looked for and found', async () => {
    const asked = await deleted();
    const lost = [{ match: { path: '/jobs/users-imports' }, status: 503, when: 'after', times: 1 }];
    await world.tenant.setFaults({ respond: lost, importDelayMs: 600_000 });
    const problem = await problemOf(restoreUser(as('kelly'), asked));
    expect(problem.message).toContain('did not confirm that it restores Nina Özdemir');
    await world.tenant.setFaults({});
    startFollowingRestores();
    await expect.poll(() => world.tenant.mails(), withinTheTest).toHaveLength(1);
    expect(await isThere()).toBe(true);
  }, 30_000);

  test('of which there is no word, and is done soon, is found by whoever waits', async () => {
    const asked = await deleted();
    const lost = [{ match: { path: '/jobs/users-imports' }, status: 503, when: 'after', times: 1 }];
    await world.tenant.setFaults({ respond: lost });
    expect(await restoreUser(as('kelly'), asked)).toMatchObject({ name: 'Nina Özdemir' });
    expect(await recordsOf('restore:user')).toMatchObject([{ outcome: 'done' }]);
    expect(await world.tenant.mails()).toHaveLength(1);
  });

  test('that is refused at once leaves nothing begun', async () => {
    const asked = await deleted();
    const full = [{ match: { path: '/jobs/users-imports' }, status: 429, when: 'before', times: 1 }];
    await world.tenant.setFaults({ respond: full });
    expect((await problemOf(restoreUser(as('kelly'), asked))).code).toBe('tenant-limit');
    await restoreUser(as('kelly'), asked);
    expect(await isThere()).toBe(true);
  });

  test('that the tenant ends without the user says why, and can be tried again', async () => {
    const asked = await deleted();
    await world.tenant.putUser({ ...nina, user_id: 'auth0|other' });
    const problem = await problemOf(restoreUser(as('kelly'), asked));
    expect(problem).toMatchObject({
      code: 'already-taken',
      message: expect.stringContaining('was not restored'),
    });
    expect((await recordsOf('restore:user'))[0]).toMatchObject({ outcome: 'refused' });
    await world.tenant.removeUser('auth0|other');
    await restoreUser(as('kelly'), asked);
    expect(await isThere()).toBe(true);
  });
});
