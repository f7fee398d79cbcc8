/** Somebody else's transaction was in the way; the same again may well succeed. */
const passing: ReadonlySet<string> = new Set(['40001', '40P01']);
/** Two servers have just made the same schema or table; now it is there. */
const madeMeanwhile: ReadonlySet<string> = new Set(['23505', '42710', '42P06', '42P07', 'XX000']);

const attemptsMax = 10;

/** The SQLSTATE of an error of the database, `undefined` for any other error. */
export function sqlStateOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Whether a transaction was refused for the sake of another one. */
export function isPassing(error: unknown): boolean {
  return passing.has(sqlStateOf(error) ?? '');
}

/** Does `work` again when it failed for something that passes, a few times and a little later each time. */
export async function retried<Result>(
  work: () => Promise<Result>,
  making: 'data' | 'tables' = 'data',
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const again = isPassing(error) || (making === 'tables' && madeMeanwhile.has(sqlStateOf(error) ?? ''));
      if (!again || attempt >= attemptsMax) throw error;
      const waitMs = 2 ** attempt * (1 + Math.random());
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
