import { env } from '#lib/env.ts';

/** Whether cookies go over https alone; only this machine’s own origin may do without. */
export function isSecure(): boolean {
  return new URL(env().APP_BASE_URL).protocol === 'https:';
}

/** The prefix keeps other hosts of the domain from setting the cookie (RFC 6265bis). */
export function cookieName(name: string): string {
  return isSecure() ? `__Host-${name}` : name;
}

/** A `Set-Cookie` header out of reach of scripts and other sites; 0 seconds delete the cookie. */
export function setCookie(name: string, value: string, maxAgeSeconds: number): string {
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`;
}
