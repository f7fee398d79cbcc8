import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The token in a form that only the page of this interaction holds. */
export function formToken(secret: string, interactionId: string): string {
  return createHmac('sha256', secret).update(`login-form:${interactionId}`).digest('base64url');
}

/** Whether a post came from the tenant's own page: the browser says so, and the form holds the page's token. */
export function isFromOwnPage(
  request: IncomingMessage,
  issuer: string,
  expectedToken: string,
  token: unknown,
): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (origin !== undefined && origin !== new URL(issuer).origin) return false;
  if (site !== undefined && site !== 'same-origin') return false;
  const actual = Buffer.from(typeof token === 'string' ? token : '');
  const expected = Buffer.from(expectedToken);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
