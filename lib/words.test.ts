import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { AppError, toProblem } from '#lib/errors.ts';
import { germanSentences } from '#messages/de/sentences.ts';
import { inARow, inEnglish, inLanguage, said, say, words } from './words.ts';

const notAllowed = 'Your role does not allow this. Nothing was changed.';
const notAllowedInGerman = 'Ihre Rolle erlaubt das nicht. Es wurde nichts geändert.';
const fault =
  'This failed because of a fault in the console. It is not known whether anything was saved: look before you try again. Tell an administrator the id {id}.';

describe('what the console says', () => {
  test('is in the language of the request, and in English outside of one', () => {
    expect(say(notAllowed)).toBe(notAllowed);
    expect(inLanguage('de', () => say(notAllowed))).toBe(notAllowedInGerman);
    expect(inLanguage('en', () => say(notAllowed))).toBe(notAllowed);
  });

  test('keeps its language through everything that is waited for', async () => {
    const later = inLanguage('de', async () => {
      await Promise.resolve();
      return say(notAllowed);
    });
    expect(say(notAllowed)).toBe(notAllowed);
    expect(await later).toBe(notAllowedInGerman);
  });

  test('holds values as they are, whatever stands in them', () => {
    expect(say(fault, { id: '{id} $& $1' })).toMatch(/the id \{id\} \$& \$1\.$/);
    expect(inLanguage('de', () => say(fault, { id: 'a1' }))).toMatch(/die Kennung a1\.$/);
  });

  test('leaves words that are not its own alone', () => {
    const both = inARow([words(notAllowed), 'Only Finance.']);
    expect(inLanguage('de', () => said(both))).toBe(`${notAllowedInGerman} Only Finance.`);
    expect(inLanguage('de', () => inEnglish(both))).toBe(`${notAllowed} Only Finance.`);
  });

  test('of an error is read in the language of the request and recorded in English', () => {
    const error = inLanguage('de', () => new AppError('not-allowed'));
    expect(error.message).toBe(notAllowed);
    expect(toProblem(error).message).toBe(notAllowed);
    expect(inLanguage('de', () => toProblem(error)).message).toBe(notAllowedInGerman);
  });

  test('of an error’s fields and halves is in that language too, beside a hook’s own words', () => {
    const error = new AppError('partly-saved', 'Half of it.', {
      fields: { email: words(notAllowed), name: 'Not Kim.' },
      saved: [words(notAllowed)],
      notSaved: ['profile'],
      hook: 'write',
    });
    expect(inLanguage('de', () => toProblem(error))).toEqual({
      code: 'partly-saved',
      message: 'Half of it.',
      fields: { email: notAllowedInGerman, name: 'Not Kim.' },
      saved: [notAllowedInGerman],
      notSaved: ['profile'],
      hook: 'write',
    });
  });
});

describe('the German sentences', () => {
  const root = path.resolve(import.meta.dirname, '..');
  const source = globSync('{app,components,lib}/**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .join('\n');
  const pairs = Object.entries(germanSentences);
  const placeholdersIn = (text: string) => [...new Set(text.match(/\{.*?\}/g))].sort();

  test('keep the placeholders of the English ones', () => {
    const different = pairs.filter(
      ([english, german]) => String(placeholdersIn(english)) !== String(placeholdersIn(german)),
    );
    expect(different).toEqual([]);
  });

  test('are each of a sentence that is said somewhere', () => {
    expect(pairs.length).toBeGreaterThan(200);
    expect(pairs.map(([english]) => english).filter((english) => !source.includes(english))).toEqual([]);
  });

  test('are there for every error, which no thrower words in English alone', () => {
    expect(source.match(/new AppError\(\s*'[\w-]+',\s*['"`]/g)).toBeNull();
    expect("new AppError(\n  'not-found', `x`").toMatch(/new AppError\(\s*'[\w-]+',\s*['"`]/);
  });
});
