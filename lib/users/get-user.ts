import type { User } from '#lib/auth0/user.ts';
import type { JsonObject } from '#lib/json.ts';
import { displayNameOf } from './display-name.ts';
import { fieldText } from './field-text.ts';
import { labelOf, membershipsLabelOf } from './list-users-columns.ts';
import { cellsOf, textOrNull } from './list-users-rows.ts';
import { type Manager, requireScope } from './manager.ts';
import { presentMemberships } from './memberships.ts';
import { permitToSee } from './permit.ts';
import { type Policy, policyFor } from './policy.ts';
import { statusOf } from './user-status.ts';
import type { UserIdentityView, UserView } from './user-view.ts';

/**
 * One user as this manager may see them, in one call to the tenant.
 * @throws AppError 'not-found' alike for nobody and for somebody who is not the manager's to see
 */
export async function getUser(manager: Manager, userId: string): Promise<UserView> {
  requireScope(manager, 'read:users');
  const { permitted, seenAs: user, actions } = await permitToSee(manager, userId);
  const policy = await policyFor(manager);
  const [memberships, fields] = await Promise.all([
    presentMemberships(manager, policy, user),
    fieldsOf(policy, user),
  ]);
  return {
    userId: permitted.user.user_id,
    displayName: displayNameOf(user),
    email: textOrNull(user.email),
    emailVerified: typeof user.email_verified === 'boolean' ? user.email_verified : null,
    username: textOrNull(user.username),
    phoneNumber: textOrNull(user.phone_number),
    picture: textOrNull(user.picture),
    status: statusOf(user),
    blocked: user.blocked === true,
    memberships,
    membershipsLabel: membershipsLabelOf(policy.settings),
    fields,
    identities: identitiesOf(user),
    multifactor: Array.isArray(user.multifactor) ? user.multifactor.map(String) : [],
    createdAt: textOrNull(user.created_at),
    updatedAt: textOrNull(user.updated_at),
    lastLogin: textOrNull(user.last_login),
    loginsCount: typeof user.logins_count === 'number' ? user.logins_count : 0,
    raw: policy.settings.suppressRawData ? null : rawOf(user),
    isSelf: permitted.user.user_id === manager.user.user_id,
    permitted: actions,
  };
}

/** Shown elsewhere on the page, or nothing that is kept with the user. */
const propertiesShownApart = new Set([
  'email',
  'username',
  'name',
  'picture',
  'memberships',
  'connection',
  'password',
  'repeatPassword',
  'resetPassword',
  'delete',
  'client',
  'multifactor',
  'last_login',
  'logins_count',
  'blocked',
  'email_verified',
]);

async function fieldsOf(policy: Policy, user: User): Promise<UserView['fields']> {
  const shown = policy.settings.userFields.filter(
    ({ property, disable, display }) =>
      disable !== true && display !== false && !propertiesShownApart.has(property),
  );
  const values = await Promise.all(
    shown.map(({ property, display }) =>
      cellsOf({ property, display: typeof display === 'string' ? display : undefined }, [user], policy),
    ),
  );
  return shown.map((field, at) => ({
    property: field.property,
    label: labelOf(field, policy.settings),
    value: fieldText(field, values[at]?.[0] ?? null),
  }));
}

function identitiesOf(user: User): UserIdentityView[] {
  if (!Array.isArray(user.identities)) return [];
  return user.identities.map((identity) => ({
    connection: String(identity.connection ?? ''),
    provider: String(identity.provider ?? ''),
    userId: String(identity.user_id ?? ''),
    isSocial: identity.isSocial === true,
  }));
}

/** Tokens that identity providers have left in the profile are not the manager's to see. */
function rawOf(user: User): JsonObject {
  const { identities, ...rest } = user;
  if (!Array.isArray(identities)) return rest;
  return {
    ...rest,
    identities: identities.map(
      ({ access_token: _token, access_token_secret: _secret, refresh_token: _refresh, ...identity }) =>
        identity,
    ),
  };
}
