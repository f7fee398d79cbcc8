import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPostgres, type TestPostgres } from '#lib/testing/postgres.ts';
import { freshStateFolder } from '#lib/testing/state-folder.ts';
import { everybody, savedViewsOf, viewsMax } from './saved-views.ts';
import { openStateAt, type State, type StatePlace } from './state.ts';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres.stop();
});

const tenant = 'https://example.eu.auth0.com';
const named = (name: string) => ({ name, address: `/users?q=${encodeURIComponent(name)}` });
const idOf = (added: { id: string } | string) => (typeof added === 'string' ? added : added.id);
const times = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));

describe.each([
  ['in a folder', async (): Promise<StatePlace> => ({ folder: await freshStateFolder() }), 1],
  [
    'on a PostgreSQL server, by two servers',
    async (): Promise<StatePlace> => ({ folder: '', databaseUrl: await postgres.database('views') }),
    2,
  ],
])('saved views %s', (_, makePlace, servers) => {
  let place: StatePlace;
  let first: State;
  let second: State;
  let people = 0;
  /** The views as one server has them, and as the other has. */
  const here = () => savedViewsOf(tenant, async () => first);
  const there = () => savedViewsOf(tenant, async () => second);
  /** Somebody who has no view yet. */
  const somebody = () => `auth0|person-${++people}`;
  const namesOf = async (owner: string) =>
    (await there().list(owner))
      .filter(({ isShared }) => !isShared)
      .map(({ name }) => name)
      .toSorted();

  beforeAll(async () => {
    place = await makePlace();
    first = await openStateAt(place);
    second = servers > 1 ? await openStateAt(place) : first;
  });
  afterAll(async () => {
    await first.close();
    if (second !== first) await second.close();
    if (place.folder) await rm(place.folder, { recursive: true });
  });

  test('are found again, changed and gone, each person’s own', async () => {
    const [kelly, amir] = [somebody(), somebody()];
    const id = idOf(await here().add(kelly, { name: 'Blocked', address: '/users?status=blocked' }));
    await here().add(amir, named('Amir’s'));
    expect(await there().list(kelly)).toEqual([
      { id, name: 'Blocked', address: '/users?status=blocked', isShared: false },
    ]);
    expect(await there().change(kelly, id, { name: 'Never here' })).toBe('changed');
    expect(await here().change(kelly, id, { address: '/users?status=never-signed-in' })).toBe('changed');
    expect(await there().list(kelly)).toEqual([
      { id, name: 'Never here', address: '/users?status=never-signed-in', isShared: false },
    ]);
    expect(await there().remove(kelly, id)).toBe('removed');
    expect(await here().list(kelly)).toEqual([]);
    expect(await here().remove(kelly, id)).toBe('gone');
    expect(await here().change(kelly, id, { name: 'Back' })).toBe('gone');
    expect(await namesOf(amir)).toEqual(['Amir’s']);
  });

  test('are changed and deleted by nobody but their owner', async () => {
    const [kelly, amir] = [somebody(), somebody()];
    const id = idOf(await here().add(kelly, named('Mine')));
    expect(await here().change(amir, id, { name: 'His' })).toBe('gone');
    expect(await here().remove(amir, id)).toBe('gone');
    expect(await here().give(id, amir, everybody)).toBe('gone');
    expect(await here().change(everybody, id, { name: 'Everybody’s' })).toBe('gone');
    expect(await namesOf(kelly)).toEqual(['Mine']);
  });

  test('have a name once for each owner, whatever its case and its width', async () => {
    const [kelly, amir] = [somebody(), somebody()];
    await here().add(kelly, named('Über uns 1'));
    for (const name of ['über UNS 1', 'U\u0308ber uns １']) {
      expect(await there().add(kelly, named(name))).toBe('name-taken');
    }
    const other = idOf(await here().add(kelly, named('Other')));
    expect(await there().change(kelly, other, { name: 'ÜBER UNS 1' })).toBe('name-taken');
    expect(await there().change(kelly, other, { name: 'OTHER' })).toBe('changed');
    expect(typeof (await there().add(amir, named('Über uns 1')))).toBe('object');
    expect(await namesOf(kelly)).toEqual(['OTHER', 'Über uns 1']);
  });

  test('of one name that are added at once are one', async () => {
    const kelly = somebody();
    const added = await Promise.all(
      times(10, (n) => (n % 2 ? here() : there()).add(kelly, named(n % 3 ? 'Same' : 'SAME'))),
    );
    expect(added.filter((one) => typeof one === 'object')).toHaveLength(1);
    expect(added.filter((one) => one === 'name-taken')).toHaveLength(9);
    expect(await namesOf(kelly)).toHaveLength(1);
  });

  test('are no more than there may be, however many are added at once', async () => {
    const kelly = somebody();
    for (const n of times(viewsMax - 5, (at) => at)) await here().add(kelly, named(`View ${n}`));
    const added = await Promise.all(
      times(10, (n) => (n % 2 ? here() : there()).add(kelly, named(`At once ${n}`))),
    );
    expect(added.filter((one) => one === 'too-many')).toHaveLength(5);
    expect(await namesOf(kelly)).toHaveLength(viewsMax);
    const one = added.find((each) => typeof each === 'object');
    expect(await here().remove(kelly, idOf(one ?? ''))).toBe('removed');
    expect(typeof (await there().add(kelly, named('One more')))).toBe('object');
    expect(await there().add(kelly, named('And another'))).toBe('too-many');
  });

  test('that are shared are seen by everybody, until they are somebody’s again', async () => {
    const [ivan, kelly] = [somebody(), somebody()];
    const id = idOf(await here().add(ivan, named('Leavers')));
    expect(await there().give(id, ivan, everybody)).toBe('given');
    expect(await here().list(kelly)).toMatchObject([{ id, name: 'Leavers', isShared: true }]);
    expect(await here().remove(ivan, id)).toBe('gone');
    const same = idOf(await here().add(ivan, named('leavers')));
    expect(await there().give(same, ivan, everybody)).toBe('name-taken');
    expect(await there().give(id, everybody, ivan)).toBe('name-taken');
    await here().remove(ivan, same);
    expect(await there().give(id, everybody, ivan)).toBe('given');
    expect(await here().list(kelly)).toEqual([]);
    expect(await namesOf(ivan)).toEqual(['Leavers']);
  });

  test('of another tenant are another tenant’s', async () => {
    const kelly = somebody();
    const id = idOf(await here().add(kelly, named('Here')));
    const elsewhere = savedViewsOf('https://other.eu.auth0.com', async () => first);
    expect(await elsewhere.list(kelly)).toEqual([]);
    expect(await elsewhere.remove(kelly, id)).toBe('gone');
    expect(await namesOf(kelly)).toEqual(['Here']);
  });
});
