import type { Settings } from '../policy/settings.ts';
import type { FieldInput, UserField } from '../policy/settings-schema.ts';
import {
  actionProperties,
  builtInFields,
  builtInProperties,
  type FieldDescription,
  type FormFrame,
  type FormMode,
  field,
  withControl,
} from './field-defaults.ts';
import { labelOf } from './field-label.ts';
import type { FieldGroup } from './user-form.ts';

const groupsInOrder: readonly FieldGroup[] = ['identity', 'membership', 'profile', 'sign-in'];

/**
 * The fields of a form in the order in which they are shown: the built-in ones as the settings hook's entries
 * of the same property leave them, and the entries that are in this form. The server takes these and no
 * others.
 */
export function describeFields(settings: Settings, frame: FormFrame): FieldDescription[] {
  const entries = new Map(settings.userFields.map((entry) => [entry.property, entry]));
  const builtIn = builtInFields(frame, settings.dict.memberships ?? 'Memberships')
    .filter((description) => !isRemoved(entries.get(partner(description.property)), frame.mode))
    .filter((description) => !isRemoved(entries.get(description.property), frame.mode))
    .map((description) => changed(description, entries.get(description.property), frame.mode));
  const declared = [...entries.values()]
    .filter(({ property }) => !builtInProperties.has(property) && !actionProperties.has(property))
    .filter((entry) => isInForm(entry, frame.mode))
    .map((entry) => changed(plainField(entry), entry, frame.mode));
  const all = [...builtIn, ...declared].map((field) => ({ ...field, label: labelOf(field, settings) }));
  return groupsInOrder.flatMap((group) => all.filter((description) => description.group === group));
}

/** The password and its repetition are removed together. */
function partner(property: string): string {
  return property === 'repeatPassword' ? 'password' : property;
}

function isRemoved(entry: UserField | undefined, mode: FormMode): boolean {
  return entry !== undefined && (entry.disable === true || entry[mode] === false);
}

function isInForm(entry: UserField, mode: FormMode): boolean {
  return entry.disable !== true && entry[mode] !== undefined && entry[mode] !== false;
}

function plainField(entry: UserField): FieldDescription {
  const isMetadata = /^(user|app)_metadata\./.test(entry.property);
  return field(entry.property, entry.property, isMetadata ? 'profile' : 'identity');
}

/** The description with what an entry says of it. */
function changed(
  description: FieldDescription,
  entry: UserField | undefined,
  mode: FormMode,
): FieldDescription {
  if (!entry) return description;
  const said = entry[mode];
  const input: Partial<FieldInput> = typeof said === 'object' ? said : {};
  const isBuiltIn = builtInProperties.has(entry.property);
  return withControl({
    ...description,
    label: entry.label ?? description.label,
    type: input.type ?? impliedType(input, description),
    component: input.component ?? (input.type === 'select' ? 'InputCombo' : description.component),
    // What memberships and connections there are is not for a form to say.
    options: isBuiltIn ? description.options : (input.options ?? description.options),
    required: input.required ?? description.required,
    disabled: input.disabled ?? description.disabled,
    placeholder: input.placeholder ?? description.placeholder,
    display: typeof entry.display === 'string' ? entry.display : undefined,
    validationFunction: input.validationFunction,
  });
}

function impliedType(input: Partial<FieldInput>, description: FieldDescription): FieldDescription['type'] {
  const isPicker = input.component !== undefined && input.component !== 'InputText';
  return isPicker ? 'select' : description.type;
}
