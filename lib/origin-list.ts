import { z } from 'zod';

/** A variable that lists origins, separated by blanks or commas: `https://cdn.example.com https://example.org:8443`. */
export const originList = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter((origin) => origin !== ''))
  .refine((origins) => origins.every(isOrigin), 'must be a list of origins such as https://cdn.example.com');

/** Plain http is for this machine alone. */
function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  if (!url || url.origin !== text || !/^[a-z0-9.-]+$/.test(url.hostname)) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === 'localhost');
}

/**
 * The same for what hooks may call, where an operator may also name plain http, other ports and addresses; an
 * entry with a path would promise a limit that is not kept.
 */
export const hookOriginList = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).flatMap((origin) => (origin === '' ? [] : [URL.parse(origin)])))
  .refine(
    (urls) => urls.every((url) => url !== null && isBare(url)),
    'must hold origins apart by commas, such as https://api.example.com, each without a path',
  )
  .transform((urls) => urls.flatMap((url) => (url ? [url.origin] : [])));

function isBare({ protocol, username, password, pathname, search, hash }: URL): boolean {
  return /^https?:$/.test(protocol) && `${username}${password}${pathname}${search}${hash}` === '/';
}
