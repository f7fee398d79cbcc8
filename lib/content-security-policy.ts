import { env } from '#lib/env.ts';

/**
 * The policy of every page: scripts and style sheets are our own or carry the nonce. Style attributes are
 * allowed because server-rendered ones cannot carry a nonce, and an attribute cannot run a script.
 */
export function contentSecurityPolicy(nonce: string): string {
  const { NODE_ENV, tenantIsLocal, tenantOrigin } = env();
  const isDevelopment = NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-elem 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    `img-src 'self' data: blob: https:${tenantIsLocal ? ` ${tenantOrigin}` : ''}`,
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
