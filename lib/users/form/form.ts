import type { User } from '#lib/auth0/user.ts';
import { AppError } from '#lib/errors.ts';
import { said, type Words, words } from '#lib/words.ts';
import { displayNameOf } from '../display-name.ts';
import { type Manager, requireScope } from '../manager.ts';
import { saidPermission } from '../permit/action-permission.ts';
import { permitToSee, type SeenUser } from '../permit.ts';
import { type Policy, policyFor } from '../policy/policy.ts';
import { recorded } from '../recorded.ts';
import type { FieldDescription } from './field-defaults.ts';
import { type DescribedForm, describeCreateForm, withReason } from './form-frame.ts';
import { openEditForm } from './form-open.ts';
import { shownValues } from './form-values.ts';
import { canInvite } from './invitation.ts';
import type {
  CreateUserForm,
  EditUserForm,
  FormField,
  FormPart,
  FormValues,
  MembershipPicker,
} from './user-form.ts';

/** Whom a field's `display` function is given where there is no user to show. */
const nobodyYet: User = { user_id: '' };

/**
 * The 'New user' form for this manager.
 * @throws AppError 'no-role', 'not-allowed', 'refused-by-hook', 'hook-failed'
 */
export async function createUserForm(manager: Manager): Promise<CreateUserForm> {
  requireScope(manager, 'manage:users');
  const policy = await policyFor(manager);
  requireMayCreate(policy);
  const described = await describeCreateForm(manager, policy);
  const { shown: presets } = await shownValues(policy, described, nobodyYet);
  const isInvitable = canInvite(policy, described.fields);
  return { mode: 'create', canInvite: isInvitable, ...partsOf(described, policy, presets) };
}

/**
 * The form of one user as this manager may see and change them.
 * @throws AppError 'not-found', 'no-role', 'not-allowed', 'refused-by-hook', 'hook-failed'
 */
export const editUserForm = recorded(
  'view:user',
  async (manager: Manager, userId: string): Promise<EditUserForm> => {
    requireScope(manager, 'manage:users');
    const policy = await policyFor(manager);
    const seen = await permitToSee(manager, userId);
    const { permitted, seenAs, actions } = seen;
    const opened = await openEditForm(manager, policy, permitted.user, seenAs);
    const fields = opened.fields.map((description) =>
      withReason(description, reasonAgainst(description, seen)),
    );
    return {
      mode: 'edit',
      userId: permitted.user.user_id,
      displayName: displayNameOf(seenAs),
      loaded: opened.shown,
      parts: {
        'change:profile': saidPermission(actions['change:profile']),
        'change:email': saidPermission(actions['change:email']),
        'change:username': saidPermission(actions['change:username']),
        'change:password': saidPermission(actions['change:password']),
      },
      ...partsOf({ ...opened, fields }, policy, opened.shown),
    };
  },
  (userId) => ({ userId }),
);

/** @throws AppError 'not-allowed' where the settings hook lets this manager create nobody */
export function requireMayCreate(policy: Policy): void {
  if (policy.settings.canCreateUser) return;
  throw new AppError(
    'not-allowed',
    words('Your organisation’s settings do not let you create users. Nothing was changed.'),
    { hook: 'settings' },
  );
}

/** What takes a permission of its own to change. */
export function partOf(property: string): FormPart {
  switch (property) {
    case 'email':
    case 'phone_number':
      return 'change:email';
    case 'username':
      return 'change:username';
    case 'password':
    case 'repeatPassword':
      return 'change:password';
    default:
      return 'change:profile';
  }
}

function reasonAgainst({ property }: FieldDescription, { actions }: SeenUser): Words | undefined {
  const permission = actions[partOf(property)];
  return permission.permitted ? undefined : permission.reason;
}

function partsOf({ frame, fields }: DescribedForm, policy: Policy, values: FormValues) {
  return {
    title: policy.settings.dict.title,
    fields: fields.map((description) => formField(description, values)),
    memberships: pickerOf(fields, frame.memberships),
    connections: frame.connections,
  };
}

function formField(description: FieldDescription, values: FormValues): FormField {
  const { display: _display, validationFunction, disabledReason, note, ...field } = description;
  const empty = description.multiple || description.property === 'memberships' ? [] : null;
  const value = values[description.property] ?? empty;
  return {
    ...field,
    ...(disabledReason !== undefined && { disabledReason: said(disabledReason) }),
    ...(note !== undefined && { note: said(note) }),
    checked: validationFunction !== undefined,
    value,
  };
}

function pickerOf(
  fields: readonly FieldDescription[],
  offered: DescribedForm['frame']['memberships'],
): MembershipPicker | undefined {
  const description = fields.find(({ property }) => property === 'memberships');
  return description && { label: description.label, multiple: description.multiple, ...offered };
}
