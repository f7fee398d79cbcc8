import 'server-only';
import { cookies, headers } from 'next/headers';
import { chosenLanguage, type Language, languageCookieName, languageOf, localeOf } from './language.ts';

/** The language in which this request is to be answered. */
export async function requestLanguage(): Promise<Language> {
  return languageOf(await cookieText(), await accepted());
}

/** How numbers and dates are written in the answer to this request, as a BCP 47 tag: `de-AT`. */
export async function requestLocale(): Promise<string> {
  return localeOf(await requestLanguage(), await accepted());
}

/** What hooks are told of the language: what the person has chosen, else all that the browser asks for. */
export async function requestedLanguages(): Promise<string | null> {
  return chosenLanguage(await cookieText()) ?? (await accepted());
}

const cookieText = async () => (await cookies()).get(languageCookieName)?.value;
const accepted = async () => (await headers()).get('accept-language');
