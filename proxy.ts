import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from '#lib/content-security-policy.ts';
import { requestedPathHeader } from '#lib/requested-path.ts';
import { renewSession } from '#lib/sign-in/auth0.ts';

/** Sets headers and prolongs the session. It decides nothing: every page and action asks for its manager itself. */
export async function proxy(request: NextRequest) {
  if (request.nextUrl.pathname.startsWith('/auth/')) return NextResponse.next();
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  headers.set(requestedPathHeader, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  const renewed = await renewSession(request);
  // Raw cookies, because the parsed ones lose the attributes that delete a cookie.
  for (const cookie of renewed.getSetCookie()) response.headers.append('set-cookie', cookie);
  return response;
}

export const config = { matcher: ['/((?!_next/static|_next/image|icon\\.svg|robots\\.txt).*)'] };
