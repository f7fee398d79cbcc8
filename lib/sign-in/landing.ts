import { createHmac, timingSafeEqual } from 'node:crypto';
import type { NextRequest } from 'next/server';
import { env } from '#lib/env.ts';
import { cookieName, setCookie } from './cookies.ts';
import { redirectTo } from './failure.ts';
import { ownAddress } from './own-path.ts';

const name = () => cookieName('steward-landing');

/** Long enough for a provider that asks whether one really wants to sign out. */
const landingSeconds = 300;

/**
 * The cookie that remembers where sign-out is to land. Providers lead back to addresses only that they have been
 * told, so they lead home, and home leads on. It is sealed, so that nobody else can say where.
 */
export function rememberLanding(address: string): string {
  const text = Buffer.from(address).toString('base64url');
  return setCookie(name(), `${text}.${sealOf(text)}`, landingSeconds);
}

/** Home: the list of users; for somebody who has just signed out, where sign-out lands. */
export function leadHome(request: NextRequest): Response {
  const cookie = request.cookies.get(name())?.value;
  const landing = cookie === undefined ? undefined : unsealed(cookie);
  const response = redirectTo(landing === undefined ? ownAddress('/users') : new URL(landing));
  if (cookie !== undefined) response.headers.append('set-cookie', setCookie(name(), '', 0));
  return response;
}

function unsealed(cookie: string): string | undefined {
  const [text = '', seal = ''] = cookie.split('.');
  const [given, right] = [Buffer.from(seal), Buffer.from(sealOf(text))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const address = Buffer.from(text, 'base64url').toString();
  return URL.canParse(address) ? address : undefined;
}

function sealOf(text: string): string {
  return createHmac('sha256', env().AUTH0_SECRET)
    .update(`landing after sign-out:${text}`)
    .digest('base64url');
}
