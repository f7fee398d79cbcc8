import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe } from 'vitest';
import { startPostgres, type TestPostgres } from '#lib/testing/postgres.ts';
import { freshStateFolder } from '#lib/testing/state-folder.ts';
import { openStateAt, type State, type StatePlace } from '../state.ts';

/** A server of the test file's own. */
export let postgres: TestPostgres;
let databases = 0;

export interface OpenedState {
  place: StatePlace;
  state: State;
}

/**
 * Tests what holds wherever the state lies: in a folder, and on a PostgreSQL server. Called once in a test file.
 * @param tests are given what is open as soon as one of them runs
 */
export function describeInBothPlaces(what: string, tests: (at: OpenedState) => void): void {
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());

  describe.each([
    ['in a folder', async (): Promise<StatePlace> => ({ folder: await freshStateFolder() })],
    [
      'on a PostgreSQL server',
      async (): Promise<StatePlace> => ({
        folder: '',
        databaseUrl: await postgres.database(`both_${++databases}`),
      }),
    ],
  ])(`${what} %s`, (_, makePlace) => {
    const at = {} as OpenedState;
    beforeAll(async () => {
      at.place = await makePlace();
      at.state = await openStateAt(at.place);
    });
    afterAll(async () => {
      await at.state.close();
      if (at.place.folder) await rm(at.place.folder, { recursive: true });
    });
    tests(at);
  });
}
