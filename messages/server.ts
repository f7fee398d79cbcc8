import 'server-only';
import { createTranslator } from 'use-intl/core';
import { requestLanguage, requestLocale } from '#lib/request-language.ts';
import type { Area, Messages } from './catalogue.ts';
import { compiledMessagesIn } from './compiled.ts';

/**
 * The messages of one area in the language of this request, for server components; what `useTranslations` of
 * use-intl is to components in the browser.
 */
export async function getTranslations<Of extends Area>(area: Of) {
  const messages = compiledMessagesIn(await requestLanguage());
  return createTranslator<Messages, Of>({ locale: await requestLocale(), messages, namespace: area });
}
