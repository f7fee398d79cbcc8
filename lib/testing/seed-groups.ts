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

/** Puts the roles above into a tenant, and the organizations Acme, Birch and 120 companies, `org_c000` and so on. */
export function seedGroups(tenant: Tenant): void {
  for (const [key, id] of Object.entries(tenantRoles)) {
    const name = names[key as keyof typeof tenantRoles];
    roleCollection(tenant).set(id, { id, name, description: `What ${name} is for` });
  }
  const companies = Array.from({ length: 120 }, (_, at) => `c${String(at).padStart(3, '0')}`);
  for (const name of ['acme', 'birch', ...companies]) {
    const displayName = name.charAt(0).toUpperCase() + name.slice(1);
    organizationCollection(tenant).set(`org_${name}`, { id: `org_${name}`, name, display_name: displayName });
  }
}
