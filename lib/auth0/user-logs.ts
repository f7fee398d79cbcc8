import { LogsClient } from 'auth0/users/logs';
import { readFromTenant } from './client.ts';
import { asAppError } from './errors.ts';
import { entriesIn, type LogEntry } from './log-entry.ts';
import { readLogEntry } from './logs.ts';
import type { Permitted } from './proofs.ts';
import { arrayIn } from './tenant-answer.ts';

/**
 * One page of a user's own log, newest first, in one call. Auth0 shows 1,000 entries of it at most.
 * @param page from 1
 * @throws AppError what every reading call throws
 */
export async function readUserLogs(
  permitted: Permitted<'read:logs'>,
  page: number,
  perPage: number,
): Promise<LogEntry[]> {
  const { user_id: userId } = permitted.user;
  try {
    const entries = await readFromTenant(async (client, options) => {
      const { response } = await new LogsClient(client).list(
        userId,
        { page: page - 1, per_page: perPage, sort: 'date:-1' },
        options,
      );
      return arrayIn(entriesIn(response));
    });
    return entries.filter((entry) => entry.user_id === userId);
  } catch (error) {
    throw asAppError(error);
  }
}

/**
 * One entry of a user's own log, in one call, or `undefined` when there is none or it is about somebody else.
 * @throws AppError what every reading call throws
 */
export async function readUserLogEntry(
  permitted: Permitted<'read:logs'>,
  logId: string,
): Promise<LogEntry | undefined> {
  const unseen = await readLogEntry(logId);
  const [entry] = entriesIn([unseen]) ?? [];
  return entry?.user_id === permitted.user.user_id ? entry : undefined;
}
