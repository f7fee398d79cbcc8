import type { FormField } from '#lib/users/form/user-form.ts';

/** A field of a form as the browser gets it: an empty text, and what `more` changes of that. */
export function formField(property: string, more: Partial<FormField> = {}): FormField {
  return {
    property,
    label: property,
    group: 'profile',
    type: 'text',
    component: 'InputText',
    options: [],
    multiple: false,
    searchable: false,
    required: false,
    disabled: false,
    hidden: false,
    checked: false,
    value: null,
    ...more,
  };
}
