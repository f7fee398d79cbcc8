import type {
  ConnectionChoice,
  CreateUserForm,
  EditUserForm,
  FieldGroup,
  FormField,
  PartPermission,
} from '#lib/users/form/user-form.ts';
import { type ControlValue, type ControlValues, controlKey, toControlValue } from './control-values.ts';

export type AnyUserForm = CreateUserForm | EditUserForm;

/** A field as it is on the screen. */
export interface ShownField extends FormField {
  /** What stands in the user's profile. It is not judged as long as nobody changes it. */
  standing?: ControlValue;
}

export interface FormGroup {
  group: FieldGroup;
  fields: ShownField[];
  /** Why no field of this group can be changed, where one reason holds for all. */
  reason?: string;
}

const groupsInOrder: readonly FieldGroup[] = ['identity', 'membership', 'profile', 'sign-in'];

/** What every control holds when the form opens. */
export function initialControls(form: AnyUserForm): ControlValues {
  return Object.fromEntries(
    form.fields.map((field) => [controlKey(field.property), initialControl(form, field)]),
  );
}

function initialControl({ memberships }: AnyUserForm, field: FormField): ControlValue {
  const isPicker = field.property === 'memberships' && memberships !== undefined;
  return toControlValue(field, isPicker ? memberships.preset : field.value);
}

/** The connection that the form is about: the chosen one, the only one, or none yet. */
export function connectionOf(form: AnyUserForm, chosen: unknown): ConnectionChoice | undefined {
  if (form.connections.length === 1) return form.connections[0];
  return form.connections.find((connection) => connection.name === chosen);
}

/**
 * The fields that count while this connection is chosen: a username only where the connection asks for one,
 * and then it is required.
 */
export function relevantFields(form: AnyUserForm, connection: ConnectionChoice | undefined): ShownField[] {
  if (form.mode === 'edit') {
    return form.fields.map((field) => ({ ...field, standing: initialControl(form, field) }));
  }
  return form.fields
    .filter((field) => field.property !== 'username' || connection?.requiresUsername)
    .map((field) => (field.property === 'username' ? { ...field, required: true } : field));
}

/** The visible fields under their headings. In the edit form the e-mail address is a part of the sign-in. */
export function groupFields(form: AnyUserForm, fields: readonly ShownField[]): FormGroup[] {
  const visible = fields.filter((field) => !field.hidden);
  const groupOf = (field: FormField) =>
    form.mode === 'edit' && field.property === 'email' ? 'sign-in' : field.group;
  return groupsInOrder
    .map((group) => ({
      group,
      fields: visible.filter((field) => groupOf(field) === group),
    }))
    .filter(({ fields: inGroup }) => inGroup.length > 0)
    .map((group) => ({ ...group, reason: sharedReason(group.fields) }));
}

function sharedReason(fields: readonly FormField[]): string | undefined {
  const [first, ...others] = fields.map((field) => (field.disabled ? field.disabledReason : undefined));
  const isShared = others.length > 0 && others.every((reason) => reason === first);
  return isShared ? first : undefined;
}

/** Whether nothing at all can be changed, and why. */
export function readOnlyReason(form: AnyUserForm): string | undefined {
  if (form.mode === 'create') return undefined;
  const parts: PartPermission[] = Object.values(form.parts);
  const refused = parts.filter((part) => !part.permitted);
  return refused.length === parts.length ? refused[0]?.reason : undefined;
}
