import type { NextRequest } from 'next/server';
import { exportLog } from '#lib/users/log/export-log.ts';
import { logInputOf } from '#lib/users/log/schema-log.ts';
import { download, fileNameOfToday } from '../../download.ts';

/** What the log's page shows, whole, as a CSV file. */
export async function GET(request: NextRequest): Promise<Response> {
  const filter = logInputOf(Object.fromEntries(request.nextUrl.searchParams));
  const file = { name: fileNameOfToday('log', 'csv'), type: 'text/csv' };
  return download(file, (manager) => exportLog(manager, filter));
}
