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
/** When so many lanes failed and none went through, the receiver counts as down, and is asked once now and then. */
const lanesUntilDown = 3;

/**
 * Delivers entry by entry, in order within a lane: that of one user, or of one manager where no user is concerned.
 * What fails waits, and with it only what comes after it in its lane.
 */
export function inLanes(deliver: Deliver, times: RetryTimes): StreamStep {
  /** Since anything went through: how often each lane failed. */
  const failed = new Map<string, number>();
  let problem: string | null = null;
  const isDown = () => failed.size >= lanesUntilDown;

  /** Why an entry was not taken, or `null`. */
  async function refusalOf(lane: string, { sequence, hash, content }: StoredEntry, { cutOff }: StreamTurn) {
    try {
      await deliver({ sequence, hash, record: content.record }, cutOff);
      failed.clear();
      return null;
    } catch (error) {
      failed.set(lane, (failed.get(lane) ?? 0) + 1);
      problem = error instanceof Error ? error.message : String(error);
      return problem;
    }
  }

  async function tryLaneAgain(lane: readonly WaitingEntry[], turn: StreamTurn) {
    const { name, stopped, opened } = turn;
    for (const { sequence, lane: laneName, attempts: before } of lane) {
      if (stopped.aborted) return;
      const [entry] = await entriesAfter(sequence - 1, 1, opened);
      const refusal = entry ? await refusalOf(laneName, entry, turn) : null;
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
      const refusal = isHeld ? null : await refusalOf(name, entry, turn);
      if (!isHeld && refusal === null) return left;
      isHeld = true;
      const attempts = refusal === null ? 0 : 1;
      const dueInMs = refusal === null ? 0 : retryDelayMs(1, times);
      return [...left, { sequence, lane: name, attempts, dueInMs, problem: refusal ?? undefined }];
    }, Promise.resolve([]));
  }

  return async (turn) => {
    const { name, server, sequence, stopped, opened } = turn;
    const waiting = await waitingEntries(name, waitingMax, opened);
    const due = [...lanesOf(waiting).values()].filter(([first]) => first?.isDue);
    await allOf(isDown() ? leastTried(due) : due, (lane) => tryLaneAgain(lane, turn));

    const still = due.length > 0 ? await waitingEntries(name, waitingMax, opened) : waiting;
    const isFull = still.length >= waitingMax;
    const entries = isFull || stopped.aborted ? [] : await entriesAfter(sequence, entriesAtOnce, opened);
    const last = entries.at(-1);
    let place: number | undefined = sequence;
    if (last) {
      const blocked = new Set(still.map(({ lane }) => lane));
      const left: LeftEntry[] = [];
      await allOf([...lanesOf(entries.flatMap(laneEntryOf))], async ([lane, ones]) => {
        left.push(...(await leftOfLane(ones, blocked.has(lane), turn)));
      });
      const isOurs = await advanceStream(name, server, last.sequence, left, opened);
      place = isOurs ? last.sequence : undefined;
    }
    if (still.length === 0 && !isDown()) problem = null;
    const idleMs = !last && due.length === 0 ? Math.min(pollMs, times.firstRetryMs) : 0;
    const waitMs = isDown() ? retryDelayMs(Math.max(...failed.values()), times) : idleMs;
    return { sequence: place, waitMs, problem };
  };
}

/** One whose own record may be what is wrong is not the one to ask whether the receiver is back. */
function leastTried(lanes: readonly WaitingEntry[][]): WaitingEntry[][] {
  const attemptsOf = ([first]: readonly WaitingEntry[]) => first?.attempts ?? 0;
  return lanes.toSorted((one, other) => attemptsOf(one) - attemptsOf(other)).slice(0, 1);
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
