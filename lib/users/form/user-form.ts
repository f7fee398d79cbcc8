import type { PasswordRule } from './password-policy.ts';

/** What a form holds for one property. `null` is a field that was emptied. */
export type FormValue = string | number | boolean | string[] | null;

/** Values keyed by a field's property: `email`, `memberships`, `user_metadata.title`, … */
export type FormValues = Record<string, FormValue>;

export type FieldInputType =
  | 'text'
  | 'password'
  | 'select'
  | 'hidden'
  | 'number'
  | 'date'
  | 'email'
  | 'tel'
  | 'url'
  | 'textarea'
  | 'checkbox';

/** The controls that a settings hook may name, as the Delegated Administration Extension calls them. */
export type FieldComponent =
  | 'InputText'
  | 'InputCombo'
  | 'InputSelectCombo'
  | 'InputMultiCombo'
  | 'InputVirtualizedSelect';

export type FieldGroup = 'identity' | 'membership' | 'profile' | 'sign-in';

export interface FieldOption {
  value: string;
  label: string;
}

/** One field of a form, ready to be shown: plain data, nothing of it has to be computed in the browser. */
export interface FormField {
  /** `email`, `username`, `password`, `repeatPassword`, `connection`, `memberships`, or a dotted path. */
  property: string;
  label: string;
  group: FieldGroup;
  type: FieldInputType;
  component: FieldComponent;
  /** Empty for free text. The server refuses what is not among them. */
  options: FieldOption[];
  /** Several can be picked. Then, and for `memberships` always, the value is an array of strings. */
  multiple: boolean;
  searchable: boolean;
  required: boolean;
  /** Shown and never sent. */
  disabled: boolean;
  /** Why it is disabled, where there is more to say than that it is. */
  disabledReason?: string;
  /** What to know before one changes it. */
  note?: string;
  placeholder?: string;
  /** Not shown; its value is sent with the rest. */
  hidden: boolean;
  /** The settings hook gives it a check of its own, which `checkUserForm` runs on the server. */
  checked: boolean;
  /** What the field holds when the form opens; `null` when it is empty. */
  value: FormValue;
}

/** How memberships are picked. Shown as text when there is one choice and no new names are taken. */
export interface MembershipPicker {
  /** The word for a membership: `dict.memberships`, else 'Memberships'. */
  label: string;
  /** What this manager may choose, in the memberships hook's order. */
  choices: string[];
  /** New names may be typed as well. */
  createMemberships: boolean;
  /** What is picked when the form opens. */
  preset: string[];
  multiple: boolean;
}

export interface UsernameRule {
  minLength: number;
  maxLength: number;
}

/** One connection that users can be created in, or the edited user's own. */
export interface ConnectionChoice {
  name: string;
  requiresUsername: boolean;
  usernameRule: UsernameRule;
  passwordPolicy: PasswordRule[];
}

interface UserForm {
  /** `dict.title`, for the page's title. */
  title?: string;
  /** In the order in which they are shown; `group` says under which heading. */
  fields: FormField[];
  /** Absent when there is nothing to choose and nothing chosen. */
  memberships?: MembershipPicker;
  connections: ConnectionChoice[];
}

/** The 'New user' form. With several connections `fields` holds `connection`; with one it goes without saying. */
export interface CreateUserForm extends UserForm {
  mode: 'create';
  /** An invitation can be sent in place of a password. */
  canInvite: boolean;
}

/** A part of a user that takes a permission of its own to change. */
export type FormPart = 'change:profile' | 'change:email' | 'change:username' | 'change:password';

/** `isTakenAway`: by the settings hook, for everybody whom it answers so; there is nothing to show then. */
export type PartPermission = { permitted: true } | { permitted: false; reason: string; isTakenAway?: true };

/** The form of one user. `connections` holds the user's own connection, if that is a database. */
export interface EditUserForm extends UserForm {
  mode: 'edit';
  userId: string;
  /** The user's name, e-mail address or id: whichever there is first. */
  displayName: string;
  /** What the form shows on opening, to be sent back as it is with the changes. */
  loaded: FormValues;
  /** The fields of a part that is not permitted are disabled as well, with the same reason. */
  parts: Record<FormPart, PartPermission>;
}

/** What the 'New user' form sends, but for `invites`, which is `inviteUser`'s to say. */
export interface CreateUserInput {
  values: FormValues;
  /** The password is made at random here, for a user who is about to be sent a mail to set their own. */
  invites?: true;
}

/** What the edit form sends: `loaded` as it came with the form, and in `values` only what was changed. */
export interface UpdateUserInput {
  userId: string;
  loaded: FormValues;
  values: FormValues;
}
