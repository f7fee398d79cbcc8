import type { NextRequest } from 'next/server';
import { httpStatusOf } from '#lib/errors.ts';
import { asManager } from '#lib/session.ts';
import { countNewRecords } from '#lib/users/list-records.ts';
import { recordInputOf } from '#lib/users/schema-records.ts';

/** How many records have come since a page was read, as far as its reader may see them. */
export async function GET(request: NextRequest): Promise<Response> {
  const parameters = Object.fromEntries(request.nextUrl.searchParams);
  const { from: _from, ...filter } = recordInputOf(parameters);
  const counted = await asManager((manager) => countNewRecords(manager, filter, parameters.end ?? ''));
  return Response.json(counted.ok ? { count: counted.value } : { problem: counted.problem.code }, {
    status: counted.ok ? 200 : httpStatusOf(counted.problem),
    headers: { 'cache-control': 'private, no-store' },
  });
}
