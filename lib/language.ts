/** The languages in which the console speaks; the first one where nobody says otherwise. */
export const languages = ['en', 'de'] as const;

export type Language = (typeof languages)[number];

/** The cookie that keeps a person’s choice; written by the choice in the rail. */
export const languageCookieName = 'language';

/** The language that a cookie’s text stands for, if a person has chosen one. */
export function chosenLanguage(cookieText: string | undefined): Language | undefined {
  return languages.find((language) => language === cookieText);
}

/**
 * The language of a request: what the person has chosen, else what their browser asks for, else English.
 * @param accepted the browser's `Accept-Language` (RFC 9110, 12.5.4)
 */
export function languageOf(cookieText: string | undefined, accepted: string | null | undefined): Language {
  return chosenLanguage(cookieText) ?? acceptedTags(accepted).map(spokenBy).find(isSpoken) ?? 'en';
}

const usualLocales: Record<Language, string> = { en: 'en-GB', de: 'de-DE' };
const locales = [
  ...['en-GB', 'en-US', 'en-AU', 'en-CA', 'en-IE', 'en-IN', 'en-NZ', 'en-ZA'],
  ...['de-DE', 'de-AT', 'de-CH'],
];

/**
 * How dates, numbers and the alphabet are written: as in the region that the browser names for this language,
 * else as in Britain or Germany. One of a few known tags, so that it can be part of a cache’s key.
 */
export function localeOf(language: Language, accepted: string | null | undefined): string {
  const isKnown = (tag: string) => spokenBy(tag) === language && locales.includes(tag);
  return acceptedTags(accepted).find(isKnown) ?? usualLocales[language];
}

const spokenBy = (tag: string) => tag.split('-', 1)[0] ?? '';

function isSpoken(language: string): language is Language {
  return languages.some((spoken) => spoken === language);
}

/** The tags of an `Accept-Language`, those preferred most first, written as in `de-AT`. */
function acceptedTags(accepted: string | null | undefined): string[] {
  return (accepted ?? '')
    .slice(0, 1000)
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.split(';').map((part) => part.trim());
      const [language = '', ...others] = tag.split('-');
      const weight = Number(parameters.find((part) => part.startsWith('q='))?.slice(2) ?? 1);
      return { tag: [language.toLowerCase(), ...others.map((part) => part.toUpperCase())].join('-'), weight };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
