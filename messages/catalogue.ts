import type { useTranslations } from 'use-intl';
import type { Language } from '#lib/language.ts';
import { german } from './de.ts';
import { english } from './en.ts';

export type Messages = typeof english;
export type Area = keyof Messages;

/** A translation of an area: the same keys, with texts of its own. */
export type Translation<Original> = {
  readonly [Key in keyof Original]: Original[Key] extends string ? string : Translation<Original[Key]>;
};

/** What gives the messages of one area: for functions that are handed it by a component. */
export type Translate<Of extends Area> = ReturnType<typeof useTranslations<Of>>;

declare module 'use-intl' {
  interface AppConfig {
    Messages: Messages;
  }
}

/** All messages in one language. */
export function messagesIn(language: Language): Messages {
  // The English texts stand in the type, because their placeholders do; a test holds that the German ones match.
  return language === 'de' ? (german satisfies Translation<Messages> as unknown as Messages) : english;
}
