import type { User } from '#lib/auth0/user.ts';
import { isJsonObject, type JsonObject } from '#lib/json.ts';
import { displayNameOf } from './display-name.ts';
import { membershipsLabelOf } from './form/field-label.ts';
import { pageFieldsOf } from './form/user-page-fields.ts';
import { textOrNull } from './list/list-users-rows.ts';
import { type Manager, requireScope } from './manager.ts';
import { saidPermissions } from './permit/action-permission.ts';
import { permitToSee, type SeenExtent } from './permit.ts';
import { presentMemberships } from './policy/memberships.ts';
import { policyFor } from './policy/policy.ts';
import { recorded } from './recorded.ts';
import { statusOf } from './user-status.ts';
import type { UserIdentityView, UserView } from './user-view.ts';

/**
 * One user as this manager may see them, in one call to the tenant, and one for the roles that the tenant itself
 * assigns where these count.
 * @param extent 'profile' beside a part of the page that takes a call of its own: what the user's roles forbid is
 * then said when it is tried
 * @throws AppError 'not-found' alike for nobody and for somebody who is not the manager's to see
 */
export const getUser = recorded(
  'view:user',
  async (manager: Manager, userId: string, extent: SeenExtent = 'with-tenant-roles'): Promise<UserView> => {
    requireScope(manager, 'read:users');
    const { permitted, seenAs, actions } = await permitToSee(manager, userId, extent);
    const policy = await policyFor(manager);
    const [memberships, { shown: user, offPage, fields }] = await Promise.all([
      presentMemberships(manager, policy, seenAs),
      pageFieldsOf(policy, seenAs),
    ]);
    return {
      userId: permitted.user.user_id,
      displayName: displayNameOf(user),
      email: textOrNull(user.email),
      emailVerified: typeof user.email_verified === 'boolean' ? user.email_verified : null,
      username: textOrNull(user.username),
      phoneNumber: textOrNull(user.phone_number),
      picture: textOrNull(user.picture),
      status: statusOf(seenAs),
      blocked: seenAs.blocked === true,
      memberships: offPage.includes('memberships') ? [] : memberships,
      membershipsLabel: membershipsLabelOf(policy.settings),
      fields,
      offPage,
      identities: offPage.includes('connection') ? [] : identitiesOf(user),
      multifactor: Array.isArray(user.multifactor) ? user.multifactor.map(String) : [],
      createdAt: textOrNull(user.created_at),
      updatedAt: textOrNull(user.updated_at),
      lastLogin: textOrNull(user.last_login),
      loginsCount: typeof user.logins_count === 'number' ? user.logins_count : 0,
      raw: policy.settings.suppressRawData ? null : rawOf(seenAs),
      isSelf: permitted.user.user_id === manager.user.user_id,
      permitted: saidPermissions(actions),
    };
  },
  (userId: string, _extent?: SeenExtent) => ({ userId }),
);

function identitiesOf(user: User): UserIdentityView[] {
  if (!Array.isArray(user.identities)) return [];
  return user.identities.filter(isJsonObject).map((identity) => ({
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
    identities: identities
      .filter(isJsonObject)
      .map(
        ({ access_token: _token, access_token_secret: _secret, refresh_token: _refresh, ...identity }) =>
          identity,
      ),
  };
}
