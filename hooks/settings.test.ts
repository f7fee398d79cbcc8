import { afterAll, describe, expect, test } from 'vitest';
import { closeHookPool } from '#lib/hook-runner/load-hooks.ts';
import { runFunctionText } from '#lib/hook-runner/run-function-text.ts';
import { parseSettings } from '#lib/users/policy/settings.ts';
import { person, runHookHere } from './testing.ts';

afterAll(closeHookPool);

async function settingsOf(department?: string, locale = 'en') {
  const outcome = await runHookHere('settings', { request: { user: person(department) }, locale });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return parseSettings(outcome.answer);
}

test.each(['Finance', 'IT', undefined])(
  'every member of the answer is one that the console knows: %s',
  async (department) => {
    const settings = await settingsOf(department);
    expect(settings.dict).toMatchObject({ title: 'Steward demo', memberships: 'Department' });
    expect(settings.membershipProperty).toBe('app_metadata.department');
    expect(settings.canCreateUser).toBe(true);
  },
);

test.each(['de', 'de-AT'])('whoever reads German has a German label for every field: %s', async (locale) => {
  const { dict, userFields, languageDictionary } = await settingsOf('IT', locale);
  expect(dict.memberships).toBe('Abteilung');
  const { labels } = languageDictionary as { labels: Record<string, string> };
  expect(Object.keys(labels).toSorted()).toEqual(userFields.map(({ property }) => property).toSorted());
  expect((await settingsOf('IT', 'den')).languageDictionary).toEqual({});
});

test('contractors are for IT alone', async () => {
  expect((await settingsOf('IT')).connections).toEqual(['Username-Password-Authentication', 'Contractors']);
  expect((await settingsOf('Finance')).connections).toEqual(['Username-Password-Authentication']);
});

test('no field lets anybody set a role or a department past the picker', async () => {
  const { userFields } = await settingsOf('IT');
  const properties = userFields.map((field) => field.property);
  expect(properties.filter((property) => /role|permission|authorization|department/.test(property))).toEqual(
    [],
  );
});

describe('the functions that travel as text', () => {
  async function textOf(property: string, member: 'display' | 'validationFunction') {
    const entry = (await settingsOf('IT')).userFields.find((field) => field.property === property);
    const text =
      member === 'display'
        ? entry?.display
        : typeof entry?.edit === 'object' && entry.edit.validationFunction;
    if (typeof text !== 'string') throw new Error(`${property} has no ${member}.`);
    return text;
  }

  test('a cost center is two capital letters, a hyphen and four digits, or nothing', async () => {
    const text = await textOf('app_metadata.costCenter', 'validationFunction');
    const values = ['FI-2040', null, '2040', 'fi-2040', 'FI-20401'];
    const outcomes = await runFunctionText(
      text,
      values.map((value) => [value, {}, {}, {}]),
    );
    expect(outcomes.map((outcome) => outcome.ok && typeof outcome.answer)).toEqual([
      'undefined',
      'undefined',
      'string',
      'string',
      'string',
    ]);
  });

  test('languages are listed with commas, and stay a list in a form', async () => {
    const text = await textOf('user_metadata.languages', 'display');
    const outcomes = await runFunctionText(text, [
      [{}, [['German', 'English']], {}, {}],
      [{}, ['German', 'English'], {}, {}],
      [{}, null, {}, {}],
    ]);
    expect(outcomes).toEqual([
      { ok: true, answer: 'German, English' },
      { ok: true, answer: ['German', 'English'] },
      { ok: true, answer: null },
    ]);
  });
});
