import { createTranslator } from 'use-intl/core';
import { expect, test } from 'vitest';
import type { Language } from '#lib/language.ts';
import { type Messages, messagesIn } from '#messages/catalogue.ts';
import { browserName } from './browser-name.ts';

function named(userAgent: string, language: Language): string {
  const messages = messagesIn(language);
  return browserName(
    userAgent,
    createTranslator<Messages, 'signIns'>({ locale: language, messages, namespace: 'signIns' }),
  );
}

const onWindows =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0';

test.each([
  [onWindows, 'Edge on Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
    'Safari on iPhone',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox on Linux'],
  ['Mozilla/5.0 (compatible)', 'Browser'],
  ['Chrome 114.0.0 / Windows 10.0.0', 'Chrome 114.0.0 / Windows 10.0.0'],
])('%s is told in words', (userAgent, name) => {
  expect(named(userAgent, 'en')).toBe(name);
});

test('a browser is told in German words as well', () => {
  expect(named(onWindows, 'de')).toBe('Edge unter Windows');
});
