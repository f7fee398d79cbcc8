import { isSameJson } from '#lib/users/form/field-values.ts';
import type { FormField, FormValue, FormValues } from '#lib/users/form/user-form.ts';

/** What a control on the screen holds: text, a tick, or several names. */
export type ControlValue = string | boolean | string[];

/** The values of all controls, keyed by `controlKey`. */
export type ControlValues = Record<string, ControlValue>;

/** A name without dots for a property: the form library reads dots as steps into an object. Also the control's id. */
export function controlKey(property: string): string {
  return `field-${property.replaceAll(/[^A-Za-z0-9_]/g, (character) => `-${character.codePointAt(0)?.toString(16)}-`)}`;
}

/** What the control of a field shows for a value. */
export function toControlValue(field: FormField, value: FormValue | undefined): ControlValue {
  if (holdsSeveral(field)) return Array.isArray(value) ? value : value ? [`${value}`] : [];
  if (field.type === 'checkbox') return value === true || value === 'true';
  if (Array.isArray(value)) return value[0] ?? '';
  return value === null || value === undefined ? '' : `${value}`;
}

/** What a control's value means: a number where the field is one, `null` where it was emptied. */
export function toFormValue(field: FormField, control: ControlValue | undefined): FormValue {
  if (typeof control === 'boolean') return control;
  if (Array.isArray(control)) return control;
  if (control === undefined || control === '') return null;
  if (field.type !== 'number') return control;
  const number = Number(control.trim());
  return Number.isFinite(number) ? number : control;
}

/** Memberships are always a list, also where only one can be picked. */
export function holdsSeveral(field: FormField): boolean {
  return field.multiple || field.property === 'memberships';
}

export function isEmpty(value: FormValue | undefined): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/** Whether two controls show the same. What a control shows is compared, so that `012` stays as it is stored. */
export function isSameControl(one: ControlValue | undefined, other: ControlValue | undefined): boolean {
  return isSameJson(one, other);
}

/** Everything that was filled in, as the 'New user' form sends it. Disabled fields are never sent. */
export function filledValues(fields: readonly FormField[], controls: ControlValues): FormValues {
  return Object.fromEntries(
    fields
      .filter((field) => !field.disabled)
      .map((field) => [field.property, heldValue(field, controls)] as const)
      .filter(([, value]) => !isEmpty(value)),
  );
}

/** Only what differs from what was loaded, as the edit form sends it. */
export function changedValues(
  fields: readonly FormField[],
  controls: ControlValues,
  loaded: FormValues,
): FormValues {
  const changed = fields.filter((field) => {
    const control = controls[controlKey(field.property)];
    const shown = toControlValue(field, loaded[field.property]);
    return !field.disabled && !field.hidden && control !== undefined && !isSameControl(control, shown);
  });
  return Object.fromEntries(changed.map((field) => [field.property, heldValue(field, controls)]));
}

function heldValue(field: FormField, controls: ControlValues): FormValue {
  return field.hidden ? field.value : toFormValue(field, controls[controlKey(field.property)]);
}
