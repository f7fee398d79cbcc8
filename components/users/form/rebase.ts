import type { FormField } from '#lib/users/form/user-form.ts';
import type { Translate } from '#messages/catalogue.ts';
import { type ControlValue, type ControlValues, controlKey, isSameControl } from './control-values.ts';
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
export function rebase(
  before: AnyUserForm,
  after: AnyUserForm,
  entered: ControlValues,
  t: Translate<'form'>,
): Rebased {
  const old = initialControls(before);
  const fresh = initialControls(after);
  const controls: ControlValues = { ...entered };
  const notes: Record<string, string> = {};
  for (const field of after.fields) {
    const key = controlKey(field.property);
    const [was, is, here] = [old[key], fresh[key], entered[key]];
    const isEntered = here !== undefined && !isSameControl(here, was);
    if (!isEntered && is !== undefined) controls[key] = is;
    if (isEntered && !isSameControl(was, is) && !isSameControl(here, is)) {
      notes[field.property] = t('changedMeanwhileNote', { value: inWords(field, is, t) });
    }
  }
  return { controls, notes };
}

function inWords({ options }: FormField, control: ControlValue | undefined, t: Translate<'form'>): string {
  if (typeof control === 'boolean') return t(control ? 'value.ticked' : 'value.notTicked');
  const values = Array.isArray(control) ? control : control ? [control] : [];
  const labels = values.map((value) => options.find((option) => option.value === value)?.label ?? value);
  return labels.length > 0 ? t('value.text', { text: labels.join(', ') }) : t('value.empty');
}
