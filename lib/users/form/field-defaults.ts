import { say, type Words } from '#lib/words.ts';
import type { ConnectionChoice, FieldGroup, FieldOption, FormField } from './user-form.ts';

export type FormMode = 'create' | 'edit';

/** What the forms of one manager, or of one user, have to choose from. */
export interface FormFrame {
  mode: FormMode;
  /** On create those that the manager may create users in; on edit the user's own, if it is a database. */
  connections: ConnectionChoice[];
  memberships: { choices: string[]; createMemberships: boolean; preset: string[] };
  /** Whether the user has a username, although the connection asks for none. */
  hasUsername: boolean;
}

/** A field as a form has it, before there are values. */
export interface FieldDescription extends Omit<FormField, 'disabledReason' | 'note' | 'checked' | 'value'> {
  disabledReason?: Words;
  note?: Words;
  /** Text of a function that computes what the form shows. */
  display?: string;
  /** Text of a function that answers with an error's sentence, or with nothing. */
  validationFunction?: string;
}

/** Properties that have a field without being declared, and are no dotted path into the user. */
export const builtInProperties: ReadonlySet<string> = new Set([
  'email',
  'username',
  'password',
  'repeatPassword',
  'connection',
  'memberships',
]);

/** Entries of these properties change an action on a user; no form has such a field. */
export const actionProperties: ReadonlySet<string> = new Set([
  'client',
  'delete',
  'multifactor',
  'resetPassword',
]);

/** The built-in fields of a form, before the settings hook changes or removes some. */
export function builtInFields(frame: FormFrame, membershipsLabel: string): FieldDescription[] {
  const isCreate = frame.mode === 'create';
  const { connections, memberships } = frame;
  const asksUsername = connections.some((connection) => connection.requiresUsername) || frame.hasUsername;
  const needsUsername =
    connections.length > 0 && connections.every((connection) => connection.requiresUsername);
  const hasMemberships =
    memberships.choices.length > 0 || memberships.createMemberships || memberships.preset.length > 0;
  const membershipNames = [...new Set([...memberships.choices, ...memberships.preset])];
  return [
    field('email', say('E-mail address'), 'identity', {
      type: 'email',
      required: isCreate || connections.length > 0,
    }),
    hasMemberships &&
      field('memberships', membershipsLabel, 'membership', {
        type: 'select',
        component: 'InputMultiCombo',
        options: optionsOf(membershipNames),
      }),
    isCreate &&
      connections.length > 1 &&
      field('connection', say('Connection'), 'sign-in', {
        type: 'select',
        component: 'InputCombo',
        options: optionsOf(connections.map((connection) => connection.name)),
        required: true,
      }),
    asksUsername && field('username', say('Username'), 'sign-in', { required: needsUsername }),
    connections.length > 0 &&
      field('password', isCreate ? say('Password') : say('New password'), 'sign-in', {
        type: 'password',
        required: isCreate,
      }),
    connections.length > 0 &&
      field('repeatPassword', isCreate ? say('Repeat password') : say('Repeat new password'), 'sign-in', {
        type: 'password',
        required: isCreate,
      }),
  ].filter((built) => built !== false);
}

/** A field with the defaults of a text input and what `more` changes of them. */
export function field(
  property: string,
  label: string,
  group: FieldGroup,
  more: Partial<FieldDescription> = {},
): FieldDescription {
  return withControl({
    property,
    label,
    group,
    type: 'text',
    component: 'InputText',
    options: [],
    multiple: false,
    searchable: false,
    required: false,
    disabled: false,
    hidden: false,
    ...more,
  });
}

/** Fills in what follows from the type and the component. */
export function withControl(description: FieldDescription): FieldDescription {
  const { component } = description;
  return {
    ...description,
    multiple: component === 'InputMultiCombo',
    searchable: component !== 'InputText' && component !== 'InputCombo',
    hidden: description.type === 'hidden',
  };
}

function optionsOf(names: readonly string[]): FieldOption[] {
  return names.map((name) => ({ value: name, label: name }));
}
