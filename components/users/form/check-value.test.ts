import { describe, expect, test } from 'vitest';
import { formField } from '#lib/testing/form-field.ts';
import type { FormField } from '#lib/users/form/user-form.ts';
import { translatorIn } from '#messages/translator.ts';
import { checkRepeatedPassword, checkValue } from './check-value.ts';

const t = translatorIn('en', 'en-GB', 'form');

const field = (more: Partial<FormField>) => formField('user_metadata.some', { label: 'Job title', ...more });

describe('a value', () => {
  test.each<[string, Partial<FormField>, string | boolean | string[], string]>([
    ['required text', { required: true }, '', 'Enter a job title.'],
    ['a required choice', { required: true, type: 'select' }, '', 'Choose a job title.'],
    ['required tick', { required: true, type: 'checkbox' }, false, 'This has to be ticked.'],
    ['a required list', { required: true, type: 'select', multiple: true }, [], 'Choose a job title.'],
    ['a label of the tenant’s own', { required: true, label: 'Q7 code?' }, '', 'Enter “Q7 code?”.'],
    ['a label in the plural', { required: true, label: 'Languages' }, '', 'Enter languages.'],
    ['a label with a vowel', { required: true, label: 'E-mail address' }, '', 'Enter an e-mail address.'],
    ['what is no number', { type: 'number' }, '1,5', 'Enter a number, such as 12 or 12.5.'],
    ['what is no address', { type: 'url' }, 'example', 'Enter an address such as https://example.com.'],
  ])('that lacks %s is told so', (_, more, value, sentence) => {
    expect(checkValue(field(more), value, t)).toBe(sentence);
  });

  test.each<[string, Partial<FormField>, string | boolean | string[]]>([
    ['optional and empty', {}, ''],
    ['disabled', { required: true, disabled: true }, ''],
    ['a number', { type: 'number' }, ' 12.5 '],
    ['a web address', { type: 'url' }, 'https://example.com/a?b'],
    ['an e-mail address', { type: 'email' }, 'kelly+x@example.com'],
  ])('that is %s passes', (_, more, value) => {
    expect(checkValue(field(more), value, t)).toBeUndefined();
  });

  test('that stands in the profile is not judged until somebody changes it', () => {
    const email = { ...field({ type: 'email', required: true }), standing: 'old@intranet' };
    expect(checkValue(email, 'old@intranet', t)).toBeUndefined();
    expect(checkValue(email, 'new@intranet', t)).toContain('not a domain');
    expect(checkValue(email, '', t)).toBe('Enter a job title.');
  });
});

test('two passwords pass when they are the same, or when there is none', () => {
  expect(checkRepeatedPassword('', '', t)).toBeUndefined();
  expect(checkRepeatedPassword('a', 'a', t)).toBeUndefined();
  expect(checkRepeatedPassword('a', '', t)).toBe('Enter the password again.');
  expect(checkRepeatedPassword('a', 'b', t)).toBe('The two passwords are not the same.');
  expect(checkRepeatedPassword('', 'b', t)).toBe('The two passwords are not the same.');
});

describe('in German', () => {
  const german = translatorIn('de', 'de-DE', 'form');

  test.each<[string, Partial<FormField>, string, string]>([
    ['required text', { required: true, label: 'Telefon' }, '', 'Füllen Sie „Telefon“ aus.'],
    ['a required choice', { required: true, type: 'select' }, '', 'Wählen Sie etwas für „Job title“ aus.'],
    ['an e-mail address', { type: 'email' }, 'a@b@c.de', 'Eine E-Mail-Adresse hat genau ein @.'],
  ])('%s is asked for in German', (_, more, value, sentence) => {
    expect(checkValue(field(more), value, german)).toBe(sentence);
  });
});
