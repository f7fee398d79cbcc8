import 'server-only';
import { requestLanguage, requestLocale } from '#lib/request-language.ts';
import type { Area } from './catalogue.ts';
import { translatorIn } from './translator.ts';

/**
 * The messages of one area in the language of this request, for server components; what `useTranslations` of
 * use-intl is to components in the browser.
 */
export async function getTranslations<Of extends Area>(area: Of) {
  return translatorIn(await requestLanguage(), await requestLocale(), area);
}
