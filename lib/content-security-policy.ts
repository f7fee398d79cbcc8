import { env } from '#lib/env.ts';

/**
 * The policy of every page: scripts and style sheets are our own or carry the nonce; style sheets and their
 * fonts also come from the origins that the operator lists for the settings hook's. Style attributes are
 * allowed because server-rendered ones cannot carry a nonce, and an attribute cannot run a script.
 */
export function contentSecurityPolicy(nonce: string): string {
  const { NODE_ENV, STYLE_ORIGINS, tenantIsLocal, tenantOrigin } = env();
  const isDevelopment = NODE_ENV === 'development';
  const styleOrigins = STYLE_ORIGINS.map((origin) => ` ${origin}`).join('');
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'nonce-${nonce}'${styleOrigins}`,
    `style-src-elem 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}${styleOrigins}`,
    "style-src-attr 'unsafe-inline'",
    `img-src 'self' data: blob: https:${tenantIsLocal ? ` ${tenantOrigin}` : ''}`,
    `font-src 'self'${styleOrigins}`,
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
