import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPostgres, type TestPostgres } from '#lib/testing/postgres.ts';
import { freshStateFolder } from '#lib/testing/state-folder.ts';
import { isSessionEnded, noteSessionEnd } from './ended-sessions.ts';
import { openStateAt, type State, type StatePlace } from './state.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

describe.each([
  ['in a folder', 1, async (): Promise<StatePlace> => ({ folder: await freshStateFolder() })],
  [
    'on a PostgreSQL server that two servers share',
    2,
    async (): Promise<StatePlace> => ({ folder: '', databaseUrl: await postgres.database('ended_sessions') }),
  ],
])('a session %s', (_, servers, makePlace) => {
  let states: State[];
  beforeAll(async () => {
    const place = await makePlace();
    states = await Promise.all(Array.from({ length: servers }, () => openStateAt(place)));
  });
  afterAll(async () => {
    await Promise.all(states.map((state) => state.close()));
  });
  const on = (at: number) => async () => states[at % states.length] as State;

  test('that was ended at one server is ended at every one, and no other session is', async () => {
    await noteSessionEnd('ended', 60, on(0));
    await noteSessionEnd('ended', 60, on(1));
    expect(await isSessionEnded('ended', on(1))).toBe(true);
    expect(await isSessionEnded('another', on(1))).toBe(false);
  });

  test('is forgotten once it would be over anyway', async () => {
    await noteSessionEnd('old', -1, on(0));
    await noteSessionEnd('new', 60, on(0));
    expect(await isSessionEnded('old', on(0))).toBe(false);
    expect(await isSessionEnded('new', on(0))).toBe(true);
  });
});
