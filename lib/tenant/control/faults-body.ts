import { z } from 'zod';

const faultyAnswer = z.strictObject({
  match: z
    .strictObject({
      method: z.string().optional(),
      path: z.string().startsWith('/').optional(),
      exactly: z.boolean().optional(),
    })
    .default({}),
  status: z.literal([200, 401, 403, 429, 500, 502, 503, 504]),
  when: z.enum(['before', 'after']).default('before'),
  times: z.int().min(1).default(1),
  passes: z.int().min(0).optional(),
  retryAfterSeconds: z.int().min(0).optional(),
  body: z.enum(['malformed', 'empty', 'hang-up', 'silence', 'custom-policy']).optional(),
});

const milliseconds = z.int().min(0).max(600_000);

/** What the control endpoint takes for `Faults`: any of its members. */
export const faultsBody = z
  .strictObject({
    indexDelayMs: milliseconds,
    importDelayMs: milliseconds,
    searchCap: z.int().min(0),
    slowSearchMs: milliseconds,
    rateLimit: z.enum(['off', 'free', 'essentials', 'enterprise']),
    rateLimitBody: z.enum(['classic', 'custom-policy']),
    respond: z.array(faultyAnswer),
    latencyMs: milliseconds,
    silenceMs: milliseconds,
    refuseConnections: z.boolean(),
    expireTokens: z.boolean(),
  })
  .partial();
