import { expect, test } from 'vitest';
import { inLanguage } from '#lib/words.ts';
import { codesNamed, codesOfGroup, logEventGroups, logEventOf, offeredLogEvents } from './log-events.ts';

const names = logEventGroups.flatMap(({ events }) => Object.values(events).map(([, name]) => name));
const codes = logEventGroups.flatMap(({ events }) => Object.keys(events));

test('every event has a name of its own, in words, and stands in one group', () => {
  expect(codes.length).toBeGreaterThan(190);
  expect(new Set(codes).size).toBe(codes.length);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[A-Z][^_!]{3,}$/);
});

test('an event tells its name and how it went; one that nobody knows yet tells its code', () => {
  expect(logEventOf('fp')).toMatchObject({
    name: 'Sign-in failed: wrong password',
    tone: 'failed',
    group: 'sign-in',
  });
  expect(logEventOf('s').tone).toBe('done');
  expect(logEventOf('teleport_failed')).toEqual({
    code: 'teleport_failed',
    name: 'Event “teleport_failed”',
    tone: 'failed',
    group: undefined,
  });
});

test('a group holds its codes, and a group that there is not holds none', () => {
  expect(codesOfGroup('management')).toContain('sapi');
  expect(codesOfGroup('nothing')).toEqual([]);
});

test('events are named in the language of the request, each by a name of its own', () => {
  const named = inLanguage('de', () => ({ failed: logEventOf('fp').name, offered: offeredLogEvents() }));
  expect(named.failed).toBe('Anmeldung fehlgeschlagen: falsches Passwort');
  const german = named.offered.flatMap(({ events }) => events.map(({ name }) => name));
  expect(german).toHaveLength(names.length);
  expect(new Set(german).size).toBe(german.length);
  expect(inLanguage('de', () => logEventOf('teleport_failed').name)).toBe('Ereignis „teleport_failed“');
});

test('events are found by their names in the language of the request, and in English', () => {
  expect(inLanguage('de', () => codesNamed('falsches passwort'))).toEqual(['fp']);
  expect(inLanguage('de', () => codesNamed('wrong password'))).toContain('fp');
  expect(codesNamed('falsches passwort')).toEqual([]);
});
