import { AsyncLocalStorage } from 'node:async_hooks';
import type { NextRequest } from 'next/server';
import { httpStatusOf, type Problem } from '#lib/errors.ts';
import { attempt, requireManager } from '#lib/session.ts';
import { exportLog } from '#lib/users/export-log.ts';
import { logInputOf } from '#lib/users/schema-log.ts';
import { withTranslatedErrors } from '#lib/users/translated-errors.ts';

/** What the log's page shows, whole, as a CSV file that is sent while it is read. */
export async function GET(request: NextRequest): Promise<Response> {
  const filter = logInputOf(Object.fromEntries(request.nextUrl.searchParams));
  const started = await attempt(async () => {
    const manager = await requireManager();
    const lines = exportLog(manager, filter);
    // What fails at once is told before there is a file.
    const first = await withTranslatedErrors(manager, () => lines.next());
    return { lines, first, asPartOfRequest: AsyncLocalStorage.snapshot() };
  });
  if (!started.ok) return refusal(started.problem);
  const { lines, first, asPartOfRequest } = started.value;
  return new Response(streamOf(lines, first, asPartOfRequest), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="log-${new Date().toISOString().slice(0, 10)}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
}

type AsPartOfRequest = ReturnType<typeof AsyncLocalStorage.snapshot>;

/** A fault half way breaks the download off, so that nobody takes the file for whole. */
function streamOf(
  lines: AsyncGenerator<string>,
  first: IteratorResult<string>,
  asPartOfRequest: AsPartOfRequest,
): ReadableStream {
  const encoder = new TextEncoder();
  let next: IteratorResult<string> | undefined = first;
  return new ReadableStream({
    async pull(controller) {
      const line = next ?? (await asPartOfRequest(() => lines.next()));
      next = undefined;
      if (line.done) controller.close();
      else controller.enqueue(encoder.encode(line.value));
    },
    async cancel() {
      await asPartOfRequest(() => lines.return(undefined));
    },
  });
}

function refusal(problem: Problem): Response {
  return new Response(problem.message, {
    status: httpStatusOf(problem),
    headers: { 'cache-control': 'private, no-store' },
  });
}
