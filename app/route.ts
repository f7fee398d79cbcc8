import type { NextRequest } from 'next/server';
import { leadHome } from '#lib/sign-in/landing.ts';

export function GET(request: NextRequest) {
  return leadHome(request);
}
