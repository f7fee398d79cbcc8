/** When what failed is tried again. */
export interface RetryTimes {
  firstRetryMs: number;
  lastRetryMs: number;
}

export const retryTimes: RetryTimes = { firstRetryMs: 1_000, lastRetryMs: 60_000 };

/** Twice as long after each failure up to the longest, and a little different each time. */
export function retryDelayMs(failures: number, { firstRetryMs, lastRetryMs }: RetryTimes): number {
  const longestMs = Math.min(firstRetryMs * 2 ** Math.min(failures - 1, 30), lastRetryMs);
  return longestMs * (0.5 + Math.random() / 2);
}
