import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from '#lib/content-security-policy.ts';
import { env } from '#lib/env.ts';
import { requestIdFrom, requestIdHeader } from '#lib/request-id.ts';
import { requestedPathHeader } from '#lib/requested-path.ts';
import { renewSession } from '#lib/sign-in/sign-in.ts';

/** Sets headers and prolongs the session. It decides nothing: every page and action asks for its manager itself. */
export async function proxy(request: NextRequest) {
  const headers = new Headers(request.headers);
  const requestId = requestIdFrom(request.headers.get(requestIdHeader));
  headers.set(requestIdHeader, requestId);
  if (request.nextUrl.pathname.startsWith('/auth/')) {
    return closed(NextResponse.next({ request: { headers } }), requestId);
  }
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  headers.set(requestedPathHeader, request.nextUrl.pathname + request.nextUrl.search);
  const response = isReadable(request.nextUrl.pathname)
    ? NextResponse.next({ request: { headers } })
    : NextResponse.rewrite(new URL('/not-found', request.url), { request: { headers } });
  response.headers.set('content-security-policy', policy);
  const renewed = await renewSession(request);
  // Raw cookies, because the parsed ones lose the attributes that delete a cookie.
  for (const cookie of renewed.getSetCookie()) response.headers.append('set-cookie', cookie);
  return closed(response, requestId);
}

/** Kept by no cache and findable in the log; and browsers that have been here once come back over https alone, for a year (RFC 6797). */
function closed(response: NextResponse, requestId: string): NextResponse {
  response.headers.set(requestIdHeader, requestId);
  response.headers.set('cache-control', 'private, no-store');
  const { protocol } = new URL(env().APP_BASE_URL);
  if (protocol === 'https:') response.headers.set('strict-transport-security', 'max-age=31536000');
  return response;
}

/** Addresses such as `/users/%` mean nothing; the framework would answer 500 to them. */
function isReadable(pathname: string): boolean {
  try {
    return decodeURIComponent(pathname) !== '';
  } catch {
    return false;
  }
}

export const config = {
  matcher: ['/((?!_next/static|_next/image|icon\\.svg|robots\\.txt|healthz$|readyz$).*)'],
};
