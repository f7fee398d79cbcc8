import 'server-only';
import compile from 'icu-minify/compile';
import type { Language } from '#lib/language.ts';
import { type Messages, messagesIn } from './catalogue.ts';

const compiled = new Map<Language, Messages>();

/**
 * All messages in one language, read ahead of time: the reader of their syntax stays on the server, and browsers
 * load only what puts values in (`next.config.js`).
 */
export function compiledMessagesIn(language: Language): Messages {
  // What the compiler makes has no prototypes, which nothing that goes to the browser may lack.
  const known =
    compiled.get(language) ?? (JSON.parse(JSON.stringify(compiledIn(messagesIn(language)))) as Messages);
  compiled.set(language, known);
  return known;
}

type Texts = { readonly [key: string]: string | Texts };

function compiledIn(texts: Texts): object {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      typeof text === 'string' ? compile(text) : compiledIn(text),
    ]),
  );
}
