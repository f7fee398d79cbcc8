import { readiness } from '#lib/operating/readiness.ts';

export const dynamic = 'force-dynamic';

/** Whether this server should be given requests: 200, or 503 with a sentence for each part that keeps it from it. */
export async function GET() {
  const answer = await readiness();
  const status = answer.status === 'ready' ? 200 : 503;
  return Response.json(answer, { status, headers: { 'cache-control': 'no-store' } });
}
