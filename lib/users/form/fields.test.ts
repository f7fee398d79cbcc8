import { describe, expect, test } from 'vitest';
import type { Json } from '#lib/json.ts';
import { problemOf } from '#lib/testing/problem-of.ts';
import { parseSettings } from '../policy/settings.ts';
import { parseFormValues } from '../schema.ts';
import type { FormFrame } from './field-defaults.ts';
import { describeFields } from './fields.ts';
import type { FormValue } from './user-form.ts';

const connection = {
  name: 'Username-Password-Authentication',
  requiresUsername: false,
  usernameRule: { minLength: 1, maxLength: 15 },
  passwordPolicy: [],
};

const frame: FormFrame = {
  mode: 'create',
  connections: [connection],
  memberships: { choices: ['Finance', 'HR'], createMemberships: false, preset: [] },
  hasUsername: false,
};

function fieldsOf(userFields: Json, more: Partial<FormFrame> = {}) {
  return describeFields(parseSettings({ userFields }), { ...frame, ...more });
}

function fieldOf(entry: { property: string } & { [key: string]: Json }, more: Partial<FormFrame> = {}) {
  return fieldsOf([entry], more).find(({ property }) => property === entry.property);
}

async function taken(input: Json, value: FormValue): Promise<FormValue | undefined | 'refused'> {
  const fields = fieldsOf([{ property: 'user_metadata.x', label: 'X', create: input }]);
  try {
    return parseFormValues(fields, { 'user_metadata.x': value })['user_metadata.x'];
  } catch (error) {
    const problem = await problemOf(Promise.reject(error));
    expect(problem.fields?.['user_metadata.x']).toMatch(/^X\b.*\.$/);
    return 'refused';
  }
}

describe('what a declared field says of its input', () => {
  test.each<[Json, object]>([
    [true, { type: 'text', component: 'InputText', options: [], multiple: false, searchable: false }],
    [
      { type: 'select', options: ['a'] },
      { type: 'select', component: 'InputCombo', searchable: false },
    ],
    [
      { component: 'InputSelectCombo', options: ['a'] },
      { type: 'select', searchable: true, multiple: false },
    ],
    [
      { component: 'InputMultiCombo', options: ['a'] },
      { type: 'select', searchable: true, multiple: true },
    ],
    [
      { component: 'InputVirtualizedSelect', options: [7] },
      { options: [{ value: '7', label: '7' }], searchable: true },
    ],
    [
      { options: [{ value: 'a', label: 'A' }, { value: 'b' }] },
      {
        options: [
          { value: 'a', label: 'A' },
          { value: 'b', label: 'b' },
        ],
      },
    ],
    [{ type: 'hidden' }, { hidden: true }],
    [
      { required: true, disabled: true, placeholder: 'P' },
      { required: true, disabled: true, placeholder: 'P' },
    ],
    ...['text', 'password', 'number', 'date', 'email', 'tel', 'url', 'textarea', 'checkbox'].map(
      (type): [Json, object] => [{ type }, { type, component: 'InputText' }],
    ),
  ])('%j', (create, expected) => {
    expect(fieldOf({ property: 'user_metadata.x', create })).toMatchObject(expected);
  });

  test.each([undefined, false])('create: %s keeps it out of the form', (create) => {
    const entry = { property: 'user_metadata.x', edit: true, ...(create !== undefined && { create }) };
    expect(fieldOf(entry)).toBeUndefined();
    expect(fieldOf(entry, { mode: 'edit' })).toBeDefined();
    expect(fieldOf({ ...entry, disable: true }, { mode: 'edit' })).toBeUndefined();
  });

  test('a label comes from the dictionary, else from the entry, else from the property', () => {
    const settings = parseSettings({
      userFields: [
        { property: 'user_metadata.a', label: 'A', create: true },
        { property: 'user_metadata.b', label: 'B', create: true },
        { property: 'user_metadata.c', create: true },
      ],
      languageDictionary: { labels: { 'user_metadata.a': 'Ä', email: 'E-Mail' } },
    });
    const labels = describeFields(settings, frame).map(({ property, label }) => [property, label]);
    expect(Object.fromEntries(labels)).toMatchObject({
      email: 'E-Mail',
      'user_metadata.a': 'Ä',
      'user_metadata.b': 'B',
      'user_metadata.c': 'user_metadata.c',
    });
  });
});

describe('the built-in fields', () => {
  const properties = (more: Partial<FormFrame>, userFields: Json = []) =>
    fieldsOf(userFields, more).map(({ property }) => property);

  test('are there when there is something to fill in', () => {
    expect(properties({})).toEqual(['email', 'memberships', 'password', 'repeatPassword']);
    const nothingToPick = { choices: [], createMemberships: false, preset: [] };
    expect(properties({ memberships: nothingToPick })).not.toContain('memberships');
    expect(properties({ memberships: { ...nothingToPick, createMemberships: true } })).toContain(
      'memberships',
    );
    expect(properties({ connections: [connection, connection] })).toContain('connection');
    expect(properties({ connections: [{ ...connection, requiresUsername: true }] })).toContain('username');
    expect(properties({ mode: 'edit', hasUsername: true })).toContain('username');
    expect(properties({ mode: 'edit', connections: [] })).toEqual(['email', 'memberships']);
  });

  test.each(['client', 'delete', 'multifactor', 'resetPassword'])(
    'that %s names is an action’s and in no form; any other property is in both',
    (property) => {
      expect(properties({ mode: 'edit' }, [{ property, edit: true, create: true }])).not.toContain(property);
      expect(properties({ mode: 'edit' }, [{ property: 'nickname', edit: true }])).toContain('nickname');
    },
  );

  test('are changed and removed by entries of the same property', () => {
    expect(properties({}, [{ property: 'password', create: false }])).toEqual(['email', 'memberships']);
    expect(properties({}, [{ property: 'email', disable: true }])).not.toContain('email');
    expect(properties({}, [{ property: 'email', edit: false }])).toContain('email');
    const email = fieldOf({
      property: 'email',
      label: 'Work address',
      create: { required: false, placeholder: 'x@y' },
    });
    expect(email).toMatchObject({
      label: 'Work address',
      type: 'email',
      required: false,
      placeholder: 'x@y',
    });
    const memberships = fieldOf({
      property: 'memberships',
      create: { component: 'InputSelectCombo', options: ['IT'] },
    });
    expect(memberships).toMatchObject({ multiple: false, options: [{ value: 'Finance' }, { value: 'HR' }] });
  });
});

describe('what the server takes of each type', () => {
  test.each<[Json, FormValue, FormValue | 'refused']>([
    [true, '  Nina ', 'Nina'],
    [true, '   ', null],
    [true, null, null],
    [true, 'א‏ב 🌱', 'א‏ב 🌱'],
    [true, 7, 'refused'],
    [true, ['a'], 'refused'],
    [true, 'a\nb', 'refused'],
    [true, '\ud800', 'refused'],
    [true, 'x'.repeat(1_000), 'x'.repeat(1_000)],
    [true, 'x'.repeat(1_001), 'refused'],
    [{ type: 'textarea' }, 'a\r\n\tb', 'a\r\n\tb'],
    [{ type: 'textarea' }, 'x'.repeat(10_001), 'refused'],
    [{ type: 'number' }, 7.5, 7.5],
    [{ type: 'number' }, '42', 42],
    [{ type: 'number' }, '', null],
    [{ type: 'number' }, 'seven', 'refused'],
    [{ type: 'number' }, Number.POSITIVE_INFINITY, 'refused'],
    [{ type: 'date' }, '2028-02-29', '2028-02-29'],
    [{ type: 'date' }, '2027-02-29', 'refused'],
    [{ type: 'date' }, '29.2.2028', 'refused'],
    [{ type: 'email' }, 'Nina@Example.com', 'nina@example.com'],
    [{ type: 'email' }, 'nina', 'refused'],
    [{ type: 'url' }, 'https://example.com/a', 'https://example.com/a'],
    [{ type: 'url' }, 'javascript:alert(1)', 'refused'],
    [{ type: 'tel' }, '+49 30 1', '+49 30 1'],
    [{ type: 'checkbox' }, true, true],
    [{ type: 'checkbox' }, false, false],
    [{ type: 'checkbox' }, 'true', 'refused'],
    [{ type: 'password' }, ' not trimmed ', ' not trimmed '],
    [{ type: 'select', options: ['a', 'b'] }, 'b', 'b'],
    [{ type: 'select', options: ['a', 'b'] }, 'c', 'refused'],
    [{ type: 'text', options: ['a', 'b'] }, 'c', 'refused'],
    [{ type: 'select', options: ['a', 'b'] }, null, null],
    [{ component: 'InputMultiCombo', options: ['a', 'b'] }, ['b', 'b', 'a'], ['b', 'a']],
    [{ component: 'InputMultiCombo', options: ['a', 'b'] }, ['a', 'c'], 'refused'],
    [{ component: 'InputMultiCombo', options: ['a', 'b'] }, 'a', 'refused'],
    [{ component: 'InputMultiCombo', options: ['a', 'b'] }, [], []],
    [{ disabled: true }, 'x', 'refused'],
  ])('%j takes %j as %j', async (input, value, expected) => {
    expect(await taken(input, value)).toEqual(expected);
  });
});

test.each(['__proto__.x', 'a.constructor', 'prototype', 'a..b', ''])(
  'a settings hook cannot declare the path “%s”',
  async (property) => {
    const read = async () => parseSettings({ userFields: [{ property, create: true }] });
    expect(await problemOf(read())).toMatchObject({ code: 'hook-failed', hook: 'settings' });
  },
);

test('a settings hook’s unknown members are ignored, and known ones that are null count as absent', () => {
  expect(parseSettings({ dict: null, unknown: 7, userFields: null, canCreateUser: null })).toEqual(
    parseSettings(undefined),
  );
});

test('what a hook leaves out with && counts as absent, save for what limits the manager', () => {
  const said = {
    css: false,
    altcss: false,
    dict: { title: false, menuName: false },
    languageDictionary: false,
  };
  const userFields = [
    { property: 'name', label: false, create: { placeholder: false, validationFunction: false } },
  ];
  const entry = { property: 'name', create: {} };
  const { userFieldsAsWritten: _, ...settings } = parseSettings({ ...said, userFields });
  const { userFieldsAsWritten: __, ...plain } = parseSettings({ userFields: [entry] });
  expect(JSON.stringify(settings)).toBe(JSON.stringify(plain));
  expect(() => parseSettings({ connections: false })).toThrow('“connections”');
});
