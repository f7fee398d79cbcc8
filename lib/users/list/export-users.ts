import { searchResultsMax, searchUsers } from '#lib/auth0/search-users.ts';
import { bothOf } from '#lib/lucene/build.ts';
import type { Query } from '#lib/lucene/query.ts';
import { ownWrites } from '#lib/state/own-writes.ts';
import { said, say, words } from '#lib/words.ts';
import { csvLine } from '../csv.ts';
import type { Manager } from '../manager.ts';
import { patiently } from '../patiently.ts';
import { seenBy } from '../permit.ts';
import { recordedParts } from '../recorded.ts';
import type { UserStatus } from '../user-status.ts';
import type { UserColumn, UserRow, UserSearchInput } from '../user-view.ts';
import type { ListFrame } from './list-users-columns.ts';
import { laidOver } from './list-users-overlay.ts';
import { type ListQuestion, listQuestion, queryTextOf } from './list-users-question.ts';
import { rowsOf } from './list-users-rows.ts';

/** A file of more is for no spreadsheet; and all users of a tenant are a job for its own export. */
export const exportedUsersMax = 10_000;

const partSize = 100;
/** With those who are not this manager's to see, so many parts are read in all. */
const partsMax = 400;

const statusWords = {
  active: words('Active'),
  blocked: words('Blocked'),
  unverified: words('Unverified'),
  'never-signed-in': words('Never signed in'),
} satisfies Record<UserStatus, unknown>;

/**
 * Where the next part begins. Auth0 shows the first 1,000 users of a search, so each part is a search of its own
 * for users created no later than the last one read; `page` counts on only while they were all created at once.
 */
interface Place {
  createdUntil?: string;
  page: number;
}

/**
 * What a search of the list finds, as the lines of a CSV file with the list's columns and each user's id, the newest
 * user first; no more than 10,000, and where it ends early a last line says so. Tested part by part as every page
 * of the list is, with what was written a moment ago laid over it. What fails at once fails before the first line.
 * @throws AppError as `listUsers` does; a tenant that is limiting requests is waited for
 */
export const exportUsers = recordedParts('export:users', linesOfUsers, (input) => ({
  payload: { ...input },
}));

async function* linesOfUsers(manager: Manager, input: UserSearchInput): AsyncGenerator<string> {
  const question = await listQuestion(manager, input);
  const writtenIds = new Set<string>();
  let place: Place | undefined = { page: 1 };
  for (let parts = 0; place && parts < partsMax; parts += 1) {
    const from: Place = place;
    const read = () => readPart(manager, question, from);
    // Somebody waits for the first part, and reads why when it does not come.
    const { rows, next } = await (parts === 0 ? read() : patiently(read));
    if (parts === 0) yield csvLine(headOf(question.frame));
    const fresh = rows.filter(({ userId }) => !writtenIds.has(userId));
    const kept = fresh.slice(0, exportedUsersMax - writtenIds.size);
    for (const { userId } of kept) writtenIds.add(userId);
    yield kept.map((row) => csvLine(cellsOf(question.frame, row))).join('');
    if (next === 'end' && kept.length === fresh.length) return;
    place = next === 'end' || kept.length < fresh.length ? undefined : next;
  }
  yield csvLine([
    say('The file ends here with {count} users; there are more. Search or filter for the rest.', {
      count: String(writtenIds.size),
    }),
  ]);
}

async function readPart(
  manager: Manager,
  { policy, frame, scope, search, query }: ListQuestion,
  { createdUntil, page }: Place,
): Promise<{ rows: UserRow[]; next: Place | 'end' | undefined }> {
  const isFirst = createdUntil === undefined && page === 1;
  const [own, { found, total }] = await Promise.all([
    ownWrites(),
    searchUsers({
      q: queryTextOf(createdUntil === undefined ? query : bothOf(query, until(createdUntil))),
      sort: 'created_at:-1',
      page,
      perPage: partSize,
    }),
  ]);
  const { candidates } = await laidOver(found, own, query, isFirst && total <= partSize);
  const seen = await seenBy(manager, candidates, scope, search);
  const listed = candidates.flatMap(({ isNew, origin }, at) => {
    const user = seen[at];
    return user && (isFirst || origin !== 'added') ? [{ user, isNew }] : [];
  });
  const rows = await rowsOf(manager, policy, frame, listed);
  return { rows, next: placeAfter(found, { createdUntil, page }) };
}

/** `undefined` where there is more that cannot be reached. */
function placeAfter(
  found: readonly { created_at?: string }[],
  { createdUntil, page }: Place,
): Place | 'end' | undefined {
  if (found.length < partSize) return 'end';
  const last = found.at(-1)?.created_at;
  if (last !== undefined && last !== createdUntil) return { createdUntil: last, page: 1 };
  return (page + 1) * partSize <= searchResultsMax ? { createdUntil, page: page + 1 } : undefined;
}

function until(createdUntil: string): Query {
  return { kind: 'range', field: 'created_at', to: { value: createdUntil, inclusive: true } };
}

/** Beside the list's columns the e-mail address, which the list shows below the name, and the id. */
function headOf(frame: ListFrame): string[] {
  const labels = frame.columns.flatMap(({ kind, label }) =>
    kind === 'user' && hasOwnEmail(frame) ? [label, say('E-mail address')] : [label],
  );
  return [...labels, said(words('User id'))];
}

function cellsOf(frame: ListFrame, row: UserRow): (string | null)[] {
  const cells = frame.columns.flatMap((column) =>
    column.kind === 'user' && hasOwnEmail(frame) ? [row.name, row.email] : [cellOf(column, row)],
  );
  return [...cells, row.userId];
}

function hasOwnEmail({ columns, showsEmail }: ListFrame): boolean {
  return showsEmail && columns.every(({ kind }) => kind !== 'email');
}

function cellOf({ kind, key }: UserColumn, row: UserRow): string | null {
  switch (kind) {
    case 'user':
      return row.name;
    case 'email':
      return row.email;
    case 'memberships':
      return row.memberships.join('; ');
    case 'last-login':
      return row.lastLogin;
    case 'logins':
      return String(row.loginsCount);
    case 'connection':
      return row.connection;
    case 'status':
      return row.status && said(statusWords[row.status]);
    case 'field':
      return row.cells[key] ?? null;
  }
}
