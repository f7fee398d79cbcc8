import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPostgres, type TestPostgres } from '#lib/testing/postgres.ts';
import { beginJob, endJob, isJobOpen, noteJob, takeJob } from './jobs.ts';
import { openStateAt, type State } from './state.ts';
import { claimUndoing, dropUndoing, settleUndoing, undoneRecord } from './undone-records.ts';

let postgres: TestPostgres;
let states: State[];

beforeAll(async () => {
  postgres = await startPostgres();
  const databaseUrl = await postgres.database('jobs');
  states = [await openStateAt({ databaseUrl, folder: '' }), await openStateAt({ databaseUrl, folder: '' })];
});

afterAll(async () => {
  await Promise.all(states.map((state) => state.close()));
  await postgres.stop();
});

const at = (server: 0 | 1) => async () => {
  const state = states[server];
  if (!state) throw new Error('Two were opened.');
  return state;
};
const job = (id: string) => ({ id, kind: id, content: '{"step":1}' });
const long = 60_000;

/** What any server gets of a job, as soon as one gets it. */
async function takenBy(server: 0 | 1, kind: string) {
  for (;;) {
    const taken = await takeJob(kind, `server ${server}`, long, at(server));
    if (taken) return taken;
  }
}

describe('a job', () => {
  test('is the server’s that began it, and is not begun twice until it has ended', async () => {
    expect(await beginJob(job('own'), 'server 0', long, at(0))).toBe(true);
    expect(await beginJob(job('own'), 'server 1', long, at(1))).toBe(false);
    expect(await takeJob('own', 'server 1', long, at(1))).toBeUndefined();
    await endJob('own', 'server 1', at(1));
    expect(await isJobOpen('own', at(1))).toBe(true);
    await endJob('own', 'server 0', at(0));
    expect(await isJobOpen('own', at(1))).toBe(false);
    expect(await beginJob(job('own'), 'server 1', long, at(1))).toBe(true);
  });

  test('of a server that ended is taken by one other, as far as it had come', async () => {
    await beginJob(job('left'), 'server 0', long, at(0));
    await noteJob({ id: 'left', content: '{"step":2}' }, 'server 0', undefined, at(0));
    expect(await takeJob('left', 'server 1', long, at(1))).toBeUndefined();
    await beginJob({ ...job('dead'), content: '{"step":2}' }, 'server 0', 100, at(0));
    expect(await takenBy(1, 'dead')).toEqual({ id: 'dead', content: '{"step":2}' });
    expect(await takeJob('dead', 'server 0', long, at(0))).toBeUndefined();
    await endJob('dead', 'server 0', at(0));
    expect(await isJobOpen('dead', at(0))).toBe(true);
  });

  test('that is left for later is due then, and goes to one of all who ask at once', async () => {
    await beginJob(job('later'), 'server 0', long, at(0));
    await noteJob({ id: 'later', content: '{"step":3}' }, 'server 0', 200, at(0));
    expect(await takeJob('later', 'server 1', long, at(1))).toBeUndefined();
    const taken = [];
    while (taken.length === 0) {
      const asked = [0, 1, 0, 1].map((server, n) => takeJob('later', `${n}`, long, at(server === 0 ? 0 : 1)));
      taken.push(...(await Promise.all(asked)).filter((one) => one !== undefined));
    }
    expect(taken).toEqual([{ id: 'later', content: '{"step":3}' }]);
  });
});

describe('undoing a record', () => {
  test('is claimed by one of all who ask at once, and by nobody once it is done', async () => {
    const asked = await Promise.all(
      [0, 1, 0, 1].map((server) => claimUndoing('r', at(server === 0 ? 0 : 1))),
    );
    const claims = asked.flatMap((one) => ('claim' in one ? [one.claim] : []));
    expect(claims).toHaveLength(1);
    expect(asked.filter((one) => 'by' in one)).toEqual([{ by: null }, { by: null }, { by: null }]);
    await settleUndoing('r', claims[0] ?? '', { recordId: 'undoing', redoes: null }, at(0));
    expect(await undoneRecord('r', at(1))).toEqual({ by: 'undoing' });
    expect(await claimUndoing('r', at(1))).toEqual({ by: 'undoing' });
  });

  test('can be tried again when it failed, and once it was undone itself', async () => {
    const first = await claimUndoing('s', at(0));
    if (!('claim' in first)) throw new Error('Nobody has claimed it.');
    await dropUndoing('s', first.claim, at(0));
    const second = await claimUndoing('s', at(1));
    if (!('claim' in second)) throw new Error('Nobody has claimed it.');
    await settleUndoing('s', second.claim, { recordId: 'undoing s', redoes: null }, at(1));
    const redo = await claimUndoing('undoing s', at(0));
    if (!('claim' in redo)) throw new Error('Nobody has claimed it.');
    await settleUndoing('undoing s', redo.claim, { recordId: 'redoing s', redoes: 's' }, at(0));
    expect(await undoneRecord('s', at(1))).toBeUndefined();
    expect(await claimUndoing('s', at(1))).toHaveProperty('claim');
  });
});
