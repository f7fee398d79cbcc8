import { expect, test } from 'vitest';
import { relativeText } from './relative-time.tsx';

const nowMs = Date.parse('2026-11-23T12:00:00Z');

test.each([
  ['2026-11-23T11:59:40Z', 'now'],
  ['2026-11-23T11:59:00Z', '1 minute ago'],
  ['2026-11-23T09:30:00Z', '2 hours ago'],
  ['2026-11-22T11:00:00Z', 'yesterday'],
  ['2026-11-20T12:00:00Z', '3 days ago'],
  ['2026-11-15T12:00:00Z', 'last week'],
  ['2026-09-01T12:00:00Z', '2 months ago'],
  ['2024-11-01T12:00:00Z', '2 years ago'],
  ['2026-11-23T12:05:00Z', 'in 5 minutes'],
])('at noon of 23 November 2026, %s is %j', (when, text) => {
  expect(relativeText(Date.parse(when), nowMs, 'en')).toBe(text);
});

test('the words are those of the locale', () => {
  expect(relativeText(nowMs - 86_400_000, nowMs, 'de')).toBe('gestern');
});
