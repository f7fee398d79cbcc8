import { AsyncLocalStorage } from 'node:async_hooks';
import { httpStatusOf, type Problem } from '#lib/errors.ts';
import { attempt, requireManager } from '#lib/session.ts';
import type { Manager } from '#lib/users/manager.ts';
import { withTranslatedErrors } from '#lib/users/policy/translated-errors.ts';

/**
 * A file that is sent while it is read, as the manager who asks for it. What fails at once is told before there is a
 * file; a fault half way breaks the download off, so that nobody takes the file for whole.
 */
export async function download(
  file: { name: string; type: string },
  linesFor: (manager: Manager) => AsyncGenerator<string>,
): Promise<Response> {
  const started = await attempt(async () => {
    const manager = await requireManager();
    const lines = linesFor(manager);
    const first = await withTranslatedErrors(manager, () => lines.next());
    return { lines, first, asPartOfRequest: AsyncLocalStorage.snapshot() };
  });
  if (!started.ok) return refusal(started.problem);
  const { lines, first, asPartOfRequest } = started.value;
  return new Response(streamOf(lines, first, asPartOfRequest), {
    headers: {
      'content-type': `${file.type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'private, no-store',
    },
  });
}

/** `log-2026-11-23.csv` */
export function fileNameOfToday(name: string, extension: string): string {
  return `${name}-${new Date().toISOString().slice(0, 10)}.${extension}`;
}

type AsPartOfRequest = ReturnType<typeof AsyncLocalStorage.snapshot>;

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
