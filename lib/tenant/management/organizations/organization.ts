import { ManagementError, type Tenant } from '../endpoint.ts';

export type Organization = { id: string; name: string; display_name: string };

/** That a user belongs to an organization; its id is made of both ids. */
export type OrganizationMember = { id: string; organization_id: string; user_id: string };

export function organizationCollection(tenant: Pick<Tenant, 'store'>) {
  return tenant.store.collection<Organization>('organizations');
}

export function memberCollection(tenant: Pick<Tenant, 'store'>) {
  return tenant.store.collection<OrganizationMember>('organization-members');
}

/** The organization with this id; 404 `inexistent_organization` when there is none. */
export function findOrganization(tenant: Pick<Tenant, 'store'>, id: string): Organization {
  const organization = organizationCollection(tenant).get(id);
  if (!organization) {
    throw new ManagementError(404, 'No organization found by that id or name', 'inexistent_organization');
  }
  return organization;
}

export function addMember(tenant: Pick<Tenant, 'store'>, organizationId: string, userId: string): void {
  const id = `${organizationId} ${userId}`;
  memberCollection(tenant).set(id, { id, organization_id: organizationId, user_id: userId });
}
