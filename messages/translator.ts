import { createTranslator } from 'use-intl/core';
import type { Language } from '#lib/language.ts';
import { type Area, messagesIn } from './catalogue.ts';

/** What gives the messages of one area in a language, with numbers as the locale writes them. */
export function translatorIn<Of extends Area>(language: Language, locale: string, area: Of) {
  const messages = messagesIn(language);
  return createTranslator<typeof messages, Of>({ locale, messages, namespace: area });
}
