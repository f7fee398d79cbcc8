import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { log } from '#lib/log.ts';
import { leaveStream, takeStream } from '#lib/state/record-streams.ts';
import type { State } from '#lib/state/state.ts';

/** A stream while this server has it. */
export interface StreamTurn {
  name: string;
  server: string;
  /** Everything up to this place in the trail was delivered or waits. */
  sequence: number;
  /** Aborted when this server ends: nothing further is begun. */
  stopped: AbortSignal;
  /** Aborted a little later, for what is still on its way then. */
  cutOff: AbortSignal;
  opened: () => Promise<State>;
}

/** What one step came to: how long to wait before the next, and what is wrong with the receiver. */
export interface StepResult {
  /** Where the stream is now; `undefined` when it is another server's by now. */
  sequence: number | undefined;
  waitMs: number;
  problem: string | null;
}

export type StreamStep = (turn: StreamTurn) => Promise<StepResult>;

export interface RunningStream {
  /** Ends what is on its way and lets another server go on. */
  stop(): Promise<void>;
}

/** Longer than a pause of this process; after it another server goes on. */
const leaseMs = 30_000;
const lookAgainMs = 2_000;
/** What is on its way when this server ends has so long to arrive. */
const graceMs = 2_000;

/** How long a stream with nothing to do waits before it looks again. */
export const pollMs = 500;

/**
 * Has one server at a time deliver what is new in the trail, step by step, until it is stopped. Whatever fails is
 * tried again; nobody who saves anything waits for it.
 */
export function runStream(name: string, step: StreamStep, opened: () => Promise<State>): RunningStream {
  const stopping = new AbortController();
  const { signal: stopped } = stopping;
  const cutting = new AbortController();
  const server = randomUUID();
  let known: string | null = null;

  function note(problem: string | null): void {
    if (problem !== null && known === null) {
      log('warn', 'records cannot be delivered; they are kept and sent again', { stream: name, problem });
    }
    if (problem === null && known !== null) log('info', 'records are delivered again', { stream: name });
    known = problem;
  }

  /** Where the stream is, as long as this server certainly has it: nothing need be asked then. */
  let place: { sequence: number; renewAtMs: number } | undefined;

  async function take(): Promise<typeof place> {
    if (place && performance.now() < place.renewAtMs) return place;
    const renewAtMs = performance.now() + leaseMs / 3;
    const sequence = await takeStream(name, server, leaseMs, opened);
    return sequence === undefined ? undefined : { sequence, renewAtMs };
  }

  async function turn(): Promise<number> {
    place = await take();
    if (!place) return lookAgainMs;
    const { renewAtMs } = place;
    const keep = setInterval(() => {
      takeStream(name, server, leaseMs, opened).catch(() => undefined);
    }, leaseMs / 3);
    try {
      const { sequence, waitMs, problem } = await step({
        name,
        server,
        sequence: place.sequence,
        stopped,
        cutOff: cutting.signal,
        opened,
      });
      place = sequence === undefined ? undefined : { sequence, renewAtMs };
      if (waitMs > 0 || problem !== null) note(problem);
      return waitMs;
    } finally {
      clearInterval(keep);
    }
  }

  async function run(): Promise<void> {
    while (!stopped.aborted) {
      const waitMs = await turn().catch((error: unknown) => {
        place = undefined;
        log('error', 'a stream of records stumbled and goes on', { stream: name, error });
        return lookAgainMs;
      });
      await wait(waitMs, undefined, { signal: stopped, ref: false }).catch(() => undefined);
    }
    await leaveStream(name, server, opened).catch(() => undefined);
  }

  const ended = run();
  return {
    stop: async () => {
      stopping.abort();
      const grace = setTimeout(() => cutting.abort(), graceMs);
      await ended;
      clearTimeout(grace);
    },
  };
}
