import { expect, test } from 'vitest';
import { languageOf, localeOf } from './language.ts';

test.each([
  ['nothing asked for', undefined, null, 'en'],
  ['German asked for', undefined, 'de', 'de'],
  ['Austrian German asked for', undefined, 'de-AT,de;q=0.9,en;q=0.8', 'de'],
  ['English before German', undefined, 'en-US,en;q=0.9,de;q=0.8', 'en'],
  ['German before English, in the other order', undefined, 'en;q=0.5, de;q=0.9', 'de'],
  ['a language not spoken, then German', undefined, 'fr-FR,fr;q=0.9,de;q=0.5,en;q=0.4', 'de'],
  ['only languages not spoken', undefined, 'fr-FR,ja', 'en'],
  ['German refused', undefined, 'de;q=0, fr', 'en'],
  ['nonsense', undefined, ';;,,=q;de de', 'en'],
  ['German chosen in an English browser', 'de', 'en-GB', 'de'],
  ['English chosen in a German browser', 'en', 'de-DE', 'en'],
  ['an unknown choice in a German browser', 'xx', 'de-DE', 'de'],
] as const)('%s', (_, cookie, accepted, language) => {
  expect(languageOf(cookie, accepted)).toBe(language);
});

test.each([
  ['en', null, 'en-GB'],
  ['en', 'en-US,en;q=0.9', 'en-US'],
  ['de', 'en-US,de;q=0.9', 'de-DE'],
  ['de', 'de-at', 'de-AT'],
  ['en', 'en-x-anything-else', 'en-GB'],
] as const)('%s for a browser that asks for %s is written as in %s', (language, accepted, locale) => {
  expect(localeOf(language, accepted)).toBe(locale);
});
