export interface TokenBucket {
  readonly capacity: number;
  /** Takes one token; false when there is none. */
  take(): boolean;
  /** Whole tokens left. */
  remaining(): number;
  /** When one more token will be there, in milliseconds since 1970. */
  nextTokenAtMs(): number;
}

/** A bucket that starts full and refills evenly. */
export function createTokenBucket(capacity: number, tokensPerMs: number, now: () => number): TokenBucket {
  let tokens = capacity;
  let countedAt = now();

  function refill(): void {
    const time = now();
    tokens = Math.min(capacity, tokens + (time - countedAt) * tokensPerMs);
    countedAt = time;
  }

  return {
    capacity,
    take() {
      refill();
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
    remaining() {
      refill();
      return Math.floor(tokens);
    },
    nextTokenAtMs() {
      refill();
      if (tokens >= capacity) return countedAt;
      return countedAt + (Math.floor(tokens) + 1 - tokens) / tokensPerMs;
    },
  };
}
