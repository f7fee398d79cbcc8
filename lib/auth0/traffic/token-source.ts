import type { CallGroup } from './call-group.ts';

/** How fast calls may go out: `burst` at once, and `perSecond` on and on. */
export interface Rate {
  perSecond: number;
  burst: number;
}

export interface Taken {
  granted: number;
  /** Tokens that are left. */
  left: number;
  /** For how many milliseconds the tenant takes no calls of a group, as any server was told. */
  pauses: readonly (readonly [CallGroup, number])[];
}

/** Where the tokens of a tenant's one bucket are kept: in this process, or where all servers see them. */
export interface TokenSource {
  /**
   * Takes whole tokens, as many as there are above `reserve` and no more than `wanted`.
   * @param returned tokens that were taken before and not used
   */
  take(rate: Rate, wanted: number, reserve: number, returned: number): Promise<Taken>;
  /** Tells all servers that the tenant takes no calls of a group for so long. */
  pause(group: CallGroup, pauseMs: number): Promise<void>;
}

/** The bucket of a server that is the only one. */
export function tokensInMemory(now: () => number = Date.now): TokenSource {
  let tokens = Number.POSITIVE_INFINITY;
  let countedAtMs = now();
  return {
    async take({ perSecond, burst }, wanted, reserve, returned) {
      const nowMs = now();
      const refill = (Math.max(0, nowMs - countedAtMs) / 1_000) * perSecond;
      tokens = Math.min(burst, tokens + returned + refill);
      countedAtMs = nowMs;
      const granted = Math.max(0, Math.min(wanted, Math.floor(tokens - reserve)));
      tokens -= granted;
      return { granted, left: tokens, pauses: [] };
    },
    pause: async () => {},
  };
}
