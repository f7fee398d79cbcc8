import type { Random } from './random.ts';

/** A small portrait in two tones as a `data:` address, so that it needs no network and no host. */
export function makePicture(random: Random): string {
  const hue = random.below(360);
  const head = 11 + random.below(4);
  const shoulders = 58 + random.below(8);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">` +
    `<rect width="64" height="64" fill="hsl(${hue} 38% 82%)"/>` +
    `<g fill="hsl(${(hue + 40 + random.below(60)) % 360} 34% 42%)">` +
    `<circle cx="32" cy="26" r="${head}"/><ellipse cx="32" cy="${shoulders}" rx="22" ry="20"/></g></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
