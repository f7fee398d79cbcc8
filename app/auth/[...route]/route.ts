import type { NextRequest } from 'next/server';
import { landingAfterSignOut } from '#lib/session.ts';
import { serveSignIn } from '#lib/sign-in/sign-in.ts';

export function GET(request: NextRequest) {
  return serveSignIn(request, landingAfterSignOut);
}
