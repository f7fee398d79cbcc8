import { AsyncLocalStorage } from 'node:async_hooks';
import type { Language } from '#lib/language.ts';
import { germanSentences } from '#messages/de/sentences.ts';

/** An English sentence of the console’s own, with `{name}` where a value stands; each has a German one. */
export type Template = keyof typeof germanSentences;

/** Every `{name}` in a template. */
type PlaceholdersOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersOf<Rest>
  : never;

/** What a template is filled with: nothing where it has no placeholder, else a value for each. */
type ValuesOf<Text extends Template> = [PlaceholdersOf<Text>] extends [never]
  ? []
  : [values: Readonly<Record<PlaceholdersOf<Text>, Words | number>>];

interface Sentence {
  readonly template: Template;
  readonly values: Readonly<Record<string, Words | number>>;
}

interface Sequence {
  readonly sequence: readonly Words[];
  readonly separator: string;
}

interface EachLanguage {
  readonly inEach: Readonly<Record<Language, string>>;
}

/**
 * What somebody will read, kept until it is known in which language: sentences of the console’s own, or a text
 * that is not the console’s (a hook’s sentence, a name, what the tenant said), which is the same in every language.
 */
export type Words = string | Sentence | Sequence | EachLanguage;

const languages = new AsyncLocalStorage<Language>();

/** Runs something in the language of the person who asks: what `say` and `said` answer meanwhile is in it. */
export function inLanguage<T>(language: Language, run: () => T): T {
  return languages.run(language, run);
}

/** The language of the request that is being answered; English outside of one. */
export function languageOfRequest(): Language {
  return languages.getStore() ?? 'en';
}

/** A sentence of the console’s own, kept in all languages. Errors take these: records keep the English. */
export function words<Text extends Template>(template: Text, ...[values]: ValuesOf<Text>): Words {
  return { template, values: values ?? {} };
}

/** Several words one after the other, sentences unless another separator is given. */
export function inARow(sequence: readonly Words[], separator = ' '): Words {
  return { sequence, separator };
}

/** Kept words with the text of each language changed. */
export function changed(kept: Words, change: Readonly<Record<Language, (text: string) => string>>): Words {
  return { inEach: { en: change.en(inThe('en', kept)), de: change.de(inThe('de', kept)) } };
}

/** A sentence of the console’s own in the language of the request, for what is shown and not kept. */
export function say<Text extends Template>(template: Text, ...values: ValuesOf<Text>): string {
  return said(words(template, ...values));
}

/** Kept words in the language of the request. */
export function said(kept: Words): string {
  return inThe(languageOfRequest(), kept);
}

/** `said` for each of some kept words, by their keys. */
export function saidOfEach(kept: Readonly<Record<string, Words>>): Record<string, string> {
  return Object.fromEntries(Object.entries(kept).map(([key, one]) => [key, said(one)]));
}

/** Kept words in English, the language of records and of the operator’s log. */
export function inEnglish(kept: Words): string {
  return inThe('en', kept);
}

function inThe(language: Language, kept: Words): string {
  if (typeof kept === 'string') return kept;
  if ('inEach' in kept) return kept.inEach[language];
  if ('sequence' in kept) return kept.sequence.map((part) => inThe(language, part)).join(kept.separator);
  const template = language === 'de' ? germanSentences[kept.template] : kept.template;
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = kept.values[name] ?? placeholder;
    return typeof value === 'number' ? value.toLocaleString(language) : inThe(language, value);
  });
}
