import type { RateLimitGroup } from '../management/endpoint.ts';
import type { Faults, RateLimitPreset } from './faults.ts';
import { createTokenBucket, type TokenBucket } from './token-bucket.ts';

interface Allowance {
  burst: number;
  perMinute: number;
}

/** `whole` is counted first, then the endpoint's group. Source: Auth0, 'Rate limit configurations'. */
interface Allowances {
  whole?: Allowance;
  groups?: Record<RateLimitGroup, Allowance>;
}

const allowancesByPreset: Record<RateLimitPreset, Allowances> = {
  off: {},
  free: { whole: { burst: 2, perMinute: 120 } },
  essentials: {
    groups: {
      'read-users': { burst: 40, perMinute: 500 },
      'write-users': { burst: 20, perMinute: 200 },
      'delete-users': { burst: 20, perMinute: 200 },
      'read-logs': { burst: 10, perMinute: 100 },
      connections: { burst: 5, perMinute: 50 },
      other: { burst: 10, perMinute: 150 },
    },
  },
  enterprise: { whole: { burst: 50, perMinute: 960 } },
};

interface RateLimitOutcome {
  allowed: boolean;
  /** `x-ratelimit-*`, and with custom policies `retry-after`; empty while the limit is off. */
  headers: Record<string, string>;
  /** Which bucket was empty. */
  exhausted?: 'whole' | RateLimitGroup;
}

export interface RateLimiter {
  take(group: RateLimitGroup): RateLimitOutcome;
}

/**
 * Token buckets for one tenant. Changing `faults.rateLimit` fills all of them.
 * @param now milliseconds since 1970
 */
export function createRateLimiter(faults: Faults, now: () => number = Date.now): RateLimiter {
  let preset: RateLimitPreset | undefined;
  let buckets = new Map<string, TokenBucket>();

  function bucketsFor(group: RateLimitGroup): ['whole' | RateLimitGroup, TokenBucket][] {
    if (preset !== faults.rateLimit) {
      preset = faults.rateLimit;
      buckets = new Map();
    }
    const { whole, groups } = allowancesByPreset[faults.rateLimit];
    const wanted: ['whole' | RateLimitGroup, Allowance | undefined][] = [
      ['whole', whole],
      [group, groups?.[group]],
    ];
    return wanted.flatMap(([name, allowance]) => {
      if (!allowance) return [];
      const bucket =
        buckets.get(name) ?? createTokenBucket(allowance.burst, allowance.perMinute / 60_000, now);
      buckets.set(name, bucket);
      return [[name, bucket]];
    });
  }

  return {
    take(group) {
      let headers: Record<string, string> = {};
      for (const [name, bucket] of bucketsFor(group)) {
        const allowed = bucket.take();
        headers = {
          'x-ratelimit-limit': String(bucket.capacity),
          'x-ratelimit-remaining': String(bucket.remaining()),
          'x-ratelimit-reset': String(Math.ceil(bucket.nextTokenAtMs() / 1_000)),
        };
        if (allowed) continue;
        if (faults.rateLimitBody === 'custom-policy') {
          headers['retry-after'] = String(Math.max(1, Math.ceil((bucket.nextTokenAtMs() - now()) / 1_000)));
        }
        return { allowed, headers, exhausted: name };
      }
      return { allowed: true, headers };
    },
  };
}
