import type { JsonObject } from '#lib/json.ts';
import type { StoredGrant } from '../../oidc/client.ts';
import { ManagementError, type Tenant } from '../endpoint.ts';

export function grantCollection(tenant: Pick<Tenant, 'store'>) {
  return tenant.store.collection<StoredGrant>('client-grants');
}

/** The grant of a client for an API, of which there is at most one. */
export function grantFor(
  tenant: Pick<Tenant, 'store'>,
  clientId: string,
  audience: string,
): StoredGrant | undefined {
  for (const grant of grantCollection(tenant).values()) {
    if (grant.client_id === clientId && grant.audience === audience) return grant;
  }
  return undefined;
}

/** The grant with this id; 404 `inexistent_client_grant` when there is none. */
export function findGrant(tenant: Pick<Tenant, 'store'>, id: string): StoredGrant {
  const grant = grantCollection(tenant).get(id);
  if (!grant) throw new ManagementError(404, 'The client grant does not exist', 'inexistent_client_grant');
  return grant;
}

export function grantAnswer(grant: StoredGrant): JsonObject {
  return { ...grant, scope: [...grant.scope] };
}
