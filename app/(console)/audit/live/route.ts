import type { NextRequest } from 'next/server';
import { httpStatusOf } from '#lib/errors.ts';
import { asManager, attempt, isSignedIn } from '#lib/session.ts';
import { countNewRecords, isNothingNew } from '#lib/users/records/list-records.ts';
import { recordInputOf } from '#lib/users/records/schema-records.ts';

/** How many records have come since a page was read, as far as its reader may see them. */
export async function GET(request: NextRequest): Promise<Response> {
  const parameters = Object.fromEntries(request.nextUrl.searchParams);
  const { from: _from, ...filter } = recordInputOf(parameters);
  const { end = '' } = parameters;
  // It is asked every few seconds, so the tenant is left out of it as long as nothing has happened.
  const isQuiet = await attempt(async () => (await isSignedIn()) && isNothingNew(end));
  if (isQuiet.ok && isQuiet.value) return answer({ count: 0 }, 200);
  const counted = await asManager((manager) => countNewRecords(manager, filter, end));
  return counted.ok
    ? answer({ count: counted.value }, 200)
    : answer({ problem: counted.problem.code }, httpStatusOf(counted.problem));
}

function answer(body: object, status: number): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'private, no-store' } });
}
