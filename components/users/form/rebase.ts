import type { FormField } from '#lib/users/user-form.ts';
import { type ControlValues, controlKey, isSameValue, toFormValue } from './control-values.ts';
import { type AnyUserForm, initialControls } from './form-layout.ts';

export interface Rebased {
  controls: ControlValues;
  /** By property: what the field was changed to by somebody else while it was being changed here. */
  notes: Record<string, string>;
}

/**
 * Lays what was entered over a form that was loaded again: what nobody touched here takes the present value,
 * what was entered stays, and where both changed a note tells the other value.
 */
export function rebase(before: AnyUserForm, after: AnyUserForm, entered: ControlValues): Rebased {
  const old = initialControls(before);
  const fresh = initialControls(after);
  const controls: ControlValues = { ...entered };
  const notes: Record<string, string> = {};
  for (const field of after.fields) {
    const key = controlKey(field.property);
    const [was, is, here] = [old[key], fresh[key], entered[key]].map((control) =>
      toFormValue(field, control),
    );
    const isEntered = here !== undefined && !isSameValue(here, was);
    if (!isEntered && fresh[key] !== undefined) controls[key] = fresh[key];
    if (isEntered && !isSameValue(was, is) && !isSameValue(here, is))
      notes[field.property] = noteOf(field, is);
  }
  return { controls, notes };
}

function noteOf(field: FormField, value: ReturnType<typeof toFormValue> | undefined): string {
  const names = (Array.isArray(value) ? value : [value])
    .filter((name) => name !== null && name !== undefined && name !== '')
    .map((name) => field.options.find((option) => option.value === name)?.label ?? `${name}`);
  const now = names.length > 0 ? `“${names.join(', ')}”` : 'empty';
  return `Somebody else changed this meanwhile: it is ${now} now. Saving replaces that with yours.`;
}
