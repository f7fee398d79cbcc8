import { errors, type Grant, type KoaContextWithOIDC } from 'oidc-provider';
import type { Tenant } from '../management/endpoint.ts';
import type { Store } from '../store/store.ts';

const everyScope = 'openid profile email offline_access';

/**
 * The consent behind one authorization, given without asking. Each authorization has its own, so that revoking one
 * refresh token leaves the others.
 *
 * @throws access_denied when an organization is asked for that the user is no member of.
 */
export async function grantFor(context: KoaContextWithOIDC, tenant: Tenant): Promise<Grant | undefined> {
  const { provider, client, account, params } = context.oidc;
  if (!client || !account) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
  grant.addOIDCScope(everyScope);
  for (const audience of [params?.resource].flat()) {
    if (typeof audience === 'string') grant.addResourceScope(audience, everyScope);
  }
  await grant.save();
  const organization = params?.organization;
  if (typeof organization === 'string' && organization !== '' && grant.jti) {
    requireMember(tenant.store, organization, account.accountId);
    organizationsOfGrants(tenant.store).set(grant.jti, { organization_id: organization });
  }
  return grant;
}

/** The organization that the user signed in to with this grant, if any. */
export function organizationOfGrant(store: Store, grantId: string): string | undefined {
  return organizationsOfGrants(store).get(grantId)?.organization_id;
}

function organizationsOfGrants(store: Store) {
  return store.collection<{ organization_id: string }>('oidc-grant-organizations');
}

function requireMember(store: Store, organizationId: string, userId: string): void {
  const members = store.collection<{ user_id?: string; organization_id?: string }>('organization-members');
  for (const member of members.values()) {
    if (member.user_id === userId && member.organization_id === organizationId) return;
  }
  throw new errors.AccessDenied(`user ${userId} is not part of the ${organizationId} organization`);
}
