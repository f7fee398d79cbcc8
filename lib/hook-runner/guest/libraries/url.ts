import type { LibraryParts } from '../modules.ts';

/** Node's `url`: the package of the same name, and the standard's classes. Evaluated inside the sandbox. */
export function guestUrl({ load }: LibraryParts): Record<string, unknown> {
  return { ...load<object>('url/url.js'), URL, URLSearchParams };
}
