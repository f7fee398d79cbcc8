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
