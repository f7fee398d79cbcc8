import {
  advanceStream,
  noteDelivered,
  postponeEntry,
  type WaitingEntry,
  waitingEntries,
} from '#lib/state/record-streams.ts';
import { entriesAfter } from '#lib/state/records.ts';
import type { StoredEntry, StoredRecord } from '../record.ts';
import { type RetryTimes, retryDelayMs } from './retry-times.ts';
import { pollMs, type StreamStep, type StreamTurn } from './run-stream.ts';

/** Hands one record over; throws with a sentence when it was not taken. */
export type Deliver = (record: StoredRecord, cutOff: AbortSignal) => Promise<void>;

const entriesAtOnce = 100;
/** With more than this waiting nothing further is read: the trail keeps it just as well. */
const waitingMax = 1_000;
const lanesAtOnce = 8;
/** After so many failures in a row the receiver counts as down, and is asked once now and then. */
const failuresUntilDown = 3;

/**
 * Delivers entry by entry, in order within a lane: that of one user, or of one manager where no user is concerned.
 * What fails waits, and with it only what comes after it in its lane.
 */
export function inLanes(deliver: Deliver, times: RetryTimes): StreamStep {
  let failuresInARow = 0;
  let problem: string | null = null;
  const isDown = () => failuresInARow >= failuresUntilDown;

  /** Why an entry was not taken, or `null`. */
  async function refusalOf({ sequence, hash, content }: StoredEntry, { cutOff }: StreamTurn) {
    try {
      await deliver({ sequence, hash, record: content.record }, cutOff);
      failuresInARow = 0;
      return null;
    } catch (error) {
      failuresInARow += 1;
      problem = error instanceof Error ? error.message : String(error);
      return problem;
    }
  }

  async function tryLaneAgain(lane: readonly WaitingEntry[], turn: StreamTurn) {
    const { name, stopped, opened } = turn;
    for (const { sequence, attempts: before } of lane) {
      if (stopped.aborted) return;
      const [entry] = await entriesAfter(sequence - 1, 1, opened);
      const refusal = entry ? await refusalOf(entry, turn) : null;
      if (refusal !== null) {
        const attempts = before + 1;
        const dueInMs = retryDelayMs(attempts, times);
        return postponeEntry(name, { sequence, attempts, dueInMs, problem: refusal }, opened);
      }
      await noteDelivered(name, sequence, opened);
    }
  }

  /** What of a lane has to wait, after as much of it as possible was delivered. */
  async function leftOfLane(lane: readonly LaneEntry[], isBlocked: boolean, turn: StreamTurn) {
    let isHeld = isBlocked;
    return lane.reduce<Promise<LeftEntry[]>>(async (before, { sequence, lane: name, entry }) => {
      const left = await before;
      isHeld ||= turn.stopped.aborted || isDown();
      const refusal = isHeld ? null : await refusalOf(entry, turn);
      if (!isHeld && refusal === null) return left;
      isHeld = true;
      const attempts = refusal === null ? 0 : 1;
      const dueInMs = refusal === null ? 0 : retryDelayMs(1, times);
      return [...left, { sequence, lane: name, attempts, dueInMs, problem: refusal ?? undefined }];
    }, Promise.resolve([]));
  }

  return async (turn) => {
    const { name, server, sequence, stopped, opened } = turn;
    const waiting = lanesOf(await waitingEntries(name, waitingMax, opened));
    const due = [...waiting.values()].filter(([first]) => first?.isDue);
    await allOf(isDown() ? due.slice(0, 1) : due, (lane) => tryLaneAgain(lane, turn));

    const still = await waitingEntries(name, waitingMax, opened);
    const isFull = still.length >= waitingMax;
    const entries = isFull || stopped.aborted ? [] : await entriesAfter(sequence, entriesAtOnce, opened);
    const last = entries.at(-1);
    if (last) {
      const blocked = new Set(still.map(({ lane }) => lane));
      const left: LeftEntry[] = [];
      await allOf([...lanesOf(entries.flatMap(laneEntryOf))], async ([lane, ones]) => {
        left.push(...(await leftOfLane(ones, blocked.has(lane), turn)));
      });
      await advanceStream(name, server, last.sequence, left, opened);
    }
    if (still.length === 0 && !isDown()) problem = null;
    if (isDown()) return { waitMs: retryDelayMs(failuresInARow - failuresUntilDown + 1, times), problem };
    const isIdle = !last && due.length === 0;
    return { waitMs: isIdle ? Math.min(pollMs, times.firstRetryMs) : 0, problem };
  };
}

interface LaneEntry {
  sequence: number;
  lane: string;
  entry: StoredEntry;
}

type LeftEntry = Parameters<typeof advanceStream>[3][number];

/** Attempts that have only begun are not told of: how they end is. */
function laneEntryOf(entry: StoredEntry): LaneEntry[] {
  const { kind, record } = entry.content;
  if (kind !== 'ended') return [];
  const lane = record.user ? `user ${record.user.id}` : `manager ${record.manager.id}`;
  return [{ sequence: entry.sequence, lane, entry }];
}

function lanesOf<Entry extends { lane: string }>(entries: readonly Entry[]): Map<string, Entry[]> {
  return Map.groupBy(entries, ({ lane }) => lane);
}

/** Works on all, a few at a time. */
async function allOf<One>(ones: readonly One[], work: (one: One) => Promise<void>): Promise<void> {
  const left = [...ones];
  await Promise.all(
    Array.from({ length: lanesAtOnce }, async () => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
    }),
  );
}
