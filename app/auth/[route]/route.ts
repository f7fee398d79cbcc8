import type { NextRequest } from 'next/server';
import { serveSignIn } from '#lib/sign-in/auth0.ts';

export function GET(request: NextRequest) {
  return serveSignIn(request);
}
