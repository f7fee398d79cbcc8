import { env } from '#lib/env.ts';
import { log } from '#lib/log.ts';
import type { Settings } from './settings.ts';

/** The tenant's own style sheets; absent where there is none, or none that may be loaded. */
export interface StyleSheets {
  usual?: string;
  /** What the manager can switch to. */
  alternative?: string;
}

/**
 * The style sheets that the settings hook names, as far as their origins are on the operator's list. A style
 * sheet can send what stands on a page to wherever it likes, so that a hook alone does not decide.
 */
export function styleSheetsOf({ css, altcss }: Settings): StyleSheets {
  const usual = permittedAddress(css);
  const alternative = permittedAddress(altcss);
  return { ...(usual && { usual }), ...(alternative && { alternative }) };
}

function permittedAddress(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const url = URL.parse(address);
  if (url && env().STYLE_ORIGINS.includes(url.origin)) return url.href;
  noteOnce(url?.origin ?? address.slice(0, 100));
  return undefined;
}

const noted = new Set<string>();

/** Once for each origin, or every page would say it again. */
function noteOnce(origin: string): void {
  if (noted.has(origin) || noted.size >= 100) return;
  noted.add(origin);
  const message = `The settings hook names a style sheet of ${origin}, which is not loaded: the origin is not in STYLE_ORIGINS.`;
  log('error', message, { hook: 'settings' });
}
