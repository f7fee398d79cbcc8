import { html, type Markup } from './html.ts';

export const stylesheetPath = '/u/tenant.css';

export interface Page {
  html: string;
  headers: Record<string, string>;
}

interface PageContent {
  title: string;
  /** The tenant's own title, above the heading. */
  tenantTitle: string;
  main: Markup;
  /** Origins besides the tenant's own that a form on this page may end at. */
  formOrigins?: readonly string[];
}

/** A whole page of the tenant, with the headers that guard it: no script runs, nobody frames it. */
export function page({ title, tenantTitle, main, formOrigins = [] }: PageContent): Page {
  const body = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${tenantTitle}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${stylesheetPath}">
</head>
<body>
<main class="page">
<p class="tenant">${tenantTitle}</p>
${main}
</main>
</body>
</html>`;
  return { html: body.text, headers: guardHeaders(formOrigins) };
}

function guardHeaders(formOrigins: readonly string[]): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    'img-src data:',
    // Browsers hold redirects after a post to this list as well, up to the application.
    `form-action ${["'self'", ...formOrigins].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'cache-control': 'private, no-store',
    // With no-referrer a browser sends `Origin: null` with the form, which is refused.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}
