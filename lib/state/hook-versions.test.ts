import { expect, test } from 'vitest';
import type { HookName } from '#lib/hook-runner/hook.ts';
import { type FolderTexts, hookHash } from './hook-version.ts';
import { hookVersionsOf } from './hook-versions.ts';
import { describeInBothPlaces } from './testing/both-places.ts';

describeInBothPlaces('versions of hooks', (at) => {
  let tenants = 0;

  /** A tenant of one test's own. */
  function newTenant() {
    const versions = hookVersionsOf(`https://tenant-${++tenants}.example.com`, async () => at.state);
    return {
      ...versions,
      starts: (at: string, texts: FolderTexts) => versions.take(at, 'start', async () => texts),
      changes: (at: string, texts: FolderTexts) => versions.take(at, 'file', async () => texts),
      /** The numbers and texts that count. */
      async counts(): Promise<Partial<Record<HookName, [number, string | undefined]>>> {
        const { hooks } = await versions.inForce();
        return Object.fromEntries(hooks.map(({ hook, number, text }) => [hook, [number, text]]));
      },
    };
  }

  test('are those of the first folder, with number, hash, time and where they come from', async () => {
    const tenant = newTenant();
    expect(await tenant.inForce()).toEqual({ revision: 0, hooks: [] });
    expect(await tenant.starts('one:/hooks', { write: 'a', access: 'b' })).toEqual([]);
    expect(await tenant.counts()).toEqual({ access: [1, 'b'], write: [1, 'a'] });
    expect(await tenant.list('write')).toEqual([
      {
        hook: 'write',
        number: 1,
        hash: hookHash('a'),
        text: 'a',
        origin: 'start',
        cameFrom: 'one:/hooks',
        cameAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      },
    ]);
    expect(await tenant.list('filter')).toEqual([]);
  });

  test('are kept as they are, whatever stands in them', async () => {
    const tenant = newTenant();
    const odd = '"\\ \u0000 ä \u2028 \n {name}';
    await tenant.starts('one', { write: odd });
    expect(await tenant.counts()).toEqual({ write: [1, odd] });
  });

  test('get a number when a file changes, and have the former one when it changes back', async () => {
    const tenant = newTenant();
    await tenant.starts('one', { write: 'a' });
    await tenant.changes('one', { write: 'b' });
    expect(await tenant.counts()).toEqual({ write: [2, 'b'] });
    await tenant.changes('one', { write: 'a' });
    expect(await tenant.counts()).toEqual({ write: [1, 'a'] });
    await tenant.changes('one', { write: 'c' });
    expect((await tenant.list('write')).map(({ number, text }) => [number, text])).toEqual([
      [3, 'c'],
      [2, 'b'],
      [1, 'a'],
    ]);
  });

  test('count up the revision when one changes, and else leave it', async () => {
    const tenant = newTenant();
    await tenant.starts('one', { write: 'a' });
    const before = await tenant.revision();
    await tenant.changes('one', { write: 'a' });
    expect(await tenant.revision()).toBe(before);
    await tenant.changes('one', { write: 'b' });
    expect(await tenant.revision()).toBe(before + 1);
    expect((await tenant.inForce()).revision).toBe(before + 1);
  });

  test('of a file that was removed are none, until it is back', async () => {
    const tenant = newTenant();
    await tenant.starts('one', { write: 'a', filter: 'f' });
    await tenant.changes('one', { filter: 'f' });
    expect(await tenant.counts()).toEqual({ write: [2, undefined], filter: [1, 'f'] });
    expect((await tenant.list('write'))[0]).toMatchObject({ number: 2, hash: 'none' });
    expect((await tenant.list('write'))[0]).not.toHaveProperty('text');
    await tenant.changes('one', { write: 'a', filter: 'f' });
    expect(await tenant.counts()).toMatchObject({ write: [1, 'a'] });
  });

  test('changed while no server ran count at the next start, also when changed back', async () => {
    const tenant = newTenant();
    await tenant.starts('one', { write: 'a' });
    await tenant.starts('one', { write: 'b' });
    expect(await tenant.counts()).toEqual({ write: [2, 'b'] });
    await tenant.starts('one', { write: 'a' });
    expect(await tenant.counts()).toEqual({ write: [1, 'a'] });
  });

  test('of two servers with different folders never take turns', async () => {
    const tenant = newTenant();
    await tenant.starts('one', { write: 'old' });
    await tenant.starts('two', { write: 'new' });
    expect(await tenant.counts()).toEqual({ write: [2, 'new'] });
    for (const round of ['first', 'second']) {
      expect(await tenant.starts('one', { write: 'old' }), round).toEqual([]);
      expect(await tenant.starts('two', { write: 'new' }), round).toEqual([]);
      expect(await tenant.counts(), round).toEqual({ write: [2, 'new'] });
    }
    await tenant.changes('one', { write: 'newest' });
    await tenant.starts('two', { write: 'new' });
    expect(await tenant.counts()).toEqual({ write: [3, 'newest'] });
  });

  test('that were replaced do not come back with a new server, which is told so', async () => {
    const tenant = newTenant();
    await tenant.starts('one', { write: 'old', filter: 'f' });
    await tenant.starts('two', { write: 'new', filter: 'f' });
    expect(await tenant.starts('three', { write: 'old', filter: 'f' })).toEqual([
      { hook: 'write', number: 1 },
    ]);
    expect(await tenant.counts()).toEqual({ write: [2, 'new'], filter: [1, 'f'] });
    await tenant.changes('three', { write: 'newer', filter: 'f' });
    expect(await tenant.counts()).toMatchObject({ write: [3, 'newer'] });
  });

  test('stay when a new server’s folder lacks a hook, and go when it is removed from one that had it', async () => {
    const tenant = newTenant();
    await tenant.starts('one', { write: 'a', access: 'b' });
    await tenant.starts('empty', {});
    expect(await tenant.counts()).toEqual({ write: [1, 'a'], access: [1, 'b'] });
    await tenant.changes('one', { access: 'b' });
    expect(await tenant.counts()).toMatchObject({ write: [2, undefined] });
  });

  test('can be published again by hand, which a restart does not undo', async () => {
    const tenant = newTenant();
    await tenant.starts('one', { write: 'a' });
    await tenant.changes('one', { write: 'b' });
    const before = await tenant.revision();
    expect(await tenant.publish('write', { number: 1, instead: 2 }, 'Ivan')).toBe('published');
    expect(await tenant.revision()).toBe(before + 1);
    expect((await tenant.inForce()).hooks).toEqual([
      {
        hook: 'write',
        number: 1,
        hash: hookHash('a'),
        text: 'a',
        origin: 'published',
        cameFrom: 'Ivan',
        since: expect.any(String),
      },
    ]);
    await tenant.starts('one', { write: 'b' });
    expect(await tenant.counts()).toEqual({ write: [1, 'a'] });
    await tenant.changes('one', { write: 'c' });
    expect(await tenant.counts()).toEqual({ write: [3, 'c'] });
  });

  test('that nobody had cannot be published, and nothing changes', async () => {
    const tenant = newTenant();
    await tenant.starts('one', { write: 'a' });
    const before = await tenant.inForce();
    expect(await tenant.publish('write', { number: 2, instead: 1 }, 'Ivan')).toBe('unknown');
    expect(await tenant.publish('filter', { number: 1, instead: 1 }, 'Ivan')).toBe('unknown');
    expect(await tenant.inForce()).toEqual(before);
  });

  test('are not published over one that came into force meanwhile', async () => {
    const tenant = newTenant();
    await tenant.starts('one', { write: 'a' });
    await tenant.changes('one', { write: 'b' });
    await tenant.changes('one', { write: 'c' });
    expect(await tenant.publish('write', { number: 1, instead: 2 }, 'Ivan')).toBe('changed-meanwhile');
    expect(await tenant.counts()).toEqual({ write: [3, 'c'] });
  });

  test('are each tenant’s own', async () => {
    const [one, other] = [newTenant(), newTenant()];
    await one.starts('place', { write: 'a' });
    await other.starts('place', { write: 'b' });
    expect([await one.counts(), await other.counts()]).toEqual([{ write: [1, 'a'] }, { write: [1, 'b'] }]);
  });

  test('get one number each when many come at once', async () => {
    const tenant = newTenant();
    await tenant.starts('place 0', { write: 'text 0' });
    const numbers = Array.from({ length: 12 }, (_unused, n) => n + 1);
    await Promise.all(numbers.map((n) => tenant.starts(`place ${n}`, { write: `text ${n}` })));
    const versions = await tenant.list('write');
    expect(versions.map(({ number }) => number)).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(new Set(versions.map(({ text }) => text)).size).toBe(13);
    expect((await tenant.counts()).write?.[0]).toBe(13);
    expect(await tenant.revision()).toBe(13);
  });
});
