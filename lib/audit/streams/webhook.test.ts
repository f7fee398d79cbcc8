import { createHmac, timingSafeEqual } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { appendEntry } from '#lib/state/append-entries.ts';
import { streamBacklog } from '#lib/state/record-streams.ts';
import { openStateAt, type State } from '#lib/state/state.ts';
import { startPostgres } from '#lib/testing/postgres.ts';
import { freshStateFolder } from '#lib/testing/state-folder.ts';
import type { AuditRecord } from '../record.ts';
import { makeRecord } from '../testing/make-record.ts';
import { inLanes } from './lanes.ts';
import { type RunningStream, runStream } from './run-stream.ts';
import { newStream } from './testing/new-stream.ts';
import { type Received, type Receiver, startReceiver } from './testing/receiver.ts';
import { startStreamChild } from './testing/start-stream-child.ts';
import { deliver } from './webhook.ts';

const secret = 'a-secret-of-the-tests-with-32-characters';
const times = { firstRetryMs: 20, lastRetryMs: 40 };

let receiver: Receiver;
let folder: string;
let state: State;
let name: string;
let running: RunningStream[] = [];

beforeAll(async () => {
  folder = await freshStateFolder();
  state = await openStateAt({ folder });
});

beforeEach(async () => {
  receiver = await startReceiver();
  name = await newStream(state);
});

afterEach(async () => {
  await Promise.all(running.map((stream) => stream.stop()));
  running = [];
  await receiver.stop();
});

afterAll(async () => {
  await state.close();
  await rm(folder, { recursive: true });
});

function start(at: State = state, answerTimeoutMs?: number): RunningStream {
  const webhook = { url: receiver.url, secret, answerTimeoutMs };
  const step = inLanes((record, cutOff) => deliver(webhook, record, cutOff), times);
  const stream = runStream(name, step, async () => at);
  running.push(stream);
  return stream;
}

/** Keeps a record of something done to a user, as `n`. */
async function keep(userId: string | null, n: number, more: Partial<AuditRecord> = {}, at = state) {
  const user = userId === null ? null : { id: userId, name: userId, departments: ['Finance'] };
  const record = makeRecord({ id: `${userId ?? 'kelly'} ${n} ${name}`, user, ...more });
  await appendEntry({ kind: 'begun', server: 'one', record: { ...record, outcome: 'open' } }, async () => at);
  await appendEntry({ kind: 'ended', server: 'one', record }, async () => at);
}

/** As they are called here, without what makes them another test's. */
const idsOf = (received: readonly Received[]) => received.map(({ id }) => id.replace(` ${name}`, ''));
const arrived = (...ids: string[]) =>
  receiver.until((received) => ids.every((id) => idsOf(received).includes(id)));
const backlog = () => streamBacklog(name, async () => state);

async function untilNothingIsLeft(): Promise<void> {
  while ((await backlog()).records > 0) await new Promise((resolve) => setImmediate(resolve));
}

describe('the webhook', () => {
  test('is sent each record once, as it ends, in the order of each user', async () => {
    await keep('ann', 1);
    start();
    await arrived('ann 1');
    for (const n of [2, 3, 4]) await Promise.all([keep('ann', n), keep('ben', n), keep(null, n)]);
    await arrived('ann 4', 'ben 4', 'kelly 4');
    await untilNothingIsLeft();
    expect(receiver.received).toHaveLength(10);
    const of = (name: string) => idsOf(receiver.received).filter((id) => id.startsWith(name));
    expect(of('ann')).toEqual(['ann 1', 'ann 2', 'ann 3', 'ann 4']);
    expect(of('ben')).toEqual(['ben 2', 'ben 3', 'ben 4']);
    expect(of('kelly')).toEqual(['kelly 2', 'kelly 3', 'kelly 4']);
  });

  test('can tell who sent a body and when; another body, another secret and an old time do not pass', async () => {
    await keep('ann', 1);
    start();
    await arrived('ann 1');
    const [one] = receiver.received;
    const header = String(one?.headers['steward-signature']);
    const nowSeconds = Math.floor(Date.now() / 1_000);
    expect(isFromSteward(header, one?.body ?? '', secret, nowSeconds)).toBe(true);
    expect(isFromSteward(header, `${one?.body} `, secret, nowSeconds)).toBe(false);
    expect(isFromSteward(header, one?.body ?? '', `${secret}!`, nowSeconds)).toBe(false);
    expect(isFromSteward(header, one?.body ?? '', secret, nowSeconds + 400)).toBe(false);
    expect(one?.headers['steward-record']).toBe(one?.id);
    expect(JSON.stringify(one)).not.toContain(secret);
  });

  test.each([500, 404, 301, 'silence'] as const)(
    'that answers %s to one user’s record gets it again, and meanwhile those of others, not that user’s later ones',
    async (behaviour) => {
      let isBad = true;
      receiver.behave(({ userId }) => (isBad && userId === 'ann' ? behaviour : 204));
      await keep('ann', 1);
      await keep('ann', 2);
      await keep('ben', 1);
      start(state, behaviour === 'silence' ? 100 : undefined);
      await receiver.until((received) => idsOf(received).filter((id) => id === 'ann 1').length >= 3);
      await keep('ann', 3);
      await keep('ben', 2);
      await arrived('ben 2');
      expect(idsOf(receiver.received)).not.toContain('ann 2');
      expect((await backlog()).problem).toMatch(
        behaviour === 'silence' ? /did not answer within/ : new RegExp(`answered ${behaviour}`),
      );
      isBad = false;
      await arrived('ann 3');
      await untilNothingIsLeft();
      const annsAtFirst = [...new Set(idsOf(receiver.received).filter((id) => id.startsWith('ann')))];
      expect(annsAtFirst).toEqual(['ann 1', 'ann 2', 'ann 3']);
      expect(await backlog()).toEqual({ records: 0, problem: null });
    },
  );

  test('that never takes the records of some users gets those of all others', async () => {
    const bad = ['ann', 'bea', 'cora', 'dora'];
    receiver.behave(({ userId }) => (bad.includes(userId ?? '') ? 400 : 204));
    for (const user of bad) await keep(user, 1);
    start();
    await receiver.until((received) => received.length >= 8);
    for (const n of [1, 2, 3]) {
      await keep('ben', n);
      await arrived(`ben ${n}`);
    }
  });

  test('that redirects is not followed', async () => {
    const other = await startReceiver();
    let isBad = true;
    receiver.behave(() => (isBad ? { redirect: other.url } : 204));
    await keep('ann', 1);
    start();
    await receiver.until((received) => received.length >= 2);
    isBad = false;
    await untilNothingIsLeft();
    expect(other.received).toEqual([]);
    await other.stop();
  });

  test('that is away for a while loses nothing, and nobody waits for it', async () => {
    const port = Number(new URL(receiver.url).port);
    await receiver.stop();
    start();
    const names = Array.from({ length: 150 }, (_, n) => `user${n}`);
    await Promise.all(names.flatMap((user) => [keep(user, 1), keep(user, 2)]));
    while (!(await backlog()).problem) await new Promise((resolve) => setImmediate(resolve));
    expect(await backlog()).toEqual({ records: 300, problem: 'it could not be reached (ECONNREFUSED)' });
    receiver = await startReceiver(port);
    await untilNothingIsLeft();
    expect(new Set(idsOf(receiver.received)).size).toBe(300);
    for (const user of names) {
      const own = idsOf(receiver.received).filter((id) => id.startsWith(`${user} `));
      expect(own).toEqual([`${user} 1`, `${user} 2`]);
    }
  });

  test('goes on after a stop where it was, with what had failed', async () => {
    receiver.behave(({ userId }) => (userId === 'ann' ? 503 : 204));
    await keep('ann', 1);
    await keep('ben', 1);
    const first = start();
    await arrived('ann 1', 'ben 1');
    await first.stop();
    await keep('ben', 2);
    receiver.behave();
    receiver.received.length = 0;
    start();
    await untilNothingIsLeft();
    expect(idsOf(receiver.received).toSorted()).toEqual(['ann 1', 'ben 2']);
  });
});

test('what a process was sending when it was killed, the next one sends: in order, some of it twice', async () => {
  const names = Array.from({ length: 10 }, (_, n) => `user${n}`);
  for (let n = 1; n <= 12; n++) await Promise.all(names.map((user) => keep(user, n)));
  await state.close();
  for (const after of [15, 50]) {
    const child = startStreamChild({ folder, name, url: receiver.url, secret });
    await receiver.until((received) => received.length >= after);
    await child.kill();
  }
  state = await openStateAt({ folder });
  start();
  await untilNothingIsLeft();
  for (const user of names) {
    const own = idsOf(receiver.received).filter((id) => id.startsWith(`${user} `));
    expect([...new Set(own)]).toEqual(Array.from({ length: 12 }, (_, n) => `${user} ${n + 1}`));
  }
}, 120_000);

test('two servers on one PostgreSQL send each record once, and one goes on when the other stops', async () => {
  const postgres = await startPostgres();
  const databaseUrl = await postgres.database('streams');
  const states = [
    await openStateAt({ databaseUrl, folder: '' }),
    await openStateAt({ databaseUrl, folder: '' }),
  ];
  const [one, other] = states;
  if (!one || !other) throw new Error('Two were opened.');
  const streams = [start(one), start(other)];
  for (const n of [1, 2, 3]) await Promise.all(states.map((at, of) => keep(`user${of}`, n, {}, at)));
  await arrived('user0 3', 'user1 3');
  await streams[0]?.stop();
  await keep('user0', 4, {}, one);
  await arrived('user0 4');
  await streams[1]?.stop();
  expect(idsOf(receiver.received).toSorted()).toEqual(
    [...[1, 2, 3, 4].map((n) => `user0 ${n}`), ...[1, 2, 3].map((n) => `user1 ${n}`)].toSorted(),
  );
  await Promise.all(states.map((at) => at.close()));
  await postgres.stop();
}, 120_000);

/** As the documentation tells receivers to do it. */
function isFromSteward(header: string, body: string, shared: string, nowSeconds: number): boolean {
  const { t, v1 } = Object.fromEntries(header.split(',').map((part) => part.split('=')));
  const expected = createHmac('sha256', shared).update(`${t}.${body}`).digest();
  const given = Buffer.from(v1, 'hex');
  const isRecent = Math.abs(nowSeconds - Number(t)) <= 300;
  return isRecent && given.length === expected.length && timingSafeEqual(given, expected);
}
