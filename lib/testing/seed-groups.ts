import type { Tenant } from '#lib/tenant/management/endpoint.ts';
import { organizationCollection } from '#lib/tenant/management/organizations/organization.ts';
import { roleCollection } from '#lib/tenant/management/roles/role.ts';

/** The ids of the tenant's roles in tests: the console's own names, and two of applications. */
export const tenantRoles = {
  auditor: 'rol_auditor',
  user: 'rol_user',
  operator: 'rol_operator',
  administrator: 'rol_administrator',
  recruiter: 'rol_recruiter',
  editor: 'rol_editor',
} as const;

const names: Record<keyof typeof tenantRoles, string> = {
  auditor: 'Delegated Admin - Auditor',
  user: 'Delegated Admin - User',
  operator: 'Delegated Admin - Operator',
  administrator: 'Delegated Admin - Administrator',
  recruiter: 'Recruiter',
  editor: 'Content editor',
};

/** Puts the roles above and the organizations Acme and Birch into a tenant. */
export function seedGroups(tenant: Tenant): void {
  for (const [key, id] of Object.entries(tenantRoles)) {
    const name = names[key as keyof typeof tenantRoles];
    roleCollection(tenant).set(id, { id, name, description: `What ${name} is for` });
  }
  for (const [id, name, displayName] of [
    ['org_acme', 'acme', 'Acme'],
    ['org_birch', 'birch', 'Birch'],
  ] as const) {
    organizationCollection(tenant).set(id, { id, name, display_name: displayName });
  }
}
