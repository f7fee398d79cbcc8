import { expect, test } from 'vitest';
import { formField } from '#lib/testing/form-field.ts';
import type { EditUserForm, FormValues } from '#lib/users/form/user-form.ts';
import { translatorIn } from '#messages/translator.ts';
import { controlKey } from './control-values.ts';
import { initialControls } from './form-layout.ts';
import { rebase } from './rebase.ts';

const t = translatorIn('en', 'en-GB', 'form');
const permitted = { permitted: true } as const;

function formOf(values: FormValues): EditUserForm {
  const fields = Object.entries(values).map(([property, value]) => formField(property, { value }));
  return {
    mode: 'edit',
    userId: 'auth0|1',
    displayName: 'Somebody',
    fields,
    loaded: values,
    connections: [],
    parts: {
      'change:profile': permitted,
      'change:email': permitted,
      'change:username': permitted,
      'change:password': permitted,
    },
  };
}

const before = formOf({ untouched: 'old', mine: 'old', both: 'old', agreed: 'old', password: null });
const after = formOf({ untouched: 'new', mine: 'old', both: 'theirs', agreed: 'same', password: null });

function enter(values: Record<string, string>) {
  const entered = Object.entries(values).map(([property, value]) => [controlKey(property), value]);
  return { ...initialControls(before), ...Object.fromEntries(entered) };
}

test('a form that was loaded again keeps what was entered and takes the rest', () => {
  const { controls } = rebase(before, after, enter({ mine: 'mine', both: 'ours', password: 'typed' }), t);
  expect(controls).toEqual({
    ...initialControls(after),
    [controlKey('mine')]: 'mine',
    [controlKey('both')]: 'ours',
    [controlKey('password')]: 'typed',
  });
});

test('a note stands where both changed a field to different values, and nowhere else', () => {
  const { notes } = rebase(before, after, enter({ mine: 'mine', both: 'ours', agreed: 'same' }), t);
  expect(Object.keys(notes)).toEqual(['both']);
  expect(notes.both).toContain('“theirs”');
});
