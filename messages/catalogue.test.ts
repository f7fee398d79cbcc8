import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { german } from './de.ts';
import { english } from './en.ts';

type Texts = { readonly [key: string]: string | Texts };

/** Only English needs to know whether a label takes an article. */
const inEnglishOnly = ['named'];

/** Every message of an area as `[key, text]`, with dots where keys are nested. */
function entriesOf(texts: Texts, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]): [string, string][] =>
    typeof text === 'string' ? [[`${prefix}${key}`, text]] : entriesOf(text, `${prefix}${key}.`),
  );
}

type Part = ReturnType<IntlMessageFormat['getAst']>[number];

/** What a message asks for: `name`, `count plural`, `<link>`; a mistake in the syntax throws. */
function placeholdersOf(text: string): string[] {
  const kinds = ['text', '', 'number', 'date', 'time', 'select', 'plural', '#', 'tag'];
  const names = (parts: Part[]): string[] =>
    parts.flatMap((part) => {
      const inner = 'options' in part ? Object.values(part.options).flatMap(({ value }) => names(value)) : [];
      const children = 'children' in part ? names(part.children) : [];
      const own = 'value' in part && part.type !== 0 ? [`${part.value} ${kinds[part.type]}`.trim()] : [];
      return [...own, ...inner, ...children];
    });
  return [...new Set(names(new IntlMessageFormat(text, 'en').getAst()))].sort();
}

const root = path.resolve(import.meta.dirname, '..');
const sources = globSync('{app,components}/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => readFileSync(path.join(root, file), 'utf8'));

/** Whether a text of the program names this key, whole or as the end of a `prefix.${name}`. */
function isNamed(key: string, source: string): boolean {
  if (source.includes(`'${key}'`) || source.includes(`"${key}"`) || source.includes(`\`${key}\``))
    return true;
  const dot = key.lastIndexOf('.');
  return dot > 0 && source.includes(`\`${key.slice(0, dot + 1)}\${`);
}

describe.each(Object.keys(english) as (keyof typeof english)[])('the area %s', (area) => {
  const inEnglish = entriesOf(english[area]);
  const inGerman = new Map(entriesOf(german[area]));

  test('has the same keys in both languages', () => {
    expect([...inGerman.keys()].sort()).toEqual(inEnglish.map(([key]) => key).sort());
  });

  test('asks for the same values in both languages', () => {
    const asked = (entries: [string, string][]) =>
      Object.fromEntries(
        entries
          .filter(([key]) => !inEnglishOnly.includes(key))
          .map(([key, text]) => [key, placeholdersOf(text)]),
      );
    expect(asked([...inGerman])).toEqual(asked(inEnglish));
  });

  test('has no empty text', () => {
    const texts = [...inEnglish, ...inGerman];
    expect(texts.filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });

  test('has nothing that no page uses', () => {
    const isOfAnyArea = /Translations\((?!')/;
    const users = sources.filter((source) => source.includes(`'${area}'`) || isOfAnyArea.test(source));
    const unused = inEnglish.filter(([key]) => !users.some((source) => isNamed(key, source)));
    expect(unused.map(([key]) => key)).toEqual([]);
  });
});
