import { describe, expect, test } from 'vitest';
import { formField } from '#lib/testing/form-field.ts';
import type { FormField, FormValue } from '#lib/users/form/user-form.ts';
import { changedValues, controlKey, filledValues, toControlValue } from './control-values.ts';

function typed(values: Record<string, string | boolean | string[]>) {
  return Object.fromEntries(Object.entries(values).map(([property, value]) => [controlKey(property), value]));
}

describe('the name of a control', () => {
  test('holds nothing that the form library or a selector reads as more than a name', () => {
    expect(controlKey('user_metadata.äß["x"] -1')).toMatch(/^field-[A-Za-z0-9_-]+$/);
  });

  test('differs for properties that differ', () => {
    const properties = ['a.b', 'a-b', 'a-2e-b', 'a b', 'a_b', 'ab', 'a..b'];
    expect(new Set(properties.map(controlKey)).size).toBe(properties.length);
  });
});

describe('what a ‘New user’ form sends', () => {
  test('is what was filled in, each value as what its field is', () => {
    const fields = [
      formField('email'),
      formField('user_metadata.count', { type: 'number' }),
      formField('user_metadata.agreed', { type: 'checkbox' }),
      formField('user_metadata.several', { multiple: true }),
      formField('user_metadata.empty'),
      formField('user_metadata.none', { multiple: true }),
      formField('user_metadata.kept', { hidden: true, value: 'from the hook' }),
    ];
    const controls = typed({
      email: 'a@example.com',
      'user_metadata.count': ' 12.5 ',
      'user_metadata.agreed': false,
      'user_metadata.several': ['x', 'y'],
      'user_metadata.empty': '',
      'user_metadata.none': [],
    });
    expect(filledValues(fields, controls)).toEqual({
      email: 'a@example.com',
      'user_metadata.count': 12.5,
      'user_metadata.agreed': false,
      'user_metadata.several': ['x', 'y'],
      'user_metadata.kept': 'from the hook',
    });
  });

  test('never holds a disabled field', () => {
    expect(filledValues([formField('email', { disabled: true })], typed({ email: 'x' }))).toEqual({});
    expect(filledValues([formField('email')], typed({ email: 'x' }))).toEqual({ email: 'x' });
  });
});

describe('what an edit form sends', () => {
  test.each<[string, Partial<FormField>, FormValue, string | boolean | string[]]>([
    ['text', {}, 'same', 'same'],
    ['nothing', {}, null, ''],
    ['a number', { type: 'number' }, 12, '12'],
    ['a number stored as text', { type: 'number' }, '012', '012'],
    ['a number in a text field', {}, 5, '5'],
    ['a ticked box', { type: 'checkbox' }, true, true],
    ['a box that was never ticked', { type: 'checkbox' }, null, false],
    ['a list', { multiple: true }, ['a', 'b'], ['a', 'b']],
    ['an empty list', { multiple: true }, null, []],
  ])('does not hold %s that nobody changed', (_, more, loaded, control) => {
    const changed = changedValues([formField('p', more)], typed({ p: control }), { p: loaded });
    expect(changed).toEqual({});
  });

  test.each<[string, Partial<FormField>, FormValue, string | boolean | string[], FormValue]>([
    ['changed text', {}, 'old', 'new', 'new'],
    ['emptied text as null', {}, 'old', '', null],
    ['a changed number', { type: 'number' }, 12, '13', 13],
    ['a box that was unticked', { type: 'checkbox' }, true, false, false],
    ['a list in another order', { multiple: true }, ['a', 'b'], ['b', 'a'], ['b', 'a']],
    ['an emptied list', { multiple: true }, ['a'], [], []],
  ])('holds %s', (_, more, loaded, control, sent) => {
    const changed = changedValues([formField('p', more)], typed({ p: control }), { p: loaded });
    expect(changed).toEqual({ p: sent });
  });

  test('holds neither disabled nor hidden fields', () => {
    const fields = [formField('a', { disabled: true }), formField('b', { hidden: true, value: 'x' })];
    expect(changedValues(fields, typed({ a: 'new' }), { a: 'old', b: 'old' })).toEqual({});
  });
});

test('memberships are a list also where only one can be picked', () => {
  expect(toControlValue(formField('memberships'), 'Finance')).toEqual(['Finance']);
  expect(toControlValue(formField('memberships'), null)).toEqual([]);
});
