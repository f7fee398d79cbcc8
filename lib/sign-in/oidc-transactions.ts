import type { NextRequest } from 'next/server';
import { cookieName, setCookie } from './cookies.ts';

/** What must be kept from leaving for the provider until it answers; the values are encrypted by next-auth. */
export interface Transaction {
  state: string;
  pkce: string;
  nonce: string;
  returnTo: string;
}

const transactionSeconds = 15 * 60;

/** Several tabs may be signing in at once; more than this fill the request’s headers. */
const transactionsMax = 4;

const prefix = () => cookieName('steward-sign-in.');

/** Each sign-in has a cookie of its own, named after the state that comes back with the answer. */
function nameFor(state: string): string {
  return prefix() + state.replace(/[^\w-]/g, '').slice(0, 16);
}

/** The cookie that keeps a sign-in that is on its way, and those that forget older ones where there are many. */
export function keepTransaction(request: NextRequest, state: string, kept: Transaction): string[] {
  const others = request.cookies.getAll().filter(({ name }) => name.startsWith(prefix()));
  const forgotten = others.length < transactionsMax ? [] : others.map(({ name }) => setCookie(name, '', 0));
  const value = Buffer.from(JSON.stringify(kept)).toString('base64url');
  return [...forgotten, setCookie(nameFor(state), value, transactionSeconds)];
}

/** The sign-in to which an answer with this state belongs, if this browser began one. */
export function transactionOf(request: NextRequest, state: string): Transaction | undefined {
  const cookie = request.cookies.get(nameFor(state))?.value;
  if (!cookie) return undefined;
  try {
    const kept: unknown = JSON.parse(Buffer.from(cookie, 'base64url').toString());
    return isTransaction(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function isTransaction(value: unknown): value is Transaction {
  if (typeof value !== 'object' || value === null) return false;
  const members: Record<string, unknown> = { ...value };
  return ['state', 'pkce', 'nonce', 'returnTo'].every((name) => typeof members[name] === 'string');
}

export function forgetTransaction(state: string): string {
  return setCookie(nameFor(state), '', 0);
}
