import type { NextRequest } from 'next/server';
import { exportUsers } from '#lib/users/list/export-users.ts';
import { listOf } from '#lib/users/list/list-address.ts';
import { download, fileNameOfToday } from '../../download.ts';

/** What the list finds, whole, as a CSV file. */
export async function GET(request: NextRequest): Promise<Response> {
  const {
    sort: _,
    page: __,
    perPage: ___,
    ...search
  } = listOf(Object.fromEntries(request.nextUrl.searchParams));
  const file = { name: fileNameOfToday('users', 'csv'), type: 'text/csv' };
  return download(file, (manager) => exportUsers(manager, search));
}
