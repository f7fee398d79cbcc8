import { env } from '#lib/env.ts';

const lengthMax = 2_000;

/**
 * The page of this console that the text names, as path, query and fragment; `/` for anything else, such as
 * another site’s address however it is written, or a part of the sign-in itself.
 */
export function ownPath(text: string | null | undefined): string {
  const base = env().APP_BASE_URL;
  if (!text?.startsWith('/') || text.length > lengthMax || !URL.canParse(text, base)) return '/';
  const url = new URL(text, base);
  const isOwn = url.origin === new URL(base).origin && !url.pathname.startsWith('//');
  if (!isOwn || url.pathname.startsWith('/auth/')) return '/';
  // What the framework adds to the address when it asks for a page’s data alone.
  url.searchParams.delete('_rsc');
  return url.pathname + url.search + url.hash;
}

/** The absolute address of a page of this console. */
export function ownAddress(path: string): URL {
  return new URL(new URL(env().APP_BASE_URL).origin + path);
}
