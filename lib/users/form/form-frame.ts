import type { User } from '#lib/auth0/user.ts';
import { AppError } from '#lib/errors.ts';
import { type Words, words } from '#lib/words.ts';
import type { Manager } from '../manager.ts';
import { membershipChoices } from '../policy/memberships.ts';
import type { Policy } from '../policy/policy.ts';
import { builtInProperties, type FieldDescription, type FormFrame, type FormMode } from './field-defaults.ts';
import { formValueOf, valueAt } from './field-values.ts';
import { describeFields } from './fields.ts';
import { creatableConnections, databaseConnectionsOf, mainConnectionOf } from './form-connections.ts';

/** A form's fields, and what they were made of. */
export interface DescribedForm {
  frame: FormFrame;
  fields: FieldDescription[];
}

/** @throws AppError 'hook-failed', 'refused-by-hook', 'not-allowed' where there is nowhere to create users */
export async function describeCreateForm(manager: Manager, policy: Policy): Promise<DescribedForm> {
  const [connections, offered] = await Promise.all([
    creatableConnections(policy),
    membershipChoices(manager, policy),
  ]);
  if (connections.length === 0) {
    throw new AppError(
      'not-allowed',
      words(
        'There is no database connection in which you may create users. Nothing was changed. Ask an administrator.',
      ),
    );
  }
  const preset = offered.choices.length === 1 && !offered.createMemberships ? offered.choices : [];
  const frame: FormFrame = {
    mode: 'create',
    connections,
    memberships: { ...offered, preset },
    hasUsername: false,
  };
  return { frame, fields: describeFields(policy.settings, frame) };
}

/**
 * @param seenAs the user as this manager may see them
 * @throws AppError 'hook-failed', 'refused-by-hook'
 */
export async function describeEditForm(
  manager: Manager,
  policy: Policy,
  user: User,
  seenAs: User,
  memberships: string[],
): Promise<DescribedForm> {
  const [connections, offered] = await Promise.all([
    databaseConnectionsOf(user),
    membershipChoices(manager, policy),
  ]);
  const connectionSeen = mainConnectionOf(seenAs)?.name;
  const frame: FormFrame = {
    mode: 'edit',
    connections: connections.map((own) => ({ ...own, name: connectionSeen ?? '' })),
    memberships: { ...offered, preset: memberships },
    hasUsername: typeof user.username === 'string',
  };
  const fields = describeFields(policy.settings, frame).map((description) =>
    withReason(
      withPresentOptions(description, seenAs),
      reasonOfOrigin(description.property, user, connectionSeen),
    ),
  );
  return { frame, fields };
}

/**
 * The fields that a form may have in any of its shapes, to refuse a key that none of them has before anything
 * is read.
 */
export function possibleFields(policy: Policy, mode: FormMode): FieldDescription[] {
  const anyConnection = {
    name: '',
    requiresUsername: true,
    usernameRule: { minLength: 1, maxLength: 128 },
    passwordPolicy: [],
  };
  return describeFields(policy.settings, {
    mode,
    connections: [anyConnection, anyConnection],
    memberships: { choices: [], createMemberships: true, preset: [] },
    hasUsername: true,
  });
}

export function withReason(description: FieldDescription, reason: Words | undefined): FieldDescription {
  return reason === undefined ? description : { ...description, disabled: true, disabledReason: reason };
}

/** What a user has can be kept, also where it is no longer offered. */
function withPresentOptions(description: FieldDescription, seenAs: User): FieldDescription {
  const { options, property } = description;
  if (options.length === 0 || builtInProperties.has(property)) return description;
  const present = formValueOf(valueAt(seenAs, property), true);
  const missing = (Array.isArray(present) ? present : []).filter(
    (value) => !options.some((option) => option.value === value),
  );
  return { ...description, options: [...options, ...missing.map((value) => ({ value, label: value }))] };
}

/** Enterprise and social connections bring the root of a profile along at every sign-in. */
function reasonOfOrigin(property: string, user: User, name: string | undefined): Words | undefined {
  const main = mainConnectionOf(user);
  const isOwn = property === 'memberships' || property.includes('.');
  if (isOwn || !main || main.isDatabase) return undefined;
  return name === undefined
    ? words('This user signs in with another provider, which is where this is changed.')
    : words('This user signs in with {name}, which is where this is changed.', { name });
}
