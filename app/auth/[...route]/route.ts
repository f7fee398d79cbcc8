import type { NextRequest } from 'next/server';
import { endSession, isSignedIn } from '#lib/session.ts';
import { serveSignIn } from '#lib/sign-in/sign-in.ts';

export function GET(request: NextRequest) {
  return serveSignIn(request, { isSignedIn, end: endSession });
}
