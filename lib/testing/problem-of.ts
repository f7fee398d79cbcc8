import { AppError, type Problem } from '#lib/errors.ts';

/** What a manager reads of something that is expected to be refused; fails when it goes through. */
export async function problemOf(run: Promise<unknown>): Promise<Problem> {
  try {
    await run;
  } catch (error) {
    if (error instanceof AppError) return error.toProblem();
    throw error;
  }
  throw new Error('It was expected to be refused, and went through.');
}
