import type { NextRequest } from 'next/server';
import { exportRecords } from '#lib/users/records/export-records.ts';
import { recordInputOf } from '#lib/users/records/schema-records.ts';
import { download, fileNameOfToday } from '../../download.ts';

/** What the audit page lists, whole: as CSV, or with `form=jsonl` as JSON lines. */
export async function GET(request: NextRequest): Promise<Response> {
  const parameters = Object.fromEntries(request.nextUrl.searchParams);
  const { from: _from, ...filter } = recordInputOf(parameters);
  const form = parameters.form === 'jsonl' ? 'jsonl' : 'csv';
  const type = form === 'jsonl' ? 'application/jsonl' : 'text/csv';
  return download({ name: fileNameOfToday('audit', form), type }, (manager) =>
    exportRecords(manager, { filter, form }),
  );
}
