export const dynamic = 'force-dynamic';

/** The process lives and can answer; whether it should be given requests is for `/readyz` to say. */
export function GET() {
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
}
