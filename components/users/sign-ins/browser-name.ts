import type { Translate } from '#messages/catalogue.ts';

/** The first that is found counts: most browsers claim to be others as well. */
const browsers: [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Headless)?(Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systems: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** 'Firefox on Linux' of a browser's user agent; any other text stays as it is. */
export function browserName(userAgent: string, t: Translate<'signIns'>): string {
  if (!userAgent.startsWith('Mozilla/')) return userAgent;
  const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1] ?? t('browser');
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1];
  return system ? t('browserOn', { browser, system }) : browser;
}
