/** One answer put in place of the API's own, for the next `times` matching requests. */
export interface FaultyAnswer {
  /**
   * All absent: every request. `path` is without `/api/v2`, such as `/users`, and what begins with it unless `exactly`.
   */
  match: { method?: string; path?: string; exactly?: boolean };
  status: 200 | 401 | 403 | 429 | 500 | 502 | 503 | 504;
  /** 'after': the change is made all the same, and the caller is told that it failed. */
  when: 'before' | 'after';
  times: number;
  /** So many matching requests are answered as usual first; absent: none. */
  passes?: number;
  /** Told with a 429: when to come back. */
  retryAfterSeconds?: number;
  /**
   * Absent: Auth0's error body; a 429's is the one that `rateLimitBody` names. 'hang-up' closes the connection without
   * an answer, 'silence' after ten seconds.
   */
  body?: 'malformed' | 'empty' | 'hang-up' | 'silence' | 'custom-policy';
}

export type RateLimitPreset = 'off' | 'free' | 'essentials' | 'enterprise';

/**
 * The unpleasant behaviours of a real tenant that can be switched on. One mutable object for each tenant, read anew
 * at every call: change a member and the next request feels it.
 */
export interface Faults {
  /** How long the search index lags behind a change. Read by the store. */
  indexDelayMs: number;
  /** How long an import stays pending before it begins. Read by the import, all the while. */
  importDelayMs: number;
  /** How many results of a search can be reached by pages; Auth0: 1,000. Read by `GET /users`. */
  searchCap: number;
  /** How long each search takes; over 2 s it ends as 503. Applied by the fault gate, not by the endpoint. */
  slowSearchMs: number;
  rateLimit: RateLimitPreset;
  /** Which of Auth0's two 429 bodies is sent. */
  rateLimitBody: 'classic' | 'custom-policy';
  respond: FaultyAnswer[];
  /** Added to every answer. */
  latencyMs: number;
  /** Above 0: no answer at all; after this long the connection is closed and nothing was done. */
  silenceMs: number;
  /** Every connection is closed at once, save those of the control endpoints and the outbox. */
  refuseConnections: boolean;
  /** Every access token counts as expired. */
  expireTokens: boolean;
}

/** A tenant in good health, but for what `initial` says. */
export function createFaults(initial: Partial<Faults> = {}): Faults {
  return {
    indexDelayMs: 0,
    importDelayMs: 0,
    searchCap: 1_000,
    slowSearchMs: 0,
    rateLimit: 'off',
    rateLimitBody: 'classic',
    respond: [],
    latencyMs: 0,
    silenceMs: 0,
    refuseConnections: false,
    expireTokens: false,
    ...initial,
  };
}
