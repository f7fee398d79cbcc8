import { expect, test } from 'vitest';
import type { Toast } from './toast-context.ts';
import { parseToast } from './toast-hand-over.ts';

const created: Toast = {
  tone: 'success',
  message: 'Renée Müller was created.',
  detail: 'She gets a mail.',
  errorId: 'e-1',
  link: { href: '/users/1', label: 'Open' },
};

test('a message comes out on the next page as it was handed over', () => {
  expect(parseToast(JSON.stringify(created))).toEqual(created);
});

test.each([
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  'javascript:alert(1)',
])('a message loses a link to %s and keeps its words', (href) => {
  const text = JSON.stringify({ ...created, link: { href, label: 'Open' } });
  expect(parseToast(text)).toEqual({ ...created, link: undefined });
});

test.each(['', 'null', '[]', '"text"', '{"message":"no tone"}', '{"tone":"loud","message":"x"}'])(
  'what is no message is none: %s',
  (text) => {
    expect(parseToast(text)).toBeNull();
  },
);
